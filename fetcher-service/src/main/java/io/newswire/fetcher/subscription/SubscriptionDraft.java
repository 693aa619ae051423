package io.newswire.fetcher.subscription;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subscription while it is being changed; {@link #build} makes the next one of it. */
public final class SubscriptionDraft {

  private final Subscription from;
  private String url;
  private @Nullable String title;
  private List<String> tags;
  private boolean fullText;
  private @Nullable Integer minIntervalSeconds;
  private @Nullable Integer maxIntervalSeconds;
  private boolean paused;
  private @Nullable String pausedReason;
  private @Nullable String access;
  private @Nullable Instant fetchRequestedAt;
  private Subscription.Origin origin;

  SubscriptionDraft(Subscription from) {
    this.from = from;
    url = from.url();
    title = from.title();
    tags = from.tags();
    fullText = from.fullText();
    minIntervalSeconds = from.minIntervalSeconds();
    maxIntervalSeconds = from.maxIntervalSeconds();
    paused = from.paused();
    pausedReason = from.pausedReason();
    access = from.access();
    fetchRequestedAt = from.fetchRequestedAt();
    origin = from.origin();
  }

  public SubscriptionDraft url(String value) {
    url = value;
    return this;
  }

  public SubscriptionDraft title(@Nullable String value) {
    title = value;
    return this;
  }

  public SubscriptionDraft tags(List<String> value) {
    tags = List.copyOf(value);
    return this;
  }

  public SubscriptionDraft fullText(boolean value) {
    fullText = value;
    return this;
  }

  public SubscriptionDraft interval(@Nullable Integer minSeconds, @Nullable Integer maxSeconds) {
    minIntervalSeconds = minSeconds;
    maxIntervalSeconds = maxSeconds;
    return this;
  }

  public @Nullable Integer minInterval() {
    return minIntervalSeconds;
  }

  public @Nullable Integer maxInterval() {
    return maxIntervalSeconds;
  }

  /** Pauses it. */
  public SubscriptionDraft paused(@Nullable String reason) {
    paused = true;
    pausedReason = reason;
    return this;
  }

  /** Lets it be polled again. */
  public SubscriptionDraft resumed() {
    paused = false;
    pausedReason = null;
    return this;
  }

  public SubscriptionDraft access(@Nullable String sealed) {
    access = sealed;
    return this;
  }

  public SubscriptionDraft fetchRequestedAt(Instant when) {
    fetchRequestedAt = when;
    return this;
  }

  public SubscriptionDraft origin(Subscription.Origin value) {
    origin = value;
    return this;
  }

  /** Returns the changed subscription; its time of change only grows. */
  public Subscription build(Instant now) {
    return changedAt(now.isAfter(from.updatedAt()) ? now : from.updatedAt().plusMillis(1));
  }

  /** Returns whether {@link #build} would make something else than it was made from. */
  public boolean changesAnything() {
    return !changedAt(from.updatedAt()).equals(from);
  }

  private Subscription changedAt(Instant when) {
    return new Subscription(
        from.id(),
        url,
        title,
        tags,
        fullText,
        minIntervalSeconds,
        maxIntervalSeconds,
        paused,
        pausedReason,
        access,
        origin,
        fetchRequestedAt,
        from.createdAt(),
        when);
  }
}
