package io.newswire.parser.article;

import org.jspecify.annotations.Nullable;

/**
 * A record that cannot become an article, whatever is tried: it belongs in the dead-letter topic.
 */
public final class BadRecordException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason short kebab-case class of the fault, such as {@code not-json}
   * @param message what was wrong and where, for people
   */
  public BadRecordException(String reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Short kebab-case class of the fault: the reason in the dead letter's header. */
  public String reason() {
    return reason;
  }
}
