package io.newswire.parser.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads raw articles and writes articles. The bytes written depend on the article alone: the order
 * of fields is fixed, absent fields are omitted.
 */
public final class ArticleJson {

  private static final Pattern ENTRY_ID = Pattern.compile("[0-9a-f]{16}-[0-9a-f]{32}");
  private static final Pattern FEED_ID = Pattern.compile("[0-9a-f]{16}");
  private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant YEAR_10000 = Instant.parse("9999-12-31T23:59:59Z").plusSeconds(1);

  private final JsonMapper mapper =
      JsonMapper.builder()
          .addModule(
              new SimpleModule("well-formed-text")
                  .addDeserializer(String.class, new WellFormedText()))
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  /**
   * Reads a raw article and checks what the parser relies on. Unknown fields are ignored, absent
   * lists are empty.
   *
   * @param key the record's key, which must be the entry id
   * @throws BadRecordException where it is no raw article; the message names the field
   */
  public RawArticle read(String key, byte[] value) throws BadRecordException {
    RawArticle raw = parse(value);
    requireField("entryId", raw.entryId());
    if (!ENTRY_ID.matcher(raw.entryId()).matches()) {
      throw invalid("entryId is not an entry id: " + abbreviated(raw.entryId()));
    }
    if (!raw.entryId().equals(key)) {
      throw new BadRecordException(
          "key-mismatch",
          "the key " + abbreviated(key) + " is not the entry id " + raw.entryId(),
          null);
    }
    requireField("change", raw.change());
    requireField("origin", raw.origin());
    requireField("firstSeenAt", raw.firstSeenAt());
    requireField("fetchedAt", raw.fetchedAt());
    requireField("feed", raw.feed());
    requireField("feed.id", raw.feed().id());
    if (!FEED_ID.matcher(raw.feed().id()).matches()) {
      throw invalid("feed.id is not a feed id: " + abbreviated(raw.feed().id()));
    }
    requireField("feed.url", raw.feed().url());
    requireField("entry", raw.entry());
    requireField("entry.id", raw.entry().id());
    requireFourDigitYear("firstSeenAt", raw.firstSeenAt());
    requireFourDigitYear("fetchedAt", raw.fetchedAt());
    requireFourDigitYear("entry.published", raw.entry().published());
    requireFourDigitYear("entry.updated", raw.entry().updated());
    requireLocalDate("entry.publishedLocal", raw.entry().publishedLocal());
    requireLocalDate("entry.updatedLocal", raw.entry().updatedLocal());
    if (raw.version() < 0) {
      throw invalid("version is negative: " + raw.version());
    }
    if (raw.revision() < 1) {
      throw invalid("revision is below 1: " + raw.revision());
    }
    return complete(raw);
  }

  /** The article as UTF-8 JSON. */
  public byte[] write(Article article) {
    return mapper.writeValueAsBytes(article);
  }

  private RawArticle parse(byte[] value) throws BadRecordException {
    RawArticle raw;
    try {
      raw = mapper.readValue(value, RawArticle.class);
    } catch (DatabindException e) {
      throw new BadRecordException(
          "invalid-raw-article", path(e) + ": " + e.getOriginalMessage(), e);
    } catch (JacksonException e) {
      throw new BadRecordException(
          "not-json", "the value is not JSON: " + e.getOriginalMessage(), e);
    }
    if (raw == null) {
      throw invalid("the value is the JSON null");
    }
    return raw;
  }

  private static String path(DatabindException e) {
    StringBuilder path = new StringBuilder();
    e.getPath()
        .forEach(
            step -> {
              if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
              } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
              }
            });
    return path.isEmpty() ? "value" : path.toString();
  }

  private static RawArticle complete(RawArticle raw) throws BadRecordException {
    RawArticle.Feed feed = raw.feed();
    RawArticle.Entry entry = raw.entry();
    RawArticle.FetchedPage page = raw.page();
    if (page != null) {
      requireField("page.url", page.url());
      requireField("page.body", page.body());
      requireField("page.fetchedAt", page.fetchedAt());
    }
    List<Enclosure> enclosures = orEmpty(entry.enclosures());
    for (Enclosure enclosure : enclosures) {
      requireField("entry.enclosures[].url", enclosure.url());
    }
    List<Image> images = orEmpty(entry.images());
    for (Image image : images) {
      requireField("entry.images[].url", image.url());
    }
    return new RawArticle(
        raw.entryId(),
        raw.version(),
        raw.revision(),
        raw.change(),
        raw.origin(),
        new RawArticle.Feed(
            feed.id(),
            feed.url(),
            feed.title(),
            feed.siteUrl(),
            feed.language(),
            orEmpty(feed.tags())),
        new RawArticle.Entry(
            entry.id(),
            entry.link(),
            entry.sharedLink(),
            entry.title(),
            entry.titleType(),
            entry.summary(),
            entry.summaryType(),
            entry.content(),
            entry.contentType(),
            entry.baseUrl(),
            orEmpty(entry.authors()),
            entry.published(),
            entry.publishedLocal(),
            entry.updated(),
            entry.updatedLocal(),
            entry.language(),
            orEmpty(entry.categories()),
            entry.comments(),
            enclosures,
            images),
        page,
        raw.pageFailure(),
        raw.firstSeenAt(),
        raw.fetchedAt());
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }

  private static void requireField(String name, @Nullable Object value) throws BadRecordException {
    if (value == null || value instanceof String text && text.isEmpty()) {
      throw invalid(name + " is missing");
    }
  }

  /** RFC 3339 knows no others, and an article could not say them. */
  private static void requireFourDigitYear(String name, @Nullable Instant instant)
      throws BadRecordException {
    if (instant != null && (instant.isBefore(YEAR_0) || !instant.isBefore(YEAR_10000))) {
      throw invalid(name + " is no date of four-digit years: " + instant);
    }
  }

  private static void requireLocalDate(String name, @Nullable String text)
      throws BadRecordException {
    if (text != null && !LocalDates.isWellFormed(text)) {
      throw invalid(name + " is no date of ISO 8601: " + abbreviated(text));
    }
  }

  private static BadRecordException invalid(String message) {
    return new BadRecordException("invalid-raw-article", message, null);
  }

  private static String abbreviated(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }

  /**
   * Half of a surrogate pair can be escaped in JSON, but is no character and cannot be written as
   * UTF-8: it becomes U+FFFD, the replacement character.
   */
  private static final class WellFormedText extends StdScalarDeserializer<String> {

    WellFormedText() {
      super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
      String text = parser.getValueAsString();
      if (text == null) {
        return (String) context.handleUnexpectedToken(getValueType(context), parser);
      }
      return wellFormed(text);
    }
  }

  /** The text with every unpaired surrogate replaced by U+FFFD. */
  static String wellFormed(String text) {
    StringBuilder repaired = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        continue;
      }
      if (repaired == null) {
        repaired = new StringBuilder(text);
      }
      repaired.setCharAt(i, '\uFFFD');
    }
    return repaired == null ? text : repaired.toString();
  }
}
