package io.newswire.parser.url;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Removes from a link what does not choose the page: tracking parameters, the fragment, and ways of
 * writing that RFC 3986 calls equivalent. The result points to the same page. It is what an
 * article's identity is made of, so it must never change for a given link within a version of the
 * rules; RATIONALE.md has the definition.
 */
public final class ArticleUrl {

  private final TrackingParameters tracking;

  public ArticleUrl(TrackingParameters tracking) {
    this.tracking = tracking;
  }

  /**
   * The link in normal form without tracking; a link that is no http(s) URL comes back trimmed and
   * otherwise unchanged.
   */
  public String withoutTracking(String link) {
    return parse(link).map(HttpUrl::toString).orElseGet(link::strip);
  }

  /** Whether the text is an http(s) URL with a host. */
  public static boolean isHttp(@Nullable String url) {
    return url != null && HttpUrl.parse(url).isPresent();
  }

  Optional<HttpUrl> parse(String link) {
    return HttpUrl.parse(link)
        .map(
            url ->
                new HttpUrl(
                    url.scheme(),
                    url.userInfo(),
                    url.host(),
                    url.port(),
                    url.path(),
                    queryWithoutTracking(url.query()),
                    routingFragment(url.fragment())));
  }

  private @Nullable String queryWithoutTracking(@Nullable String query) {
    if (query == null) {
      return null;
    }
    return Arrays.stream(query.split("&", -1))
        .filter(parameter -> !tracking.contains(name(parameter)))
        .collect(Collectors.joining("&"));
  }

  private static String name(String parameter) {
    int equals = parameter.indexOf('=');
    String name = equals < 0 ? parameter : parameter.substring(0, equals);
    // HTML that was escaped twice leaves "&amp;utm_source=…" in links.
    String bare = name.startsWith("amp;") ? name.substring(4) : name;
    return URLDecoder.decode(bare, StandardCharsets.UTF_8);
  }

  /** A fragment is a place in a page, but "#!…" and "#/…" are how some sites choose the page. */
  private static @Nullable String routingFragment(@Nullable String fragment) {
    return fragment != null && (fragment.startsWith("!") || fragment.startsWith("/"))
        ? fragment
        : null;
  }
}
