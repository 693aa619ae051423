package io.newswire.indexer.api;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call the API.
 *
 * @param key value that the header X-API-Key must have; without it only callers on this machine are
 *     answered
 * @param open answer everybody without a key; for networks that are protected otherwise
 */
@ConfigurationProperties("newswire.api")
public record ApiProperties(@Nullable String key, @DefaultValue("false") boolean open) {

  public ApiProperties {
    if (key != null && key.isBlank()) {
      key = null; // An empty environment variable means that there is none.
    }
    if (key != null && key.length() < 16) {
      throw new IllegalArgumentException("newswire.api.key must have at least 16 characters");
    }
  }
}
