package io.newswire.fetcher.runtime;

/** Thrown while the fetcher has not yet read from Kafka what it needs to answer. */
public final class NotReadyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotReadyException() {
    super("The fetcher is still starting: it waits for Kafka, or reads the subscriptions");
  }
}
