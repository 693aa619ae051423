package io.newswire.fetcher.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody in without the key. Where there is none the server listens on loopback only, and
 * still a page in somebody's browser could reach it: requests that a browser sends on behalf of
 * another site, and names that were rebound to this machine, are refused.
 */
final class ApiGuard extends OncePerRequestFilter {

  /** What may be asked without the key; everything else may not, whatever the path looks like. */
  private static final Pattern PUBLIC =
      Pattern.compile(
          "/actuator/(health(/liveness|/readiness)?|info|prometheus)|/api/v1/openapi\\.yaml");

  private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private final byte @Nullable [] key;
  private final boolean loopbackOnly;

  ApiGuard(ApiProperties properties, @Nullable InetAddress address) {
    loopbackOnly = address != null && address.isLoopbackAddress();
    String wanted = properties.key();
    if (wanted == null && !loopbackOnly && !properties.open()) {
      throw new InvalidConfigurationPropertyValueException(
          "server.address",
          address == null ? "any" : address.getHostAddress(),
          "Anybody who reaches this address could use the API: set newswire.api.key, or"
              + " server.address=127.0.0.1, or newswire.api.open=true where something in front"
              + " keeps strangers away");
    }
    key = wanted == null ? null : wanted.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    response.setHeader("Cache-Control", "no-store");
    if (PUBLIC.matcher(request.getRequestURI()).matches()) {
      chain.doFilter(request, response);
    } else if (key != null) {
      if (hasKey(request, key)) {
        chain.doFilter(request, response);
      } else {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"newswire\"");
        refuse(response, HttpStatus.UNAUTHORIZED, "Send the API key as X-API-Key");
      }
    } else if (isFromAnotherSite(request)) {
      refuse(
          response,
          HttpStatus.FORBIDDEN,
          "Requests from another site's pages are refused; set newswire.api.key to allow them");
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isFromAnotherSite(HttpServletRequest request) {
    String host = host(request.getHeader("Host"));
    if (loopbackOnly && !LOOPBACK_NAMES.contains(host)) {
      return true;
    }
    String origin = request.getHeader("Origin");
    return origin != null && !host.equals(originHost(origin));
  }

  private static String originHost(String origin) {
    try {
      String host = URI.create(origin).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String host(@Nullable String header) {
    return header == null ? "" : header.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
  }

  private static boolean hasKey(HttpServletRequest request, byte[] key) {
    String sent = request.getHeader("X-API-Key");
    String authorization = request.getHeader("Authorization");
    if (sent == null
        && authorization != null
        && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      sent = authorization.substring(7).strip();
    }
    return sent != null && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), key);
  }

  private static void refuse(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    String problem =
        "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
            .formatted(status.getReasonPhrase(), status.value(), detail);
    response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
  }
}
