package io.newswire.parser.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a document. Every text is plain text: decoded, without markup, never to be
 * decoded again.
 *
 * @param title without site name and section
 * @param summary the dek, or the description that the page gives
 * @param authors names of persons, one each, cleaned
 * @param agencies agencies and desks named as authors
 * @param published publication date
 * @param updated date of the last change
 * @param language language that the document declares, as given (a hint for detection)
 * @param canonicalUrl absolute address that the document calls canonical, where plausible; tracking
 *     parameters may be there
 * @param siteName name of the site
 * @param text the body: blocks separated by an empty line, no furniture; empty where there is no
 *     article
 * @param html the body's markup, not sanitised; empty where the document is a plain text without
 *     structure
 * @param images images of the article, the lead image first
 * @param topics keywords and categories, trimmed, in the document's order
 * @param keyPoints points of an "at a glance" box
 * @param sections headings in the body, in order
 * @param statedReadingMinutes reading time as the publisher states it
 * @param method how the body was found, for people who look into a result; {@link #PLAIN_TEXT}
 *     where the document was a plain text
 */
public record Extraction(
    @Nullable String title,
    @Nullable String summary,
    List<String> authors,
    List<String> agencies,
    @Nullable ExtractedDate published,
    @Nullable ExtractedDate updated,
    @Nullable String language,
    @Nullable String canonicalUrl,
    @Nullable String siteName,
    String text,
    String html,
    List<ExtractedImage> images,
    List<String> topics,
    List<String> keyPoints,
    List<String> sections,
    @Nullable Integer statedReadingMinutes,
    String method) {

  /** The method of a document that was no HTML. */
  public static final String PLAIN_TEXT = "text";

  /** The method of a feed's fragment. */
  public static final String FRAGMENT = "fragment";

  /** The method of a feed's fragment that asked to read on elsewhere. */
  public static final String TEASER = "teaser";

  public Extraction {
    authors = List.copyOf(authors);
    agencies = List.copyOf(agencies);
    images = List.copyOf(images);
    topics = List.copyOf(topics);
    keyPoints = List.copyOf(keyPoints);
    sections = List.copyOf(sections);
  }
}
