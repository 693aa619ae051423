package io.newswire.fetcher.opml;

import io.newswire.fetcher.feed.ForgivingXml.ElementAttributes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an outline says, whatever its attributes are called.
 *
 * @param label what it is called in its list
 * @param title the feed's name
 * @param address the feed's address as given; null for a folder and for what is no feed
 * @param site the site's address as given
 * @param categories its own tags, with commas between them
 * @param fullText whether the articles' pages are wanted; null where it does not say
 * @param paused whether it is not polled; null where it does not say
 */
record Outline(
    @Nullable String label,
    @Nullable String title,
    @Nullable String address,
    @Nullable String site,
    @Nullable String categories,
    @Nullable Boolean fullText,
    @Nullable Boolean paused) {

  /** The outline with these attributes. */
  static Outline of(ElementAttributes attributes) {
    return new Outline(
        first(attributes, "text", "title", "name"),
        first(attributes, "title", "text", "name"),
        address(attributes),
        first(attributes, "htmlurl", "html_url", "siteurl", "link"),
        first(attributes, "category"),
        flag(attributes, "newswire:fulltext", "fulltext"),
        flag(attributes, "newswire:paused", "paused"));
  }

  /** The outline of which no more than this is known. */
  static Outline named(@Nullable String label) {
    return new Outline(label, label, null, null, null, null, null);
  }

  private static @Nullable String address(ElementAttributes attributes) {
    String given = first(attributes, "xmlurl", "xml_url", "feedurl", "rssurl", "rss");
    String type = attributes.get("type");
    if (given == null && !isReference(type)) {
      given = first(attributes, "url");
    }
    return given == null && type != null && isFeedType(type) ? first(attributes, "htmlurl") : given;
  }

  /** A link or an inclusion: its {@code url} is not that of a feed (OPML 2.0, Inclusion). */
  private static boolean isReference(@Nullable String type) {
    return type != null && !isFeedType(type) && !type.isEmpty();
  }

  private static boolean isFeedType(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "rss",
          "atom",
          "rss1",
          "rss2",
          "feed",
          "rdf",
          "json",
          "application/rss+xml",
          "application/atom+xml",
          "pie" ->
          true;
      default -> false;
    };
  }

  private static @Nullable Boolean flag(ElementAttributes attributes, String... names) {
    String value = first(attributes, names);
    return value == null
        ? null
        : value.equalsIgnoreCase("true") || value.equals("1") || value.equalsIgnoreCase("yes");
  }

  private static @Nullable String first(ElementAttributes attributes, String... names) {
    for (String name : names) {
      String value = attributes.get(name);
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return null;
  }
}
