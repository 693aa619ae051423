package io.newswire.fetcher.api;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may use the API.
 *
 * @param key what callers send as {@code X-API-Key} or {@code Authorization: Bearer}, at least 16
 *     characters; without it the server may listen on loopback only
 * @param open whether the server may listen elsewhere without a key, because something in front of
 *     it keeps strangers away
 */
@ConfigurationProperties("newswire.api")
public record ApiProperties(@Nullable String key, @DefaultValue("false") boolean open) {

  private static final int SHORTEST_KEY = 16;

  /**
   * Checks the key.
   *
   * @throws IllegalArgumentException where it is too short
   */
  public ApiProperties {
    key = key == null || key.isBlank() ? null : key.strip();
    if (key != null && key.length() < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "newswire.api.key is shorter than " + SHORTEST_KEY + " characters");
    }
  }

  @Override
  public String toString() {
    return "ApiProperties[key " + (key == null ? "absent" : "withheld") + ", open=" + open + "]";
  }
}
