package io.newswire.fetcher.http;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A document to be asked for.
 *
 * @param url absolute http or https address without user name and password, see {@link HttpUrl}
 * @param etag the validator as it was received, byte for byte, for {@code If-None-Match}
 * @param lastModified the validator as it was received, byte for byte, for {@code
 *     If-Modified-Since}
 * @param validatorsFor the address that answered when the validators were received ({@link
 *     HttpResult.Answer#finalUrl}): they are sent to no other, so that a redirected feed is asked
 *     conditionally too; null is {@code url}
 * @param headers further headers of the subscriber's; sent to the origin of {@code url} only
 * @param credentials sent to the origin of {@code url} only
 * @param purpose what the document is for
 */
public record FetchRequest(
    URI url,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable URI validatorsFor,
    Map<String, String> headers,
    @Nullable BasicCredentials credentials,
    Purpose purpose) {

  private static final Set<String> OURS =
      Set.of(
          "accept-encoding",
          "authorization",
          "connection",
          "content-length",
          "expect",
          "host",
          "if-modified-since",
          "if-none-match",
          "keep-alive",
          "proxy-authorization",
          "range",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /**
   * Copies and checks the headers.
   *
   * @throws IllegalArgumentException naming a header that HTTP does not allow, or that is set by
   *     the client itself
   */
  public FetchRequest {
    headers = Map.copyOf(headers);
    headers.forEach(FetchRequest::check);
  }

  private static void check(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is no name of an HTTP header");
    }
    if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("the header " + name + " cannot be set for a feed");
    }
    if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7F)) {
      throw new IllegalArgumentException(
          "the value of the header " + name + " has a control character");
    }
  }

  /** An unconditional request without credentials or headers of its own. */
  public static FetchRequest of(URI url, Purpose purpose) {
    return new FetchRequest(url, null, null, null, Map.of(), null, purpose);
  }

  /**
   * The same request on condition that the document has changed.
   *
   * @param newEtag null for none
   * @param newLastModified null for none
   * @param answeredBy the address that answered when they were received
   */
  public FetchRequest ifChanged(
      @Nullable String newEtag, @Nullable String newLastModified, URI answeredBy) {
    return new FetchRequest(
        url, newEtag, newLastModified, answeredBy, headers, credentials, purpose);
  }

  /** Without the headers, which may be secrets. */
  @Override
  public String toString() {
    return "FetchRequest[" + purpose + " " + url + "]";
  }
}
