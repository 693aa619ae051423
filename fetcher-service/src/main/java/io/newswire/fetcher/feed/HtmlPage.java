package io.newswire.fetcher.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The feeds that an HTML page links to (RSS Autodiscovery; WHATWG HTML, 4.6.7.1). */
final class HtmlPage {

  private static final Set<String> FEED_TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/feed+json",
          "application/rdf+xml",
          "application/x-rss+xml");
  private static final Set<String> LIKELY_TYPES =
      Set.of("application/xml", "text/xml", "application/json");
  private static final int MOST = 50;

  private HtmlPage() {}

  /** Absolute addresses of the feeds, those declared as such first, in the order of the page. */
  static List<URI> feedLinks(String html, String documentBase) {
    Problems ignored = new Problems();
    Tokenizer tokens = new Tokenizer(html, new TextDecoder(html, false, ignored), ignored);
    String base = documentBase;
    Set<String> declared = new LinkedHashSet<>();
    Set<String> likely = new LinkedHashSet<>();
    for (Tokenizer.Token token = tokens.next();
        token != Tokenizer.Token.EOF;
        token = tokens.next()) {
      if (token != Tokenizer.Token.START) {
        continue;
      }
      Attributes attributes = tokens.attributes();
      String href = attributes.first("href");
      if (href == null) {
        continue;
      }
      if (tokens.name().lower.equals("base")) {
        base = Urls.resolve(documentBase, href);
      } else if (tokens.name().lower.equals("link")) {
        String type = attributes.first("type");
        String media = type == null ? "" : type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        String rel = attributes.first("rel");
        boolean isFeed = has(rel, "feed");
        if (has(rel, "alternate") && FEED_TYPES.contains(media) || isFeed) {
          declared.add(Urls.resolve(base, href));
        } else if (has(rel, "alternate") && LIKELY_TYPES.contains(media)) {
          likely.add(Urls.resolve(base, href));
        }
      }
    }
    declared.addAll(likely);
    List<URI> links = new ArrayList<>();
    for (String link : declared) {
      if (links.size() < MOST && Urls.isWeb(link)) {
        addIfValid(links, link);
      }
    }
    return List.copyOf(links);
  }

  private static void addIfValid(List<URI> links, String link) {
    try {
      links.add(new URI(link.replace(" ", "%20")));
    } catch (URISyntaxException e) {
      // An address that is none leads to no feed; the other links of the page count.
    }
  }

  private static boolean has(@Nullable String rel, String word) {
    return rel != null && List.of(rel.toLowerCase(Locale.ROOT).split("\\s+")).contains(word);
  }
}
