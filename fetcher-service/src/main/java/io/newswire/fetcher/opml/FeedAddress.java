package io.newswire.fetcher.opml;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses as subscription lists write them. */
final class FeedAddress {

  private FeedAddress() {}

  /** The web address that {@code given} means, credentials kept; null if it means none. */
  static @Nullable String of(String given) {
    String url = given.strip();
    String lower = url.toLowerCase(Locale.ROOT);
    for (String scheme : new String[] {"feed:", "itpc:", "pcast:", "podcast:", "zune:"}) {
      if (lower.startsWith(scheme)) {
        url = url.substring(scheme.length());
        url = url.startsWith("//") ? "http:" + url : url;
        lower = url.toLowerCase(Locale.ROOT);
      }
    }
    if (lower.startsWith("//")) {
      url = "http:" + url;
    } else if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
      boolean bare = lower.matches("[\\w.\\-]+\\.[a-z]{2,}(:\\d+)?(/.*)?");
      if (!bare) {
        return null;
      }
      url = "http://" + url;
    }
    int host = url.indexOf("//") + 2;
    return host < url.length() && url.charAt(host) != '/' ? url.replace(" ", "%20") : null;
  }
}
