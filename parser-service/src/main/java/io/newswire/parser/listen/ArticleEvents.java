package io.newswire.parser.listen;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newswire.parser.article.Article;
import io.newswire.parser.article.ArticleJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Articles as records: CloudEvents 1.0 in Kafka's binary content mode, a function of the article
 * and its raw article's trace.
 */
final class ArticleEvents {

  private final String topic;
  private final ArticleJson json;

  ArticleEvents(String topic, ArticleJson json) {
    this.topic = topic;
    this.json = json;
  }

  ProducerRecord<byte[], byte[]> record(Article article, ConsumerRecord<byte[], byte[]> cause) {
    String eventId = article.id() + "/" + article.version();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, article.id().getBytes(UTF_8), json.write(article));
    Headers headers = record.headers();
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", eventId);
    add(headers, "ce_type", "news.article.v1");
    add(headers, "ce_source", "/newswire/parser");
    add(headers, "ce_time", article.fetchedAt().toString());
    add(headers, "ce_subject", article.id());
    add(headers, "content-type", "application/json");
    add(headers, "traceparent", TraceParent.following(traceParent(cause), eventId).toString());
    return record;
  }

  static @Nullable String traceParent(ConsumerRecord<byte[], byte[]> record) {
    Header header = record.headers().lastHeader("traceparent");
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }
}
