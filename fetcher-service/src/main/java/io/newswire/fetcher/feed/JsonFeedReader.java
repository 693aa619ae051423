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
  private final JsonValues values;
  private final JsonItemReader itemReader;
  private @Nullable String version;
  private @Nullable String broken;
  private boolean items;

  JsonFeedReader(FeedBuilder feed, Problems problems) {
    this.feed = feed;
    this.problems = problems;
    this.values = new JsonValues(feed.limits, problems, feed.documentBase);
    this.itemReader = new JsonItemReader(values);
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
        case "version" -> version = values.string(in);
        case "title" -> feed.title = values.text(in, TextType.TEXT);
        case "description" -> feed.description = values.text(in, TextType.TEXT);
        case "home_page_url" -> link(values.string(in), "alternate");
        case "feed_url" -> {
          String url = values.string(in);
          link(url, "self");
          feed.id = feed.id == null ? url : feed.id;
        }
        case "next_url" -> link(values.string(in), "next");
        case "icon" -> feed.logo = image(in);
        case "favicon" -> feed.icon = image(in);
        case "language" -> feed.language = values.string(in);
        case "author", "authors" -> values.people(in, feed.authors);
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
      itemReader.read(in, entry);
    }
  }

  private void hubs(JsonParser in) {
    JsonValues.each(
        in,
        () -> {
          while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            in.nextToken();
            if (name.equals("url")) {
              link(values.string(in), "hub");
            } else {
              in.skipChildren();
            }
          }
        });
  }

  private @Nullable LinkBuilder image(JsonParser in) {
    String url = values.string(in);
    return url == null ? null : LinkBuilder.plain(url, null);
  }

  private void link(@Nullable String url, String rel) {
    if (url != null) {
      feed.add(feed.links, LinkBuilder.related(url, rel, null, null));
    }
  }
}
