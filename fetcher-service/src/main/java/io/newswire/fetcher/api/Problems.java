package io.newswire.fetcher.api;

import io.newswire.fetcher.kafka.KafkaUnavailableException;
import io.newswire.fetcher.runtime.NotReadyException;
import io.newswire.fetcher.subscription.AccessKeyMissingException;
import io.newswire.fetcher.subscription.InvalidFeedUrlException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Makes Problem Details (RFC 9457) of every error. What was sent is not repeated in them. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> handle(ApiException e) {
    return problem(e.status(), e.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> handle(InvalidFeedUrlException e) {
    return problem(HttpStatus.BAD_REQUEST, "url: " + e.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> handle(AccessKeyMissingException e) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage());
  }

  @ExceptionHandler({NotReadyException.class, KafkaUnavailableException.class})
  ResponseEntity<ProblemDetail> handleUnavailable(RuntimeException e) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(detail(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> handle(KafkaException e) {
    log.warn("event=api-kafka-failed error={}", e.toString());
    return handleUnavailable(new KafkaUnavailableException(e));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> handle(RuntimeException e) {
    log.error("event=api-failed", e);
    return problem(
        HttpStatus.INTERNAL_SERVER_ERROR, "A fault of the fetcher; its log has the details");
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
      NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    ProblemDetail detail = detail(HttpStatus.NOT_FOUND, "There is nothing at this address");
    return handleExceptionInternal(e, detail, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    String name =
        e instanceof MethodArgumentTypeMismatchException parameter
            ? parameter.getName()
            : "A parameter";
    ProblemDetail detail = detail(HttpStatus.BAD_REQUEST, name + ": the value is not of its kind");
    return handleExceptionInternal(e, detail, headers, status, request);
  }

  private static ResponseEntity<ProblemDetail> problem(HttpStatus status, @Nullable String detail) {
    return ResponseEntity.status(status).body(detail(status, detail));
  }

  private static ProblemDetail detail(HttpStatus status, @Nullable String detail) {
    return ProblemDetail.forStatusAndDetail(status, String.valueOf(detail));
  }
}
