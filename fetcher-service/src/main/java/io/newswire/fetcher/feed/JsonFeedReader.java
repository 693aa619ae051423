package io.newswire.fetcher.feed;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads JSON Feed 1.0 and 1.1 (jsonfeed.org); of a broken document what comes before the break. For
 * one document.
 */
final class JsonFeedReader {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private final FeedBuilder feed;
  private final Problems problems;
  private @Nullable String version;
  private @Nullable String broken;
  private boolean items;

  JsonFeedReader(FeedBuilder feed, Problems problems) {
    this.feed = feed;
    this.problems = problems;
  }

  ParseResult read(String json) {
    try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return new ParseResult.NotAFeed(
            "the document is JSON but no JSON Feed: it is no object", List.of());
      }
      feed(in);
    } catch (JacksonException e) {
      broken = "JSON that is broken: " + e.getOriginalMessage();
      problems.add(broken);
    }
    boolean named =
        version != null && version.toLowerCase(Locale.ROOT).contains("jsonfeed.org/version/");
    if (!named && !(items && (feed.title != null || version != null || !feed.links.isEmpty()))) {
      String reason = broken == null ? "it has no version of JSON Feed" : broken;
      return new ParseResult.NotAFeed(
          "the document is JSON but no JSON Feed: " + reason, List.of());
    }
    if (!named) {
      problems.note("a JSON Feed without its version");
    }
    feed.format = named && version != null ? format(version) : "json";
    feed.atom = true;
    return new ParseResult.Parsed(feed.build(), problems.isMalformed(), problems.asList());
  }

  /** Version 1 calls itself {@code …/version/1}. */
  private static String format(String version) {
    String number = version.substring(version.lastIndexOf('/') + 1);
    return "json-" + (number.equals("1") ? "1.0" : number);
  }

  private void feed(JsonParser in) {
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      in.nextToken();
      switch (name) {
        case "version" -> version = string(in);
        case "title" -> feed.title = text(in, TextType.TEXT);
        case "description" -> feed.description = text(in, TextType.TEXT);
        case "home_page_url" -> link(feed.links, string(in), "alternate");
        case "feed_url" -> {
          String url = string(in);
          link(feed.links, url, "self");
          feed.id = feed.id == null ? url : feed.id;
        }
        case "next_url" -> link(feed.links, string(in), "next");
        case "icon" -> feed.logo = plain(string(in));
        case "favicon" -> feed.icon = plain(string(in));
        case "language" -> feed.language = string(in);
        case "author", "authors" -> authors(in, feed.authors);
        case "hubs" -> hubs(in);
        case "items" -> {
          items = in.currentToken() == JsonToken.START_ARRAY;
          items(in);
        }
        default -> in.skipChildren();
      }
    }
  }

  private void items(JsonParser in) {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      in.skipChildren();
      return;
    }
    while (in.nextToken() != JsonToken.END_ARRAY && in.currentToken() != null) {
      if (in.currentToken() != JsonToken.START_OBJECT) {
        problems.note("an item that is no object");
        in.skipChildren();
        continue;
      }
      EntryBuilder entry = new EntryBuilder(feed.limits);
      if (feed.entries.size() < feed.limits.maxEntries()) {
        feed.entries.add(entry);
      } else {
        problems.note("more than " + feed.limits.maxEntries() + " entries");
      }
      item(in, entry);
    }
  }

  private void item(JsonParser in, EntryBuilder entry) {
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      in.nextToken();
      switch (name) {
        case "id" -> {
          entry.id = string(in);
          entry.idIsLink = Urls.isWeb(entry.id);
        }
        case "url" -> link(entry.links, string(in), "alternate");
        case "external_url" -> link(entry.links, string(in), "related");
        case "title" -> entry.title = text(in, TextType.TEXT);
        case "content_html" -> entry.content = orElse(text(in, TextType.HTML), entry.content);
        case "content_text" -> entry.content = orElse(entry.content, text(in, TextType.TEXT));
        case "summary" -> entry.summary = text(in, TextType.TEXT);
        case "image" -> image(entry, string(in));
        case "banner_image" -> image(entry, string(in));
        case "date_published" -> entry.published = FeedDates.parse(orEmpty(string(in)));
        case "date_modified" -> entry.updated = FeedDates.parse(orEmpty(string(in)));
        case "author", "authors" -> authors(in, entry.authors);
        case "language" -> entry.statedLanguage = string(in);
        case "tags" -> tags(in, entry);
        case "attachments" -> attachments(in, entry);
        default -> in.skipChildren();
      }
    }
  }

  private void tags(JsonParser in, EntryBuilder entry) {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      String tag = string(in);
      if (tag != null) {
        entry.category(tag);
      }
      return;
    }
    while (in.nextToken() != JsonToken.END_ARRAY && in.currentToken() != null) {
      String tag = string(in);
      if (tag != null) {
        entry.category(tag);
      }
    }
  }

  private void attachments(JsonParser in, EntryBuilder entry) {
    each(
        in,
        () -> {
          String url = null;
          String type = null;
          String length = null;
          while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
              case "url" -> url = string(in);
              case "mime_type" -> type = string(in);
              case "size_in_bytes" -> length = string(in);
              default -> in.skipChildren();
            }
          }
          if (url != null) {
            entry.add(
                entry.enclosures,
                new LinkBuilder(url, null, "enclosure", type, null, null, length, false));
          }
        });
  }

  private void hubs(JsonParser in) {
    each(
        in,
        () -> {
          while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            in.nextToken();
            if (name.equals("url")) {
              link(feed.links, string(in), "hub");
            } else {
              in.skipChildren();
            }
          }
        });
  }

  private void authors(JsonParser in, List<Author> authors) {
    each(
        in,
        () -> {
          String name = null;
          String url = null;
          while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = in.currentName();
            in.nextToken();
            switch (property) {
              case "name" -> name = string(in);
              case "url" -> url = string(in);
              default -> in.skipChildren();
            }
          }
          if ((name != null || url != null) && authors.size() < feed.limits.maxItems()) {
            authors.add(
                new Author(name, null, url == null ? null : Urls.resolve(feed.documentBase, url)));
          }
        });
  }

  /** Reads the object at hand, or each object of the array at hand. */
  private static void each(JsonParser in, Runnable object) {
    if (in.currentToken() == JsonToken.START_OBJECT) {
      object.run();
    } else if (in.currentToken() == JsonToken.START_ARRAY) {
      while (in.nextToken() != JsonToken.END_ARRAY && in.currentToken() != null) {
        if (in.currentToken() == JsonToken.START_OBJECT) {
          object.run();
        } else {
          in.skipChildren();
        }
      }
    }
  }

  /** The scalar at hand as a trimmed string; null where it is null, empty or no scalar. */
  private @Nullable String string(JsonParser in) {
    JsonToken token = in.currentToken();
    if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
      in.skipChildren();
      return null;
    }
    String value = in.getString().strip();
    if (value.length() > feed.limits.maxTextLength()) {
      problems.note("a text longer than " + feed.limits.maxTextLength() + " characters");
      value = value.substring(0, feed.limits.maxTextLength());
    }
    return value.isEmpty() ? null : value;
  }

  private @Nullable Text text(JsonParser in, TextType type) {
    String value = string(in);
    return value == null ? null : new Text(value, type);
  }

  private static @Nullable Text orElse(@Nullable Text text, @Nullable Text other) {
    return text == null ? other : text;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private void image(EntryBuilder entry, @Nullable String url) {
    if (url != null) {
      entry.add(entry.images, LinkBuilder.plain(url, null));
    }
  }

  private static @Nullable LinkBuilder plain(@Nullable String url) {
    return url == null ? null : LinkBuilder.plain(url, null);
  }

  private void link(List<LinkBuilder> links, @Nullable String url, String rel) {
    if (url != null) {
      feed.add(links, new LinkBuilder(url, null, rel, null, null, null, null, false));
    }
  }
}
