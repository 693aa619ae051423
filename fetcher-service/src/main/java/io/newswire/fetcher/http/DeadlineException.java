package io.newswire.fetcher.http;

import java.io.IOException;
import java.time.Duration;

/** The time for the whole exchange is over. */
final class DeadlineException extends IOException {

  private static final long serialVersionUID = 1L;

  DeadlineException(Duration time, Throwable cause) {
    super("not answered in full within " + time.toMillis() + " ms", cause);
  }
}
