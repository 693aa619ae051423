package io.newswire.fetcher.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request on its way from address to address. Of one thread. */
final class Fetch {

  private final FetchRequest request;
  private final Instant at;
  private final Duration time;
  private final Deadline deadline;
  private final List<Redirect> redirects = new ArrayList<>();
  private URI url;

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

  void redirected(Redirect redirect) {
    redirects.add(redirect);
    url = redirect.to();
  }

  HttpResult.Answer answer(Reply reply) {
    return new HttpResult.Answer(
        reply.status(), url, redirects, reply.headers(), reply.body(), at, took());
  }

  HttpResult.Failure failure(FailureClass failureClass, String message, @Nullable Reply reply) {
    return new HttpResult.Failure(
        failureClass,
        Causes.printable(message),
        reply == null ? null : reply.status(),
        url,
        redirects,
        reply == null ? null : RetryAfter.parse(reply.header("retry-after"), at),
        at,
        took(),
        reply == null ? null : answer(reply));
  }

  private Duration took() {
    return time.minusNanos(deadline.leftNanos());
  }
}
