package io.newswire.parser.cli;

import io.newswire.parser.article.Article;
import io.newswire.parser.article.BadRecordException;
import io.newswire.parser.article.Change;
import io.newswire.parser.article.Origin;
import io.newswire.parser.article.RawArticle;
import io.newswire.parser.normalize.ArticleNormalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a line of output of a line of input: the document goes through the parser as if it had been
 * submitted.
 */
final class DocumentExtraction {

  /** Larger files are no article pages; the fetcher's limit is lower. */
  private static final int LARGEST = 64 * 1024 * 1024;

  private static final String NO_FEED = "0000000000000000";
  private static final String NO_ENTRY = NO_FEED + "-" + "0".repeat(32);

  private final ArticleNormalizer normalizer;
  private final InstantSource clock;
  private final JsonMapper mapper =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  DocumentExtraction(ArticleNormalizer normalizer, InstantSource clock) {
    this.normalizer = normalizer;
    this.clock = clock;
  }

  /** The line of output; what is wrong with the input or the document is said in it. */
  String lineOf(String input) {
    return mapper.writeValueAsString(article(input));
  }

  private ArticleLine article(String input) {
    DocumentLine line;
    try {
      line = mapper.readValue(input, DocumentLine.class);
    } catch (JacksonException e) {
      return ArticleLine.failed(
          null, "the line is not the JSON expected: " + e.getOriginalMessage());
    }
    if (line == null || line.path() == null) {
      return ArticleLine.failed(line == null ? null : line.id(), "the line has no path");
    }
    try {
      return ArticleLine.of(line.id(), article(line, body(Path.of(line.path()))));
    } catch (IOException e) {
      return ArticleLine.failed(line.id(), line.path() + " cannot be read: " + e);
    } catch (BadRecordException e) {
      return ArticleLine.failed(line.id(), e.reason() + ": " + e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      return ArticleLine.failed(line.id(), "internal error: " + e);
    }
  }

  private Article article(DocumentLine line, byte[] body) throws BadRecordException {
    Instant served = line.served();
    Instant now = served == null ? clock.instant() : served;
    String url = line.url() == null ? "" : line.url();
    RawArticle.Entry entry =
        new RawArticle.Entry(
            url,
            line.url(),
            false,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            List.of(),
            List.of());
    RawArticle raw =
        new RawArticle(
            NO_ENTRY,
            0,
            1,
            Change.NEW,
            Origin.SUBMISSION,
            new RawArticle.Feed(
                NO_FEED, "urn:newswire:submission:extract-articles", null, null, null, List.of()),
            entry,
            new RawArticle.FetchedPage(url, line.contentType(), body, served),
            null,
            now,
            now);
    return normalizer.normalize(raw).article();
  }

  private static byte[] body(Path path) throws IOException {
    byte[] bytes = limited(Files.newInputStream(path));
    boolean gzip = bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    return gzip ? limited(new GZIPInputStream(new ByteArrayInputStream(bytes))) : bytes;
  }

  private static byte[] limited(InputStream stream) throws IOException {
    try (stream) {
      byte[] bytes = stream.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IOException("more than " + LARGEST + " bytes");
      }
      return bytes;
    }
  }
}
