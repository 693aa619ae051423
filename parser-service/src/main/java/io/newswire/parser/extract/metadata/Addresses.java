package io.newswire.parser.extract.metadata;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the addresses that a page gives for itself. */
public final class Addresses {

  private static final int LONGEST = 2000;

  private Addresses() {}

  /** The address that the page calls canonical, where it can be its own. */
  public static @Nullable String canonical(PageFacts facts) {
    Element link = facts.document().selectFirst("link[rel~=(?i)canonical][href]");
    String canonical = link == null ? null : plausible(link.attr("href"), facts.url());
    if (canonical == null) {
      canonical = plausible(facts.meta().first("og:url"), facts.url());
    }
    Thing article = facts.structured().article();
    if (canonical == null && article != null) {
      canonical = plausible(article.text("url"), facts.url());
    }
    return canonical;
  }

  /** Absolute http(s), and no home page for a page that is none. */
  private static @Nullable String plausible(@Nullable String text, String base) {
    String address = absolute(text, base);
    if (address == null) {
      return null;
    }
    String page = path(base);
    String path = path(address);
    return path.length() <= 1 && page.length() > 1 ? null : address;
  }

  private static String path(String address) {
    int scheme = address.indexOf("://");
    int slash = scheme < 0 ? -1 : address.indexOf('/', scheme + 3);
    return slash < 0 ? "" : address.substring(slash);
  }

  /** An absolute http(s) address, or null. */
  public static @Nullable String absolute(@Nullable String text, String base) {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      return null;
    }
    String stripped = text.strip();
    String lower = stripped.toLowerCase(Locale.ROOT);
    if (lower.startsWith("data:") || lower.startsWith("javascript:") || lower.startsWith("blob:")) {
      return null;
    }
    try {
      URI reference = new URI(stripped.replace(" ", "%20").replace("|", "%7C"));
      URI uri =
          reference.isAbsolute() || base.isEmpty() ? reference : new URI(base).resolve(reference);
      String scheme = uri.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      return web && uri.getHost() != null ? uri.toString() : null;
    } catch (URISyntaxException malformed) {
      return null;
    }
  }
}
