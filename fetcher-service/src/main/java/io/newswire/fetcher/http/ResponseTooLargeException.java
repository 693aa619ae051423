package io.newswire.fetcher.http;

import java.io.IOException;

/** More bytes than are read. */
final class ResponseTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  ResponseTooLargeException(String message) {
    super(message);
  }
}
