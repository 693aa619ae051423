package io.newswire.fetcher.http;

/**
 * An address that cannot be asked; the message says what is wrong with it, without its password.
 */
public final class InvalidUrlException extends Exception {

  private static final long serialVersionUID = 1L;

  InvalidUrlException(String message) {
    super(message);
  }
}
