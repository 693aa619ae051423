package io.newswire.fetcher.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request on its way from address to address. Of one thread. */
final class Fetch {

  private static final String RETRY_AFTER = "retry-after";

  private final FetchRequest request;
  private final Instant at;
  private final Duration time;
  private final Deadline deadline;
  private final List<Redirect> redirects = new ArrayList<>();
  private URI url;
  private @Nullable String retryAfter;

  Fetch(FetchRequest request, Instant at, Duration time) {
    this.request = request;
    this.at = at;
    this.time = time;
    this.deadline = new Deadline(time);
    this.url = request.url();
  }

  FetchRequest request() {
    return request;
  }

  Purpose purpose() {
    return request.purpose();
  }

  /** Where it is now. */
  URI url() {
    return url;
  }

  Deadline deadline() {
    return deadline;
  }

  List<Redirect> redirects() {
    return redirects;
  }

  boolean isConditionalHere() {
    if (request.etag() == null && request.lastModified() == null) {
      return false;
    }
    URI validatorsFor = request.validatorsFor();
    return validatorsFor == null ? redirects.isEmpty() : validatorsFor.equals(url);
  }

  /** The same address, written as {@link HttpUrl} writes it. */
  void normalized(URI same) {
    url = same;
  }

  /**
   * Moves on.
   *
   * @param wish the redirect's own Retry-After, or null
   */
  void redirected(Redirect redirect, @Nullable String wish) {
    redirects.add(redirect);
    url = redirect.to();
    retryAfter = wish != null ? wish : retryAfter;
  }

  HttpResult.Answer answer(Reply reply) {
    return new HttpResult.Answer(
        reply.status(), url, redirects, headers(reply), reply.body(), at, took());
  }

  HttpResult.Failure failure(FailureClass failureClass, String message, @Nullable Reply reply) {
    return new HttpResult.Failure(
        failureClass,
        Causes.printable(message),
        reply == null ? null : reply.status(),
        url,
        redirects,
        RetryAfter.parse(reply == null ? retryAfter : headers(reply).get(RETRY_AFTER), at),
        at,
        took(),
        reply == null ? null : answer(reply));
  }

  /** What a redirect on the way asked for holds where the answer asks for nothing. */
  private Map<String, String> headers(Reply reply) {
    if (retryAfter == null || reply.headers().containsKey(RETRY_AFTER)) {
      return reply.headers();
    }
    Map<String, String> headers = new HashMap<>(reply.headers());
    headers.put(RETRY_AFTER, retryAfter);
    return headers;
  }

  private Duration took() {
    return time.minusNanos(deadline.leftNanos());
  }
}
