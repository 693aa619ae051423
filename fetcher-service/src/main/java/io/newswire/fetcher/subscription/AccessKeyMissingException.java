package io.newswire.fetcher.subscription;

/** Thrown where credentials cannot be sealed or opened; the message names the key to set. */
public final class AccessKeyMissingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AccessKeyMissingException(String message) {
    super(message);
  }
}
