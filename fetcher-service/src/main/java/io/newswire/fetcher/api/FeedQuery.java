package io.newswire.fetcher.api;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which feeds a caller wants to see.
 *
 * @param text part of address or title, lower case
 * @param status status, or paused
 * @param tag a label
 * @param page the page, from 0
 * @param size feeds a page
 */
record FeedQuery(
    @Nullable String text, @Nullable String status, @Nullable String tag, int page, int size) {

  static final int MAX_SIZE = 500;
  private static final Set<String> STATUSES =
      Set.of("pending", "ok", "failing", "not-a-feed", "silent", "gone", "paused");

  FeedQuery {
    text = text == null || text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT);
    if (status != null && !STATUSES.contains(status)) {
      throw ApiException.badRequest(
          "status: one of " + String.join(", ", STATUSES.stream().sorted().toList()));
    }
    if (page < 0) {
      throw ApiException.badRequest("page: 0 or more is needed");
    }
    if (size < 1 || size > MAX_SIZE) {
      throw ApiException.badRequest("size: 1 to " + MAX_SIZE + " feeds fit a page");
    }
  }

  boolean matches(FeedRepresentation feed) {
    return (tag == null || feed.tags().contains(tag)) && matchesStatus(feed) && matchesText(feed);
  }

  private boolean matchesStatus(FeedRepresentation feed) {
    if (status == null) {
      return true;
    }
    return feed.paused() ? status.equals("paused") : status.equals(feed.status().state());
  }

  private boolean matchesText(FeedRepresentation feed) {
    return text == null
        || contains(feed.url(), text)
        || contains(feed.title(), text)
        || contains(feed.status().title(), text);
  }

  private static boolean contains(@Nullable String text, String part) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(part);
  }
}
