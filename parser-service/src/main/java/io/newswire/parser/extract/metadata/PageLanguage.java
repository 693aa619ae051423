package io.newswire.parser.extract.metadata;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the language that a page declares. */
public final class PageLanguage {

  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}");

  private PageLanguage() {}

  /** The declared language as given, underscores turned into hyphens; null where none is usable. */
  public static @Nullable String find(PageFacts facts) {
    Element html = facts.document().selectFirst("html");
    Thing article = facts.structured().article();
    String[] declared = {
      html == null ? null : html.attr("lang"),
      html == null ? null : html.attr("xml:lang"),
      facts
          .meta()
          .first("og:locale", "content-language", "language", "dc.language", "dcterms.language"),
      article == null ? null : article.text("inLanguage"),
      facts.hints().language()
    };
    for (String language : declared) {
      if (language != null && TAG.matcher(language.strip()).matches()) {
        return language.strip().replace('_', '-');
      }
    }
    return null;
  }
}
