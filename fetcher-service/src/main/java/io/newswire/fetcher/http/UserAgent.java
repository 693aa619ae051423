package io.newswire.fetcher.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** How the fetcher names itself to publishers. */
public final class UserAgent {

  /** The token that robots.txt names it by (RFC 9309, 2.2.1). */
  public static final String PRODUCT = "newswire";

  private UserAgent() {}

  /** {@code Newswire/<version> (+contact)}, without the parentheses where there is no contact. */
  static String of(String version, @Nullable URI contact) {
    String product = "Newswire/" + version.replaceAll("[^0-9A-Za-z.+_-]", "");
    return contact == null ? product : product + " (+" + contact + ")";
  }
}
