package io.newswire.fetcher.schedule;

import io.newswire.fetcher.http.FailureClass;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a poll ended, as far as it matters to the next. */
public sealed interface PollOutcome {

  /**
   * The feed was there, changed or not, or had not been modified.
   *
   * @param hints what the publisher asks; of a 304 the hints of the last document, as far as the
   *     304 does not say otherwise
   * @param retryAfter what the answer asked for, null when it did not
   */
  record Answered(PublisherHints hints, @Nullable Duration retryAfter) implements PollOutcome {}

  /**
   * The feed was not there.
   *
   * @param failureClass why
   * @param hints what the last document asked for, which holds while there is no other
   * @param retryAfter what the answer asked for, null when it did not
   * @param ownOutage whether the cause is on our side, see {@link OutageDetector}: then it counts
   *     for nothing
   */
  record Failed(
      FailureClass failureClass,
      PublisherHints hints,
      @Nullable Duration retryAfter,
      boolean ownOutage)
      implements PollOutcome {}

  /** The publisher says that it is gone for good (410). */
  record Gone() implements PollOutcome {}
}
