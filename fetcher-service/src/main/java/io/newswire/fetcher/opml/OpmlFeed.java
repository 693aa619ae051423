package io.newswire.fetcher.opml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription of an OPML list.
 *
 * @param url the feed's address, absolute, credentials kept as given
 * @param title its title
 * @param siteUrl the site it belongs to
 * @param tags the folders it is in and its categories, outermost first
 * @param fullText whether {@code newswire:fullText="true"} asks for the entries' pages; null where
 *     nothing is said
 * @param paused whether {@code newswire:paused="true"} says not to poll it; null where nothing is
 *     said
 */
public record OpmlFeed(
    String url,
    @Nullable String title,
    @Nullable String siteUrl,
    List<String> tags,
    @Nullable Boolean fullText,
    @Nullable Boolean paused) {

  OpmlFeed withTags(List<String> others) {
    return new OpmlFeed(url, title, siteUrl, others, fullText, paused);
  }
}
