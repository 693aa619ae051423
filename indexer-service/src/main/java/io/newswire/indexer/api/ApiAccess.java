package io.newswire.indexer.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may call the API. Without a key only this machine may, under a name that only this
 * machine has: a page in a browser on it can send requests too, but under another host's name or
 * with its own origin (DNS rebinding, cross-site requests).
 */
final class ApiAccess {

  private static final Set<String> LOOPBACK =
      Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1");

  private final ApiProperties properties;

  ApiAccess(ApiProperties properties) {
    this.properties = properties;
  }

  /** A decision: null to let the call through, otherwise what to answer. */
  record Refusal(int status, String detail) {}

  @Nullable Refusal decide(
      String remoteAddress, String serverName, @Nullable String origin, @Nullable String key) {
    String expected = properties.key();
    if (expected != null) {
      return key != null && MessageDigest.isEqual(expected.getBytes(UTF_8), key.getBytes(UTF_8))
          ? null
          : new Refusal(401, "The header X-API-Key must have the key of newswire.api.key.");
    }
    if (properties.open()) {
      return null;
    }
    if (isLoopback(remoteAddress)
        && isLoopback(serverName)
        && (origin == null || isLoopback(host(origin)))) {
      return null;
    }
    return new Refusal(
        403,
        "Only callers on this machine are answered. Set newswire.api.key and send it as X-API-Key, or set newswire.api.open=true where the network is protected.");
  }

  private static boolean isLoopback(@Nullable String name) {
    return name != null
        && (LOOPBACK.contains(name) || name.startsWith("127.") && name.matches("[0-9.]+"));
  }

  private static @Nullable String host(String origin) {
    try {
      return URI.create(origin).getHost();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
