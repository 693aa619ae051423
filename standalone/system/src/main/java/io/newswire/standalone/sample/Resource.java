package io.newswire.standalone.sample;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** A body with its validators (RFC 9110, sections 8.8 and 13). */
record Resource(String contentType, byte[] body, String etag, Instant lastModified) {

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final Instant FOUNDED = Instant.parse("2026-10-01T00:00:00Z");

  static Resource of(String contentType, String text) {
    return of(contentType, text, FOUNDED);
  }

  static Resource of(String contentType, String text, Instant lastModified) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return new Resource(contentType, body, "\"" + hash(body) + "\"", lastModified);
  }

  void send(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("ETag", etag);
    headers.set("Last-Modified", HTTP_DATE.format(lastModified));
    if (isUnchanged(exchange.getRequestHeaders())) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    headers.set("Content-Type", contentType);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(200, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }

  /** If-None-Match counts alone where it is given (RFC 9110, section 13.2.2). */
  private boolean isUnchanged(Headers request) {
    String noneMatch = request.getFirst("If-None-Match");
    if (noneMatch != null) {
      return noneMatch.equals("*")
          || Arrays.stream(noneMatch.split(","))
              .map(tag -> tag.strip().replaceFirst("^W/", ""))
              .anyMatch(etag::equals);
    }
    String since = request.getFirst("If-Modified-Since");
    if (since == null) {
      return false;
    }
    try {
      return !lastModified.isAfter(HTTP_DATE.parse(since, Instant::from));
    } catch (DateTimeException e) {
      // A date that cannot be read is ignored (RFC 9110, section 13.1.3).
      return false;
    }
  }

  private static String hash(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
