package io.newswire.parser.extract;

/**
 * A document that no article can be extracted from: too large, of too many elements, or not text.
 * The message says which and how.
 */
public final class ExtractionException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason short kebab-case class of the failure, such as {@code page-too-complex}
   * @param message what was wrong, for people
   */
  public ExtractionException(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Short kebab-case class of the failure: the reason in the dead letter's header. */
  public String reason() {
    return reason;
  }
}
