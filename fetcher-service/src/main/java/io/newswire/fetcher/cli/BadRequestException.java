package io.newswire.fetcher.cli;

import org.jspecify.annotations.Nullable;

/** A line that asks for nothing that can be done. */
final class BadRequestException extends Exception {

  private static final long serialVersionUID = 1;

  private final @Nullable String id;

  BadRequestException(@Nullable String id, String message) {
    super(message);
    this.id = id;
  }

  /** The id of the line as far as it could be read. */
  @Nullable String id() {
    return id;
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }
}
