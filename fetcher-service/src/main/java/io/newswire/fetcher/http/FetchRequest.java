package io.newswire.fetcher.http;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document to be asked for.
 *
 * @param url absolute http or https address without user name and password, see {@link HttpUrl}
 * @param etag the validator as it was received, byte for byte, for {@code If-None-Match}
 * @param lastModified the validator as it was received, byte for byte, for {@code
 *     If-Modified-Since}
 * @param headers further headers of the subscriber's; sent to the origin of {@code url} only
 * @param credentials sent to the origin of {@code url} only
 * @param purpose what the document is for
 */
public record FetchRequest(
    URI url,
    @Nullable String etag,
    @Nullable String lastModified,
    Map<String, String> headers,
    @Nullable BasicCredentials credentials,
    Purpose purpose) {

  /** Copies the headers. */
  public FetchRequest {
    headers = Map.copyOf(headers);
  }

  /** An unconditional request without credentials or headers of its own. */
  public static FetchRequest of(URI url, Purpose purpose) {
    return new FetchRequest(url, null, null, Map.of(), null, purpose);
  }

  /** The same request on condition that the document has changed; null is no validator. */
  public FetchRequest ifChanged(@Nullable String newEtag, @Nullable String newLastModified) {
    return new FetchRequest(url, newEtag, newLastModified, headers, credentials, purpose);
  }

  boolean isConditional() {
    return etag != null || lastModified != null;
  }

  /** Without the headers, which may be secrets. */
  @Override
  public String toString() {
    return "FetchRequest[" + purpose + " " + url + "]";
  }
}
