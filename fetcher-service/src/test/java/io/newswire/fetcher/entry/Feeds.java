package io.newswire.fetcher.entry;

import io.newswire.fetcher.feed.Deletion;
import io.newswire.fetcher.feed.Entry;
import io.newswire.fetcher.feed.Feed;
import io.newswire.fetcher.feed.Text;
import io.newswire.fetcher.feed.TextType;
import io.newswire.fetcher.feed.UpdateHints;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Feeds for tests. */
final class Feeds {

  private Feeds() {}

  static Feed feed(String format, List<Entry> entries, List<Deletion> deletions) {
    return new Feed(
        format,
        null,
        null,
        "https://site.example/",
        null,
        null,
        "https://site.example/",
        List.of(),
        null,
        null,
        null,
        null,
        UpdateHints.NONE,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        entries,
        deletions);
  }

  static Feed rss(Entry... entries) {
    return feed("rss-2.0", List.of(entries), List.of());
  }

  static Entry entry(
      @Nullable String id,
      @Nullable String link,
      @Nullable String title,
      @Nullable String content) {
    return entry(id, link, title, content, null);
  }

  static Entry entry(
      @Nullable String id,
      @Nullable String link,
      @Nullable String title,
      @Nullable String content,
      @Nullable Instant updated) {
    return new Entry(
        id,
        link,
        title == null ? null : new Text(title, TextType.TEXT),
        null,
        content == null ? null : new Text(content, TextType.HTML),
        "https://site.example/",
        List.of(),
        null,
        null,
        updated,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of());
  }
}
