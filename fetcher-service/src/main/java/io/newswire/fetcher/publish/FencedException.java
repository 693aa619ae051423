package io.newswire.fetcher.publish;

/**
 * Thrown where nothing more can be said about a partition from here: another instance owns it now,
 * or what was written is not known. It has to be restored by whoever owns it.
 */
public final class FencedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public FencedException(String message, Throwable cause) {
    super(message, cause);
  }
}
