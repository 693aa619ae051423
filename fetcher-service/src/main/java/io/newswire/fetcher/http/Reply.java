package io.newswire.fetcher.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server sent to one request.
 *
 * @param status HTTP status
 * @param headers as in {@link HttpResult.Answer}
 * @param body decoded bytes, empty where there were none
 */
record Reply(int status, Map<String, String> headers, byte[] body) {

  @Nullable String header(String name) {
    return headers.get(name);
  }

  boolean isRedirect() {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }
}
