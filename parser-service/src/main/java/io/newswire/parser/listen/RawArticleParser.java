package io.newswire.parser.listen;

import io.newswire.parser.article.ArticleJson;
import io.newswire.parser.article.BadRecordException;
import io.newswire.parser.normalize.ArticleNormalizer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes one record apart. Whatever is in it, the outcome is a value: no record can stop those after
 * it.
 */
final class RawArticleParser {

  private final ArticleJson json;
  private final ArticleNormalizer normalizer;

  RawArticleParser(ArticleJson json, ArticleNormalizer normalizer) {
    this.json = json;
    this.normalizer = normalizer;
  }

  Outcome parse(ConsumerRecord<byte[], byte[]> record) {
    long start = System.nanoTime();
    if (record.key() == null) {
      return new Outcome.Bad("missing-key", "the record has no key", null);
    }
    if (record.value() == null) {
      return new Outcome.Tombstone();
    }
    try {
      return new Outcome.Parsed(
          normalizer.normalize(json.read(key(record.key()), record.value())),
          Duration.ofNanos(System.nanoTime() - start));
    } catch (BadRecordException e) {
      return new Outcome.Bad(e.reason(), String.valueOf(e.getMessage()), e);
    } catch (StackOverflowError e) {
      return new Outcome.Bad("too-deep", "the document is nested too deeply", e);
    } catch (RuntimeException e) {
      // A fault of ours that this record brings to light. The record is kept, the others go on.
      return new Outcome.Bad("internal-error", e.toString(), e);
    }
  }

  private static String key(byte[] key) throws BadRecordException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(key)).toString();
    } catch (CharacterCodingException e) {
      throw new BadRecordException("key-mismatch", "the key is not UTF-8", e);
    }
  }
}
