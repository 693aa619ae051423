package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.Hints;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Where a page's metadata is read from. What several fields need is worked out once; of one thread.
 */
public final class PageFacts {

  private final Document document;
  private final String url;
  private final Hints hints;
  private final MetaTags meta;
  private final StructuredData structured;
  private final List<String> lines;

  private @Nullable TitleSegments segments;
  private @Nullable Optional<String> title;

  private PageFacts(Document document, String url, Hints hints, List<String> lines) {
    this.document = document;
    this.url = url;
    this.hints = hints;
    this.lines = lines;
    this.meta = MetaTags.read(document);
    this.structured = StructuredData.read(document);
  }

  /**
   * Reads the page's meta tags and structured data.
   *
   * @param document the parsed page
   * @param url address of the page, which may be empty
   * @param hints what is known beforehand
   * @param lines its short lines of text, in document order
   */
  public static PageFacts of(Document document, String url, Hints hints, List<String> lines) {
    return new PageFacts(document, url, hints, lines);
  }

  Document document() {
    return document;
  }

  String url() {
    return url;
  }

  Hints hints() {
    return hints;
  }

  MetaTags meta() {
    return meta;
  }

  /** The page's structured data. */
  public StructuredData structured() {
    return structured;
  }

  /** The page's short lines of text, in document order. */
  public List<String> lines() {
    return lines;
  }

  /** The language that the page declares, as given; null where it declares none. */
  @Nullable String language() {
    return PageLanguage.find(this);
  }

  TitleSegments titleSegments() {
    TitleSegments known = segments == null ? TitleSegments.of(this) : segments;
    segments = known;
    return known;
  }

  /** The title, without site name and section; null where the page has none. */
  public @Nullable String title() {
    Optional<String> known = title == null ? Optional.ofNullable(TitleFinder.find(this)) : title;
    title = known;
    return known.orElse(null);
  }
}
