package io.newswire.fetcher.publish;

import io.newswire.fetcher.kafka.Event;
import io.newswire.fetcher.kafka.EventJson;
import io.newswire.fetcher.kafka.TopicsProperties;
import io.newswire.fetcher.kafka.Traceparent;
import io.newswire.fetcher.state.FeedState;
import io.newswire.fetcher.subscription.Subscription;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Makes the records of the fetcher's three topics. */
public final class FeedEvents {

  /**
   * Header of a subscription that came from another partition: the feed's state as JSON, so that
   * the new owner has both at once and publishes nothing again.
   */
  public static final String MOVED_STATE = "newswire-moved-state";

  private final TopicsProperties topics;
  private final EventJson json = new EventJson();

  public FeedEvents(TopicsProperties topics) {
    this.topics = topics;
  }

  /** Returns the record of a subscription. */
  public ProducerRecord<byte[], byte[]> subscription(
      Subscription subscription, int partition, Traceparent trace) {
    return subscriptionEvent(subscription, partition, trace).toRecord();
  }

  /** Returns the record of a subscription that moves to another partition with its state. */
  public ProducerRecord<byte[], byte[]> movedSubscription(
      Subscription subscription, @Nullable FeedState state, int partition, Traceparent trace) {
    Event event = subscriptionEvent(subscription, partition, trace);
    return state == null
        ? event.toRecord()
        : event.toRecord(new RecordHeader(MOVED_STATE, json.write(state)));
  }

  /** Returns the record that unsubscribes a feed. */
  public ProducerRecord<byte[], byte[]> noSubscription(
      String feedId, int partition, Instant now, Traceparent trace) {
    return new Event(
            topics.feeds(), partition, feedId, Event.FEED, now.toEpochMilli(), now, trace, null)
        .toRecord();
  }

  /** Returns the record of a state. */
  public ProducerRecord<byte[], byte[]> state(
      FeedState state, int partition, Instant now, Traceparent trace) {
    return new Event(
            topics.feedStates(),
            partition,
            state.feedId(),
            Event.FEED_STATE,
            now.toEpochMilli(),
            now,
            trace,
            json.write(state))
        .toRecord();
  }

  /** Returns the record that forgets a state. */
  public ProducerRecord<byte[], byte[]> noState(
      String feedId, int partition, Instant now, Traceparent trace) {
    return new Event(
            topics.feedStates(),
            partition,
            feedId,
            Event.FEED_STATE,
            now.toEpochMilli(),
            now,
            trace,
            null)
        .toRecord();
  }

  /** Returns the record of a raw article. */
  public ProducerRecord<byte[], byte[]> rawArticle(RawArticle article, Traceparent trace) {
    return new Event(
            topics.rawArticles(),
            null,
            article.entryId(),
            Event.RAW_ARTICLE,
            article.version(),
            article.fetchedAt(),
            trace,
            json.write(article))
        .toRecord();
  }

  private Event subscriptionEvent(Subscription subscription, int partition, Traceparent trace) {
    return new Event(
        topics.feeds(),
        partition,
        subscription.id(),
        Event.FEED,
        subscription.updatedAt().toEpochMilli(),
        subscription.updatedAt(),
        trace,
        json.write(subscription));
  }
}
