package io.newswire.fetcher.runtime;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings directly below {@code newswire}.
 *
 * @param accessKey base64 of 32 bytes that feeds' credentials are sealed with; the same for all
 *     instances
 */
@ConfigurationProperties("newswire")
public record AccessProperties(@Nullable String accessKey) {

  @Override
  public String toString() {
    return "AccessProperties[withheld]";
  }
}
