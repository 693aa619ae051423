package io.newswire.indexer.cluster;

/** Elasticsearch did not do what it was asked for, or could not be asked. */
public class ElasticsearchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;

  /** An error that Elasticsearch answered with. */
  public ElasticsearchException(String request, ElasticsearchError error) {
    super("%s: %d %s: %s".formatted(request, error.status(), error.type(), error.reason()));
    this.status = error.status();
    this.type = error.type();
  }

  /** No answer, or one that makes no sense. */
  public ElasticsearchException(String message, Throwable cause) {
    super(message, cause);
    this.status = 0;
    this.type = "no_answer";
  }

  /** Something about the cluster that has to be changed by a person. */
  public ElasticsearchException(String message) {
    super(message);
    this.status = 0;
    this.type = "not_usable";
  }

  /** HTTP status; 0 where there was no answer. */
  public int status() {
    return status;
  }

  /** Elasticsearch's error type. */
  public String type() {
    return type;
  }
}
