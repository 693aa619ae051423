package io.newswire.fetcher.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * One request and its answer, by Apache HttpClient with all of its own initiative switched off:
 * redirects, cookies, authentication, retries, decompression and protocol upgrades are ours to
 * decide.
 */
final class Transport implements AutoCloseable {

  private static final Set<String> SINGLE =
      Set.of(
          "content-type", "content-location", "etag", "last-modified", "location", "retry-after");

  /** An error page is read only to be recognised. */
  private static final int ERROR_PAGE = 512 * 1024;

  /** What has to be read of a robots.txt at least (RFC 9309, 2.5). */
  private static final int ROBOTS_TXT = 500 * 1024;

  private final HttpProperties properties;
  private final CloseableHttpClient client;
  private final GuardedDns dns;
  private final ScheduledThreadPoolExecutor timer;

  Transport(HttpProperties properties, GuardedDns dns, SSLContext trust, String userAgent) {
    this.properties = properties;
    this.dns = dns;
    timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("http-deadlines").factory());
    timer.setRemoveOnCancelPolicy(true);
    client =
        HttpClients.custom()
            .setConnectionManager(connections(trust))
            .setDefaultRequestConfig(requestConfig())
            .setUserAgent(userAgent)
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableContentCompression()
            .disableAutomaticRetries()
            .disableAuthCaching()
            .disableConnectionState()
            .evictExpiredConnections()
            .evictIdleConnections(TimeValue.ofSeconds(10))
            .build();
  }

  private PoolingHttpClientConnectionManager connections(SSLContext trust) {
    Timeout connect = Timeout.of(properties.connectTimeout());
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(dns)
        .setTlsSocketStrategy(
            ClientTlsStrategyBuilder.create()
                .setSslContext(trust)
                .setTlsVersions(TLS.V_1_2, TLS.V_1_3)
                .buildClassic())
        // Header bytes are kept as they are: a validator goes back as it came.
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(
                    Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(65_536).build())
                .charCodingConfig(
                    CharCodingConfig.custom().setCharset(StandardCharsets.ISO_8859_1).build())
                .build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(connect)
                .setSocketTimeout(Timeout.of(properties.exchangeTimeout()))
                // Politeness leaves seconds between requests: who closed meanwhile is not asked.
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                .build())
        .setMaxConnTotal(properties.maxConnections())
        .setMaxConnPerRoute(2)
        .build();
  }

  private RequestConfig requestConfig() {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(Timeout.of(properties.exchangeTimeout()))
        .setResponseTimeout(Timeout.of(properties.exchangeTimeout()))
        .setDefaultKeepAlive(10, TimeUnit.SECONDS)
        .setAuthenticationEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .build();
  }

  /**
   * Sends a request and reads the answer, within the time that is left.
   *
   * @throws DeadlineException when the time is over, whatever the server was doing
   * @throws IOException when there was no complete answer
   */
  Reply exchange(URI url, Map<String, String> headers, Purpose purpose, Deadline deadline)
      throws IOException {
    HttpUriRequestBase request = new HttpUriRequestBase("GET", url);
    headers.forEach(request::setHeader);
    AtomicBoolean expired = new AtomicBoolean();
    long start = System.nanoTime();
    ScheduledFuture<?> alarm =
        timer.schedule(
            () -> {
              expired.set(true);
              // Closing may block on the socket's locks: it must not hold up the other alarms.
              Thread.startVirtualThread(request::cancel);
            },
            Math.max(deadline.leftNanos(), 0),
            TimeUnit.NANOSECONDS);
    try {
      return send(request, url, purpose);
    } catch (IOException | IllegalStateException e) {
      if (expired.get()) {
        throw new DeadlineException(properties.exchangeTimeout(), e);
      }
      throw e;
    } finally {
      alarm.cancel(false);
      deadline.spend(System.nanoTime() - start);
    }
  }

  private Reply send(HttpUriRequestBase request, URI url, Purpose purpose) throws IOException {
    HttpHost host = new HttpHost(url.getScheme(), HttpUrl.bareHost(url), HttpUrl.port(url));
    ClassicHttpResponse response = client.executeOpen(host, request, HttpClientContext.create());
    try {
      Reply reply = read(response, request, purpose);
      response.close();
      return reply;
    } catch (IOException | RuntimeException e) {
      drop(request, response, e);
      throw e;
    }
  }

  /** Ends the exchange without reading what is left of it. */
  private static void drop(
      HttpUriRequestBase request, ClassicHttpResponse response, Exception reason) {
    request.cancel();
    try {
      response.close();
    } catch (IOException e) {
      // The connection has just been closed under it; what counts is why.
      reason.addSuppressed(e);
    }
  }

  private Reply read(ClassicHttpResponse response, HttpUriRequestBase request, Purpose purpose)
      throws IOException {
    Map<String, String> headers = headers(response);
    HttpEntity entity = response.getEntity();
    int status = response.getCode();
    String encoding = headers.remove("content-encoding");
    if (entity == null || status == 304) {
      return new Reply(status, headers, new byte[0]);
    }
    Body body = body(status, purpose);
    if (!body.truncate() && entity.getContentLength() > body.limit()) {
      throw new ResponseTooLargeException(
          "the document is announced with "
              + entity.getContentLength()
              + " bytes; the limit is "
              + body.limit());
    }
    Body.Read read = body.read(entity.getContent(), encoding);
    Reply reply = new Reply(status, headers, read.bytes());
    if (!read.atEnd()) {
      drop(request, response, new IOException("more than was wanted"));
    }
    return reply;
  }

  private Body body(int status, Purpose purpose) {
    int limit = (int) properties.maxBody().toBytes();
    if (status < 200 || status > 299) {
      return new Body(Math.min(ERROR_PAGE, limit), true);
    }
    return purpose == Purpose.ROBOTS
        ? new Body(Math.min(ROBOTS_TXT, limit), true)
        : new Body(limit, false);
  }

  private static Map<String, String> headers(ClassicHttpResponse response) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : response.getHeaders()) {
      String name = header.getName().toLowerCase(Locale.ROOT);
      String value = header.getValue() == null ? "" : header.getValue();
      headers.merge(name, value, (a, b) -> SINGLE.contains(name) ? a : a + ", " + b);
    }
    return headers;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    dns.close();
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing the HTTP client", e);
    }
  }
}
