package io.newswire.standalone.sample;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article.
 *
 * @param paper the id of the newspaper that has it first, whose page it is
 * @param slug its name in addresses
 * @param summary the teaser; null where the first paragraph serves
 * @param image a file of its newspaper; null where there is none
 */
record Story(
    String paper,
    String slug,
    String title,
    String author,
    Instant published,
    List<String> topics,
    @Nullable String summary,
    @Nullable String image,
    List<String> paragraphs) {

  String path() {
    return "/" + paper + "/" + slug + ".html";
  }

  String teaser() {
    return summary == null ? paragraphs.getFirst() : summary;
  }

  /** The text as HTML paragraphs. */
  String html() {
    StringBuilder html = new StringBuilder();
    for (String paragraph : paragraphs) {
      html.append("<p>").append(Markup.escaped(paragraph)).append("</p>\n");
    }
    return html.toString();
  }
}
