package io.newswire.fetcher.publish;

/** Thrown where a transaction was aborted: nothing of it is visible to anybody. */
public final class NotCommittedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean permanent;

  public NotCommittedException(String message, Throwable cause, boolean permanent) {
    super(message, cause);
    this.permanent = permanent;
  }

  /** Returns whether the same records would fail again. */
  public boolean permanent() {
    return permanent;
  }
}
