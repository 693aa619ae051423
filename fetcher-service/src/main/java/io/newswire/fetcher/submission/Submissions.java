package io.newswire.fetcher.submission;

import io.newswire.fetcher.kafka.KafkaUnavailableException;
import io.newswire.fetcher.kafka.Traceparent;
import io.newswire.fetcher.publish.FeedEvents;
import io.newswire.fetcher.publish.RawArticle;
import io.newswire.fetcher.state.EntryKey;
import io.newswire.fetcher.subscription.FeedUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes submitted articles as raw articles. The fetcher keeps nothing of them: the version is
 * the time of submission, so a later one always counts, and which revision it is the sender says.
 */
public final class Submissions implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Submissions.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /**
   * What became of a submission.
   *
   * @param entryId key of the event
   * @param version its version
   */
  public record Accepted(String entryId, long version) {}

  private final FeedEvents events;
  private final Producer<byte[], byte[]> producer;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final AtomicLong lastVersion = new AtomicLong();

  public Submissions(
      FeedEvents events,
      Producer<byte[], byte[]> producer,
      InstantSource clock,
      RandomGenerator random) {
    this.events = events;
    this.producer = producer;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Publishes an article; it is in Kafka when this returns.
   *
   * @throws KafkaUnavailableException where it is not
   */
  public Accepted submit(Submission submission) {
    RawArticle.Page page =
        new RawArticle.Page(submission.url(), submission.contentType(), submission.body(), now());
    RawArticle.Item bare = RawArticle.Item.bare(submission.url(), submission.url());
    RawArticle.Item item =
        submission.title() == null && submission.published() == null
            ? bare
            : bare.titled(submission.title(), submission.published());
    RawArticle.Change change =
        submission.revision() == 1 ? RawArticle.Change.NEW : RawArticle.Change.UPDATED;
    return publish(submission.source(), item, submission.revision(), change, page);
  }

  /**
   * Withdraws an article.
   *
   * @throws KafkaUnavailableException where Kafka did not take it
   */
  public Accepted withdraw(String url, String source) {
    RawArticle.Item item = RawArticle.Item.bare(url, url);
    return publish(source, item, 1, RawArticle.Change.WITHDRAWN, null);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }

  private Accepted publish(
      String source,
      RawArticle.Item item,
      int revision,
      RawArticle.Change change,
      RawArticle.@Nullable Page page) {
    Instant now = now();
    RawArticle.Source feed = feed(source);
    String entryId = feed.id() + "-" + EntryKey.of(item.id()).hex();
    long version =
        lastVersion.accumulateAndGet(now.toEpochMilli(), (last, at) -> Math.max(at, last + 1));
    RawArticle article =
        new RawArticle(
            entryId,
            version,
            revision,
            change,
            RawArticle.Origin.SUBMISSION,
            feed,
            item,
            page,
            null,
            now,
            now);
    send(article);
    log.info(
        "event=submitted article={} change={} version={}", entryId, change.wireName(), version);
    return new Accepted(entryId, version);
  }

  private static RawArticle.Source feed(String source) {
    String encoded = URLEncoder.encode(source, StandardCharsets.UTF_8).replace("+", "%20");
    String urn = "urn:newswire:submission:" + encoded;
    return new RawArticle.Source(FeedUrl.idOf(urn), urn, source, null, null, null, List.of());
  }

  private void send(RawArticle article) {
    try {
      producer
          .send(events.rawArticle(article, Traceparent.start(random)))
          .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new KafkaUnavailableException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaUnavailableException(e);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
