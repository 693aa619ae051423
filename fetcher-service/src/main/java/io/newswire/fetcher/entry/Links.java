package io.newswire.fetcher.entry;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Comparisons of links. */
final class Links {

  private Links() {}

  /** The link without the parameters that only name a campaign. */
  static String withoutCampaign(String link) {
    int query = link.indexOf('?');
    if (query < 0) {
      return link;
    }
    String kept =
        Arrays.stream(link.substring(query + 1).split("&"))
            .filter(parameter -> !parameter.toLowerCase(Locale.ROOT).startsWith("utm_"))
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? link.substring(0, query) : link.substring(0, query) + "?" + kept;
  }

  static String withoutQuery(String link) {
    int query = link.indexOf('?');
    return query < 0 ? link : link.substring(0, query);
  }

  /** Whether both lead to the same page, a final slash and the scheme aside. */
  static boolean same(@Nullable String one, @Nullable String other) {
    return one != null && other != null && bare(one).equals(bare(other));
  }

  private static String bare(String link) {
    String withoutScheme = link.replaceFirst("^https?://", "");
    return withoutScheme.endsWith("/")
        ? withoutScheme.substring(0, withoutScheme.length() - 1)
        : withoutScheme;
  }
}
