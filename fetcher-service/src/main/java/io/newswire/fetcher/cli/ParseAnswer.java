package io.newswire.fetcher.cli;

import io.newswire.fetcher.feed.Author;
import io.newswire.fetcher.feed.Enclosure;
import io.newswire.fetcher.feed.Entry;
import io.newswire.fetcher.feed.Feed;
import io.newswire.fetcher.feed.HtmlLinks;
import io.newswire.fetcher.feed.ParseResult;
import io.newswire.fetcher.feed.Text;
import io.newswire.fetcher.feed.TextType;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Writes a line of answer: every key, null or an empty list where the feed says nothing. */
final class ParseAnswer {

  /**
   * Non-ASCII is escaped: U+2028, U+0085 and the like end a line for some readers of the output.
   */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private ParseAnswer() {}

  static byte[] of(@Nullable String id, ParseResult result) {
    return switch (result) {
      case ParseResult.Parsed parsed -> parsed(id, parsed);
      case ParseResult.NotAFeed other -> failure(id, notAFeed(other));
    };
  }

  private static String notAFeed(ParseResult.NotAFeed other) {
    String links = String.join(" ", other.feedLinks().stream().map(Object::toString).toList());
    return "not a feed: " + other.reason() + (links.isEmpty() ? "" : ": " + links);
  }

  static byte[] failure(@Nullable String id, String reason) {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
      out.writeStartObject();
      string(out, "id", id);
      out.writeBooleanProperty("ok", false);
      out.writeNullProperty("malformed");
      out.writeNullProperty("format");
      out.writeNullProperty("feed");
      out.writeName("entries").writeStartArray().writeEndArray();
      out.writeStringProperty("error", reason);
      out.writeEndObject();
    }
    return line.toByteArray();
  }

  private static byte[] parsed(@Nullable String id, ParseResult.Parsed parsed) {
    ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 14);
    try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
      out.writeStartObject();
      string(out, "id", id);
      out.writeBooleanProperty("ok", true);
      out.writeBooleanProperty("malformed", parsed.malformed());
      string(out, "format", parsed.feed().format());
      out.writeName("feed");
      feed(out, parsed.feed());
      out.writeName("entries").writeStartArray();
      for (Entry entry : parsed.feed().entries()) {
        entry(out, parsed.feed(), entry);
      }
      out.writeEndArray();
      out.writeNullProperty("error");
      out.writeEndObject();
    }
    return line.toByteArray();
  }

  private static void feed(JsonGenerator out, Feed feed) {
    out.writeStartObject();
    text(out, "title", feed.title(), feed.baseUrl());
    string(out, "link", feed.link());
    text(out, "description", feed.description(), feed.baseUrl());
    string(out, "language", feed.language());
    string(out, "id", feed.absoluteId(feed.id()));
    string(out, "author", first(feed.authors()));
    text(out, "rights", feed.rights(), feed.baseUrl());
    dates(out, feed.published(), feed.updated());
    string(out, "image", feed.image());
    out.writeEndObject();
  }

  private static void entry(JsonGenerator out, Feed feed, Entry entry) {
    out.writeStartObject();
    string(out, "id", feed.absoluteId(entry.id()));
    text(out, "title", entry.title(), entry.baseUrl());
    string(out, "link", entry.link());
    string(out, "author", first(entry.authors()));
    strings(
        out,
        "authors",
        entry.authors().stream().map(ParseAnswer::display).filter(Objects::nonNull).toList());
    dates(out, entry.published(), entry.updated());
    text(out, "summary", entry.summary(), entry.baseUrl());
    text(out, "content", entry.content(), entry.baseUrl());
    string(out, "comments", entry.comments());
    strings(out, "tags", entry.categories());
    string(out, "language", entry.language());
    out.writeName("enclosures").writeStartArray();
    for (Enclosure enclosure : entry.enclosures()) {
      out.writeStartObject();
      string(out, "url", enclosure.url());
      string(out, "type", enclosure.type());
      if (enclosure.length() == null) {
        out.writeNullProperty("length");
      } else {
        out.writeNumberProperty("length", enclosure.length());
      }
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static @Nullable String first(List<Author> authors) {
    return authors.isEmpty() ? null : display(authors.getFirst());
  }

  private static @Nullable String display(Author author) {
    return author.name() != null
        ? author.name()
        : author.email() != null ? author.email() : author.uri();
  }

  private static void text(JsonGenerator out, String name, @Nullable Text text, String base) {
    if (text == null) {
      out.writeNullProperty(name);
    } else {
      boolean html = text.type() == TextType.HTML;
      out.writeStringProperty(
          name,
          html
              ? HtmlLinks.absolute(text.value(), text.base() == null ? base : text.base())
              : text.value());
    }
  }

  private static void string(JsonGenerator out, String name, @Nullable String value) {
    if (value == null) {
      out.writeNullProperty(name);
    } else {
      out.writeStringProperty(name, value);
    }
  }

  private static void strings(JsonGenerator out, String name, List<String> values) {
    out.writeName(name).writeStartArray();
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }

  /** What was published and never changed since last changed when it was published. */
  private static void dates(
      JsonGenerator out, @Nullable Instant published, @Nullable Instant updated) {
    instant(out, "published", published);
    instant(out, "updated", updated == null ? published : updated);
  }

  private static void instant(JsonGenerator out, String name, @Nullable Instant instant) {
    string(out, name, instant == null ? null : instant.toString());
  }
}
