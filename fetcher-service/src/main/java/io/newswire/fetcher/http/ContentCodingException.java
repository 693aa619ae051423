package io.newswire.fetcher.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The bytes are not encoded as the answer says. */
final class ContentCodingException extends IOException {

  private static final long serialVersionUID = 1L;

  ContentCodingException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
