package io.newswire.fetcher.api;

import org.springframework.http.HttpStatus;

/** Thrown where a request cannot be answered as asked; becomes a problem of that status. */
final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;

  ApiException(HttpStatus status, String detail) {
    super(detail);
    this.status = status;
  }

  static ApiException badRequest(String detail) {
    return new ApiException(HttpStatus.BAD_REQUEST, detail);
  }

  static ApiException noSuchFeed() {
    return new ApiException(HttpStatus.NOT_FOUND, "There is no feed of that id");
  }

  HttpStatus status() {
    return status;
  }
}
