package io.newswire.indexer.article;

import io.newswire.indexer.article.AnalysedText.Slice;
import io.newswire.indexer.article.ArticleRecord.Erasure;
import io.newswire.indexer.article.ArticleRecord.NotAnArticle;
import io.newswire.indexer.article.ArticleRecord.Revision;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the few fields of an event that writing it needs, and finds where its texts are; the rest
 * is checked to be JSON and skipped.
 */
public final class ArticleReader {

  private static final int ID_LENGTH = 32;
  private static final int FINGERPRINT_LENGTH = 16;

  private final JsonFactory json = new JsonFactory();

  /**
   * Reads one record.
   *
   * @param key the record's key
   * @param value the record's value; null for a tombstone
   * @param eventId the record's {@code ce_id}, {@code <key>/<version>}, if it has one
   * @param timestamp the record's timestamp in epoch milliseconds
   */
  public ArticleRecord read(
      byte @Nullable [] key, byte @Nullable [] value, @Nullable String eventId, long timestamp) {
    if (key == null) {
      return new NotAnArticle("key-missing", "The record has no key; it must be the article id.");
    }
    String id = new String(key, StandardCharsets.UTF_8);
    if (!isArticleId(id)) {
      return new NotAnArticle(
          "key-invalid", "The key must be an article id: 32 hex digits in lower case.");
    }
    if (value == null) {
      return new Erasure(id, erasureVersion(id, eventId, timestamp));
    }
    try {
      return readRevision(id, value);
    } catch (JacksonException e) {
      return new NotAnArticle("not-json", "The value is not JSON: " + e.getOriginalMessage());
    }
  }

  /**
   * The version of a deletion: the event's own, which is at least that of the article it erases;
   * for a tombstone written by hand its timestamp, as versions are fetch times in milliseconds.
   */
  private static long erasureVersion(String id, @Nullable String eventId, long timestamp) {
    if (eventId != null && eventId.startsWith(id + "/")) {
      try {
        long version = Long.parseLong(eventId.substring(id.length() + 1));
        if (version >= 0) {
          return version;
        }
      } catch (NumberFormatException e) {
        return Math.max(0, timestamp);
      }
    }
    return Math.max(0, timestamp);
  }

  private ArticleRecord readRevision(String id, byte[] value) {
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), value)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return new NotAnArticle("not-an-article", "The value is not a JSON object.");
      }
      if (parser.currentTokenLocation().getByteOffset() < 0) {
        return new NotAnArticle("not-json", "The value is not encoded in UTF-8.");
      }
      return new Fields(id, value, parser).read();
    }
  }

  private static boolean isArticleId(String id) {
    return id.length() == ID_LENGTH && isLowerHex(id);
  }

  private static boolean isLowerHex(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
  }

  /** The fields of one event. */
  private static final class Fields {
    private final String key;
    private final byte[] value;
    private final JsonParser parser;
    private @Nullable String id;
    private @Nullable Long version;
    private String change = "";
    private String language = "";
    private @Nullable String fingerprint;
    private @Nullable Instant publishedAt;
    private @Nullable Instant fetchedAt;
    private @Nullable Instant firstSeenAt;
    private @Nullable Slice title;
    private @Nullable Slice summary;
    private @Nullable Slice body;

    Fields(String key, byte[] value, JsonParser parser) {
      this.key = key;
      this.value = value;
      this.parser = parser;
    }

    ArticleRecord read() {
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_STRING) {
          readString(name);
        } else if (token == JsonToken.VALUE_NUMBER_INT && name.equals("version")) {
          version = parser.getLongValue();
        } else {
          parser.skipChildren();
        }
      }
      TokenStreamLocation brace = parser.currentTokenLocation();
      if (parser.nextToken() != null) {
        return new NotAnArticle("not-json", "The value has more after its JSON object.");
      }
      return article(Math.toIntExact(brace.getByteOffset()), brace.getLineNr() == 1);
    }

    private void readString(String name) {
      switch (name) {
        case "id" -> id = parser.getString();
        case "change" -> change = parser.getString();
        case "language" -> language = parser.getString();
        case "fingerprint" -> fingerprint = fingerprint(parser.getString());
        case "publishedAt" -> publishedAt = Timestamps.read(parser.getString());
        case "fetchedAt" -> fetchedAt = Timestamps.read(parser.getString());
        case "firstSeenAt" -> firstSeenAt = Timestamps.read(parser.getString());
        case "title" -> title = slice();
        case "summary" -> summary = slice();
        case "body" -> body = slice();
        default -> {
          // Not decoded: the next token skips it.
        }
      }
    }

    private ArticleRecord article(int end, boolean oneLine) {
      if (id == null) {
        return new NotAnArticle("not-an-article", "The value has no string \"id\".");
      }
      if (!id.equals(key)) {
        return new NotAnArticle(
            "key-mismatch", "The key is %s, but the article's id is %s.".formatted(key, id));
      }
      if (version == null || version < 0) {
        return new NotAnArticle(
            "not-an-article", "The value has no integer \"version\" of 0 or more.");
      }
      return new Revision(
          id,
          version,
          change,
          value,
          end,
          oneLine,
          text(),
          fingerprint,
          publishedAt,
          fetchedAt,
          firstSeenAt);
    }

    private @Nullable AnalysedText text() {
      String field = Languages.fieldFor(language);
      if (field == null || title == null && summary == null && body == null) {
        return null;
      }
      return new AnalysedText(field, title, summary, body);
    }

    /** Where the present string is; found by its quotes, as decoding it would cost far more. */
    private @Nullable Slice slice() {
      int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
      if (value[start] != '"') {
        throw new IllegalStateException(
            "A string of article %s is not where it was read.".formatted(key));
      }
      int end = start + 1;
      while (end < value.length && value[end] != '"') {
        end += value[end] == '\\' ? 2 : 1;
      }
      return end - start > 1 ? new Slice(start, end + 1) : null;
    }

    private static @Nullable String fingerprint(String text) {
      return text.length() == FINGERPRINT_LENGTH && isLowerHex(text) ? text : null;
    }
  }
}
