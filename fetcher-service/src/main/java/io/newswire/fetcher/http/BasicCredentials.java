package io.newswire.fetcher.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * User name and password of HTTP's Basic scheme (RFC 7617), sent with the first request and never
 * to another origin. The text form shows neither.
 *
 * @param user without a colon
 * @param password any text
 */
public record BasicCredentials(String user, String password) {

  /**
   * Checks the user name.
   *
   * @throws IllegalArgumentException when the user name has a colon, which the scheme cannot carry
   */
  public BasicCredentials {
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException("a user name of Basic authentication cannot have a colon");
    }
  }

  String headerValue() {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @Override
  public String toString() {
    return "BasicCredentials[hidden]";
  }
}
