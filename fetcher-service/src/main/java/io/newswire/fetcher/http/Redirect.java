package io.newswire.fetcher.http;

import java.net.URI;

/**
 * A redirect that was followed.
 *
 * @param from the address that was asked
 * @param to the address it named, absolute, without fragment
 * @param status 301, 302, 303, 307 or 308
 */
public record Redirect(URI from, URI to, int status) {

  /** Whether it is meant to stay (RFC 9110, 15.4.2 and 15.4.9). */
  public boolean isPermanent() {
    return status == 301 || status == 308;
  }
}
