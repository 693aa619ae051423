package io.newswire.standalone;

/** Something outside the program keeps it from running; the message tells the user what to do. */
public final class CannotRunException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CannotRunException(String message) {
    super(message);
  }
}
