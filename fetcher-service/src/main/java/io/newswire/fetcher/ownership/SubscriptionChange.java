package io.newswire.fetcher.ownership;

import io.newswire.fetcher.kafka.EventJson;
import io.newswire.fetcher.publish.FeedEvents;
import io.newswire.fetcher.state.FeedState;
import io.newswire.fetcher.subscription.Subscription;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * What a record of the feeds topic says.
 *
 * @param feedId the feed
 * @param subscription its subscription, or null where it was unsubscribed
 * @param movedState the state it brings along from another partition
 */
public record SubscriptionChange(
    String feedId, @Nullable Subscription subscription, @Nullable FeedState movedState) {

  private static final Logger log = LoggerFactory.getLogger(SubscriptionChange.class);

  /** Reads a record; null where it says nothing that can be understood, which is logged. */
  public static @Nullable SubscriptionChange read(
      ConsumerRecord<byte[], byte[]> message, EventJson json) {
    String feedId =
        message.key() == null ? "none" : new String(message.key(), StandardCharsets.UTF_8);
    if (message.value() == null) {
      return new SubscriptionChange(feedId, null, null);
    }
    String problem;
    try {
      Subscription subscription = json.read(message.value(), Subscription.class);
      problem = subscription.problem();
      if (problem == null && !subscription.id().equals(feedId)) {
        problem = "the key is not the feed's id";
      }
      if (problem == null) {
        return new SubscriptionChange(feedId, subscription, movedState(message, json));
      }
    } catch (JacksonException e) {
      problem = e.getOriginalMessage();
    }
    log.warn(
        "event=subscription-unusable feed={} topic={} partition={} offset={} error={}",
        feedId,
        message.topic(),
        message.partition(),
        message.offset(),
        problem);
    return null;
  }

  private static @Nullable FeedState movedState(
      ConsumerRecord<byte[], byte[]> message, EventJson json) {
    Header header = message.headers().lastHeader(FeedEvents.MOVED_STATE);
    return header == null ? null : json.read(header.value(), FeedState.class);
  }
}
