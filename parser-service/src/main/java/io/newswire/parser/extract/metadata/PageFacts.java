package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.Hints;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Where a page's metadata is read from.
 *
 * @param document the parsed page
 * @param url address of the page, which may be empty
 * @param hints what is known beforehand
 * @param meta its meta tags
 * @param structured its structured data
 * @param lines its short lines of text, in document order
 */
public record PageFacts(
    Document document,
    String url,
    Hints hints,
    MetaTags meta,
    StructuredData structured,
    List<String> lines) {

  /** The language that the page declares, as given; null where it declares none. */
  @Nullable String language() {
    return PageLanguage.find(this);
  }

  /** Reads the page's meta tags and structured data. */
  public static PageFacts of(Document document, String url, Hints hints, List<String> lines) {
    return new PageFacts(
        document, url, hints, MetaTags.read(document), StructuredData.read(document), lines);
  }
}
