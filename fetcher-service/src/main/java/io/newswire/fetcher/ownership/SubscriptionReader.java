package io.newswire.fetcher.ownership;

import io.newswire.fetcher.kafka.EventJson;
import io.newswire.fetcher.kafka.UnusableRecords;
import io.newswire.fetcher.publish.FeedEvents;
import io.newswire.fetcher.state.FeedState;
import io.newswire.fetcher.subscription.Subscription;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads the records of the feeds topic, whatever somebody may have written there. */
public final class SubscriptionReader {

  private final UnusableRecords unusable;
  private final EventJson json = new EventJson();

  public SubscriptionReader(UnusableRecords unusable) {
    this.unusable = unusable;
  }

  /** Reads a record; null where it says nothing that can be understood, which is told. */
  public @Nullable SubscriptionChange read(ConsumerRecord<byte[], byte[]> message) {
    if (message.key() == null) {
      unusable.tell(message, "it has no key");
      return null;
    }
    String feedId = new String(message.key(), StandardCharsets.UTF_8);
    if (message.value() == null) {
      return new SubscriptionChange(feedId, null, null);
    }
    Subscription subscription = subscription(message);
    if (subscription == null) {
      return null;
    }
    if (!subscription.id().equals(feedId)) {
      unusable.tell(message, "the key is not the feed's id");
      return null;
    }
    return new SubscriptionChange(feedId, subscription, movedState(message, feedId));
  }

  private @Nullable Subscription subscription(ConsumerRecord<byte[], byte[]> message) {
    try {
      Subscription subscription = json.read(message.value(), Subscription.class);
      String problem = subscription == null ? "it is null" : subscription.problem();
      if (problem == null) {
        return subscription;
      }
      unusable.tell(message, problem);
    } catch (JacksonException e) {
      unusable.tell(message, e.getOriginalMessage());
    }
    return null;
  }

  /** A state that cannot be read leaves the feed without one: it is polled as if it were new. */
  private @Nullable FeedState movedState(ConsumerRecord<byte[], byte[]> message, String feedId) {
    Header header = message.headers().lastHeader(FeedEvents.MOVED_STATE);
    if (header == null || header.value() == null) {
      return null;
    }
    try {
      FeedState state = json.read(header.value(), FeedState.class);
      if (state != null && state.isComplete() && state.feedId().equals(feedId)) {
        return state;
      }
      unusable.tell(message, "the moved state is incomplete, or another feed's");
    } catch (JacksonException e) {
      unusable.tell(message, "the moved state: " + e.getOriginalMessage());
    }
    return null;
  }
}
