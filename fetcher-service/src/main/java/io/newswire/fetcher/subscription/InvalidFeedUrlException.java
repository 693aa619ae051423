package io.newswire.fetcher.subscription;

/** Thrown for an address that no feed can be polled at; the message says what is wrong with it. */
public final class InvalidFeedUrlException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public InvalidFeedUrlException(String message) {
    super(message);
  }
}
