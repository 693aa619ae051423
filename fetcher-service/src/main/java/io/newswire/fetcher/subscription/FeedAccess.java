package io.newswire.fetcher.subscription;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.newswire.fetcher.http.BasicCredentials;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a feed asks of those who read it. Never logged, published or returned.
 *
 * @param user user name of HTTP basic authentication
 * @param password its password
 * @param headers further request headers
 */
public record FeedAccess(
    @Nullable String user, @Nullable String password, Map<String, String> headers) {

  /** Nothing. */
  public static final FeedAccess NONE = new FeedAccess(null, null, Map.of());

  public FeedAccess {
    headers = headers == null ? Map.of() : Map.copyOf(headers);
  }

  /** Returns what the address itself carried. */
  public static FeedAccess of(@Nullable BasicCredentials credentials) {
    return credentials == null
        ? NONE
        : new FeedAccess(credentials.user(), credentials.password(), Map.of());
  }

  /** Returns whether there is nothing to keep secret. */
  @JsonIgnore
  public boolean isEmpty() {
    return user == null && headers.isEmpty();
  }

  @Override
  public String toString() {
    return "FeedAccess[withheld]";
  }
}
