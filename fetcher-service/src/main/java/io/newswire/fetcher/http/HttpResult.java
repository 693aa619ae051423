package io.newswire.fetcher.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a request ended. */
public sealed interface HttpResult {

  /** When the exchange began. */
  Instant at();

  /** How long the exchange took, waiting for the host's turn not counted. */
  Duration took();

  /** The redirects that were followed, in order. */
  List<Redirect> redirects();

  /** What the site asks to be left alone for, however it says so; null when it does not. */
  @Nullable Duration retryAfter();

  /**
   * The document (2xx), or that it has not changed (304, only where the request was conditional).
   *
   * @param status 200 to 299, or 304
   * @param finalUrl the address that answered, after redirects
   * @param headers names in lower case; repeated headers are joined with {@code ", "}, except those
   *     that exist once ({@code content-type}, {@code etag}, {@code last-modified}, {@code
   *     location}): there the first counts. Content-Encoding has been undone, and is left out
   * @param body decoded bytes, empty for a 304
   */
  record Answer(
      int status,
      URI finalUrl,
      List<Redirect> redirects,
      Map<String, String> headers,
      byte[] body,
      Instant at,
      Duration took)
      implements HttpResult {

    /** Copies lists and maps; the body is not copied. */
    public Answer {
      redirects = List.copyOf(redirects);
      headers = Map.copyOf(headers);
    }

    /** Whether the document is the one that the validators belong to. */
    public boolean isNotModified() {
      return status == 304;
    }

    /** A header by its lower-case name. */
    public @Nullable String header(String name) {
      return headers.get(name);
    }

    @Override
    public @Nullable Duration retryAfter() {
      return RetryAfter.parse(headers.get("retry-after"), at);
    }

    @Override
    public String toString() {
      return "Answer[" + status + " " + finalUrl + ", " + body.length + " bytes]";
    }
  }

  /**
   * No document.
   *
   * @param failureClass why
   * @param message what was wrong, for people; without credentials and without control characters
   * @param status HTTP status of the last answer, null when there was none
   * @param url the address that failed, after redirects
   * @param answer what the site sent with its refusal, where it could be read: of use to look for
   *     links to a feed that has moved
   */
  record Failure(
      FailureClass failureClass,
      String message,
      @Nullable Integer status,
      URI url,
      List<Redirect> redirects,
      @Nullable Duration retryAfter,
      Instant at,
      Duration took,
      @Nullable Answer answer)
      implements HttpResult {

    /** Copies the redirects. */
    public Failure {
      redirects = List.copyOf(redirects);
    }

    /** Whether the site says that the document is gone for good (RFC 9110, 15.5.11). */
    public boolean isGone() {
      return status != null && status == 410;
    }
  }
}
