package io.newswire.fetcher.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed in the shape that all formats share. Addresses are absolute, instants exact to what the
 * feed gives, texts trimmed; null where the feed says nothing.
 *
 * @param format the format and version, lower case: {@code rss-2.0}, {@code rss-0.91}, {@code
 *     rdf-1.0}, {@code atom-1.0}, {@code cdf}, {@code json-1.1}; without a version where it is not
 *     known
 * @param id the feed's own id
 * @param title the title as given
 * @param link the site it belongs to
 * @param description the description as given (RSS {@code description}, Atom {@code subtitle})
 * @param language the language tag as given
 * @param baseUrl what relative references in texts are relative to; empty where nothing is known
 * @param authors authors, editors first
 * @param rights the copyright notice as given
 * @param image logo or image, else the icon
 * @param published when the feed was published
 * @param updated when it last changed
 * @param hints what it says about polling
 * @param self its own address as it says
 * @param hub a WebSub hub
 * @param next the next page, or the previous archive (RFC 5005)
 * @param generator the software that wrote it
 * @param categories categories as given
 * @param links all links
 * @param entries entries in document order
 * @param deletions withdrawn entries
 */
public record Feed(
    String format,
    @Nullable String id,
    @Nullable Text title,
    @Nullable String link,
    @Nullable Text description,
    @Nullable String language,
    String baseUrl,
    List<Author> authors,
    @Nullable Text rights,
    @Nullable String image,
    @Nullable Instant published,
    @Nullable Instant updated,
    UpdateHints hints,
    @Nullable String self,
    @Nullable String hub,
    @Nullable String next,
    @Nullable String generator,
    List<String> categories,
    List<Link> links,
    List<Entry> entries,
    List<Deletion> deletions) {

  /**
   * The feed's id, or that of one of its entries, as an address where it is a relative one (RFC
   * 4287, 4.2.6 wants it absolute). What identifies the entry is the id as given: it must not
   * change when the feed moves.
   */
  public @Nullable String absoluteId(@Nullable String id) {
    return id != null && Urls.isPath(id) ? Urls.resolve(baseUrl, id) : id;
  }
}
