package io.newswire.parser.extract.html;

import io.newswire.parser.extract.ExtractedImage;
import java.util.List;

/**
 * The body of an article as found in HTML.
 *
 * @param text blocks apart by an empty line
 * @param html the same as plain markup
 * @param images images in the body, in order
 * @param keyPoints points of an "at a glance" box, which are not in the text
 * @param sections headings in the text
 * @param method how it was found
 */
public record Body(
    String text,
    String html,
    List<ExtractedImage> images,
    List<String> keyPoints,
    List<String> sections,
    String method) {

  public Body {
    images = List.copyOf(images);
    keyPoints = List.copyOf(keyPoints);
    sections = List.copyOf(sections);
  }
}
