package io.newswire.fetcher.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a feed. Addresses are absolute except inside markup, where {@code baseUrl} says what
 * they are relative to; null where the feed says nothing.
 *
 * @param id the entry's own id, trimmed, never resolved
 * @param link the article's page; {@code feedburner:origLink} where present
 * @param title the title
 * @param summary a short form
 * @param content the full form; null where the feed has only one text, which is then the summary
 * @param baseUrl what relative references in {@code title}, {@code summary} and {@code content} are
 *     relative to
 * @param authors authors of the entry, else of the source it was taken from, else of the feed
 *     (Atom)
 * @param published when it was published
 * @param publishedLocal that date in ISO 8601 as the publisher counts it: with the offset that the
 *     feed writes, or a day alone; null where the feed names no offset
 * @param updated when it last changed
 * @param updatedLocal that date as the publisher counts it, written likewise
 * @param language the language tag as given
 * @param categories categories as given, without repetitions
 * @param comments the page of its comments
 * @param commentCount the number of comments ({@code slash:comments}, {@code thr:total})
 * @param inReplyTo the id of the entry it replies to ({@code thr:in-reply-to})
 * @param rights its copyright notice
 * @param source the title of the feed it was taken from
 * @param enclosures files
 * @param images images beside the text
 * @param links all links
 */
public record Entry(
    @Nullable String id,
    @Nullable String link,
    @Nullable Text title,
    @Nullable Text summary,
    @Nullable Text content,
    String baseUrl,
    List<Author> authors,
    @Nullable Instant published,
    @Nullable String publishedLocal,
    @Nullable Instant updated,
    @Nullable String updatedLocal,
    @Nullable String language,
    List<String> categories,
    @Nullable String comments,
    @Nullable Integer commentCount,
    @Nullable String inReplyTo,
    @Nullable String rights,
    @Nullable String source,
    List<Enclosure> enclosures,
    List<Image> images,
    List<Link> links) {}
