package io.newswire.fetcher.subscription;

import io.newswire.fetcher.hash.Sha256;
import io.newswire.fetcher.http.BasicCredentials;
import io.newswire.fetcher.http.HttpUrl;
import io.newswire.fetcher.http.InvalidUrlException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The address of a feed, normalised as far as RFC 3986 (6.2.2 and 6.2.3) lets it be without
 * changing what it names (case of scheme and host, default port, empty path), without user
 * information and fragment.
 *
 * @param value the normalised address
 * @param credentials the user information it came with
 */
public record FeedUrl(String value, @Nullable BasicCredentials credentials) {

  private static final int ID_BYTES = 8;

  /**
   * Reads an address as people give it; {@code feed://} and {@code feed:https://} are understood.
   *
   * @throws InvalidFeedUrlException where no feed can be polled there
   */
  public static FeedUrl parse(String text) {
    try {
      HttpUrl url = HttpUrl.parse(withoutFeedScheme(text.strip()));
      return new FeedUrl(url.url().toString(), url.credentials());
    } catch (InvalidUrlException e) {
      throw new InvalidFeedUrlException(String.valueOf(e.getMessage()));
    }
  }

  /** Returns the feed id: the first 16 hex digits of the SHA-256 of the address. */
  public String feedId() {
    return idOf(value);
  }

  /** Returns the address. */
  public URI uri() {
    return URI.create(value);
  }

  /** Returns the feed id that belongs to an address that is already normalised, or to a URN. */
  public static String idOf(String address) {
    return Sha256.hex(address, ID_BYTES);
  }

  private static String withoutFeedScheme(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("feed://")) {
      return "http://" + text.substring("feed://".length());
    }
    if (lower.startsWith("feed:http://") || lower.startsWith("feed:https://")) {
      return text.substring("feed:".length());
    }
    return text;
  }

  /** Without the credentials. */
  @Override
  public String toString() {
    return value;
  }
}
