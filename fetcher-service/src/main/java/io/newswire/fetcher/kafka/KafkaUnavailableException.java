package io.newswire.fetcher.kafka;

/** Thrown where Kafka did not take what a caller wants to be kept: to be tried again later. */
public final class KafkaUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public KafkaUnavailableException(Throwable cause) {
    super("Kafka did not take the change; try again later", cause);
  }
}
