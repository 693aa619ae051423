package io.newswire.fetcher.http;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks sites for documents. Safe for any number of (virtual) threads. */
public final class FeedHttpClient implements AutoCloseable {

  private final HttpProperties properties;
  private final Transport transport;
  private final HostGate gate;
  private final HttpMetrics metrics;
  private final InstantSource clock;

  FeedHttpClient(
      HttpProperties properties,
      Transport transport,
      HostGate gate,
      HttpMetrics metrics,
      InstantSource clock) {
    this.properties = properties;
    this.transport = transport;
    this.gate = gate;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Waits for the site's turn, then asks; follows redirects, waiting for the next site's turn each
   * time. Whatever the site does is a result, never an exception.
   *
   * @throws InterruptedException when this thread is interrupted
   */
  public HttpResult get(FetchRequest request) throws InterruptedException {
    return get(request, null, HopRule.NONE, null);
  }

  /**
   * The same with the first site's turn already taken, see {@link HostGate#tryAcquire}. The permit
   * is closed when this returns or throws.
   *
   * @throws InterruptedException when this thread is interrupted
   */
  public HttpResult get(FetchRequest request, Permit permit) throws InterruptedException {
    return get(request, permit, HopRule.NONE, null);
  }

  /**
   * The same with a say about every address on the way.
   *
   * @param longestWait for each turn; a turn that does not come in time is a {@link
   *     FailureClass#TIMEOUT}
   * @throws InterruptedException when this thread is interrupted
   */
  public HttpResult get(FetchRequest request, HopRule rule, Duration longestWait)
      throws InterruptedException {
    return get(request, null, rule, longestWait);
  }

  private HttpResult get(
      FetchRequest request, @Nullable Permit first, HopRule rule, @Nullable Duration longestWait)
      throws InterruptedException {
    try {
      Fetch fetch = new Fetch(request, clock.instant(), properties.exchangeTimeout());
      HttpResult result = follow(fetch, first, rule, longestWait);
      metrics.record(request.purpose(), result);
      return result;
    } finally {
      if (first != null) {
        first.close();
      }
    }
  }

  private HttpResult follow(
      Fetch fetch, @Nullable Permit first, HopRule rule, @Nullable Duration longestWait)
      throws InterruptedException {
    Set<URI> visited = new HashSet<>();
    Permit permit = first;
    while (true) {
      HttpResult invalid = checked(fetch);
      if (invalid != null) {
        return invalid;
      }
      visited.add(fetch.url());
      if (permit == null) {
        switch (rule.judge(fetch.url())) {
          case HopRule.Denied denied -> {
            return fetch.failure(FailureClass.REDIRECT, denied.message(), null);
          }
          case HopRule.Allowed allowed ->
              permit = gate.acquire(fetch.url(), allowed.delay(), longestWait);
        }
        if (permit == null) {
          return fetch.failure(FailureClass.TIMEOUT, "the site's turn did not come in time", null);
        }
      }
      Reply reply;
      try {
        reply = exchange(fetch, permit);
      } catch (IOException | IllegalStateException e) {
        if (Thread.interrupted()) {
          throw new InterruptedException("interrupted while asking " + HttpUrl.host(fetch.url()));
        }
        return fetch.failure(Causes.classify(e), Causes.message(e), null);
      }
      permit = null;
      if (!reply.isRedirect()) {
        return judged(fetch, reply);
      }
      HttpResult deadEnd = redirected(fetch, reply, visited);
      if (deadEnd != null) {
        return deadEnd;
      }
    }
  }

  private Reply exchange(Fetch fetch, Permit permit) throws IOException {
    try {
      return transport.exchange(fetch.url(), headers(fetch), fetch.purpose(), fetch.deadline());
    } finally {
      permit.close();
    }
  }

  private static @Nullable HttpResult checked(Fetch fetch) {
    try {
      HttpUrl checked = HttpUrl.of(fetch.url());
      if (checked.credentials() != null) {
        return fetch.failure(
            FailureClass.REFUSED_ADDRESS, "the address has a user name or password in it", null);
      }
      fetch.normalized(checked.url());
      return null;
    } catch (InvalidUrlException e) {
      return fetch.failure(FailureClass.REFUSED_ADDRESS, Causes.message(e), null);
    }
  }

  /** Moves the fetch on to where a redirect points; a result where it points nowhere. */
  private @Nullable HttpResult redirected(Fetch fetch, Reply reply, Set<URI> visited) {
    String location = reply.header("location");
    if (location == null || location.isBlank()) {
      return fetch.failure(FailureClass.REDIRECT, "a redirect without a Location", reply);
    }
    if (fetch.redirects().size() >= properties.maxRedirects()) {
      return fetch.failure(
          FailureClass.REDIRECT, "more than " + properties.maxRedirects() + " redirects", reply);
    }
    URI target;
    try {
      target = HttpUrl.resolve(fetch.url(), utf8(location)).url();
    } catch (InvalidUrlException e) {
      return fetch.failure(
          FailureClass.REDIRECT, "a redirect to what cannot be asked: " + Causes.message(e), reply);
    }
    if (visited.contains(target)) {
      return fetch.failure(FailureClass.REDIRECT, "the redirects run in a circle", reply);
    }
    fetch.redirected(
        new Redirect(fetch.url(), target, reply.status()), reply.header("retry-after"));
    return null;
  }

  private HttpResult judged(Fetch fetch, Reply reply) {
    String wall = BotWall.of(reply);
    if (wall != null) {
      return fetch.failure(
          FailureClass.BOT_WALL, "a challenge of " + wall + " instead of the document", reply);
    }
    int status = reply.status();
    if (status == 304 && !fetch.isConditionalHere()) {
      return fetch.failure(FailureClass.PROTOCOL, "304 to a request that set no condition", reply);
    }
    if (status == 304 || status / 100 == 2) {
      return fetch.answer(reply);
    }
    FailureClass failureClass =
        switch (status) {
          case 429 -> FailureClass.RATE_LIMITED;
          case 503 ->
              reply.header("retry-after") == null
                  ? FailureClass.SERVER_ERROR
                  : FailureClass.RATE_LIMITED;
          default ->
              switch (status / 100) {
                case 3 -> FailureClass.REDIRECT;
                case 4 -> FailureClass.CLIENT_ERROR;
                case 5 -> FailureClass.SERVER_ERROR;
                default -> FailureClass.PROTOCOL;
              };
        };
    return fetch.failure(failureClass, "the site answered with status " + status, reply);
  }

  private static Map<String, String> headers(Fetch fetch) {
    FetchRequest request = fetch.request();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", request.purpose().accept());
    headers.put("Accept-Encoding", "gzip, deflate, br");
    if (fetch.isConditionalHere()) {
      putIfThere(headers, "If-None-Match", request.etag());
      putIfThere(headers, "If-Modified-Since", request.lastModified());
    }
    // What one origin is trusted with is no business of another (RFC 9110, 15.4 and 17.16.1).
    if (HttpUrl.sameOrigin(request.url(), fetch.url())) {
      headers.putAll(request.headers());
      if (request.credentials() != null) {
        headers.put("Authorization", request.credentials().headerValue());
      }
    }
    return headers;
  }

  private static void putIfThere(Map<String, String> headers, String name, @Nullable String value) {
    if (value != null && value.chars().noneMatch(c -> c < ' ' && c != '\t')) {
      headers.put(name, value);
    }
  }

  /** Servers send addresses in raw UTF-8, though headers are Latin-1 at best. */
  private static String utf8(String header) {
    byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return header;
    }
  }

  @Override
  public void close() {
    transport.close();
  }
}
