package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.vocabulary.Phrases;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the dek: the sentence or two under the title, else the page's description. */
public final class Summary {

  private static final int LONGEST = 1000;

  private Summary() {}

  /** The summary in plain text. */
  public static @Nullable String find(PageFacts facts) {
    Thing article = facts.structured().article();
    String described = article == null ? null : usable(article.text("description"));
    String declared =
        usable(
            facts
                .meta()
                .first(
                    "og:description",
                    "description",
                    "twitter:description",
                    "dc.description",
                    "dcterms.abstract"));
    String dek = visible(facts);
    if (dek != null && (agrees(dek, described) || agrees(dek, declared))) {
      return dek;
    }
    if (declared != null && !isCut(declared)) {
      return declared;
    }
    return described != null && !isCut(described)
        ? described
        : dek != null ? dek : declared != null ? declared : described;
  }

  private static @Nullable String visible(PageFacts facts) {
    Element dek =
        facts
            .document()
            .selectFirst(
                "[itemprop=alternativeHeadline]:not(meta), [class~=(?i)(^|[\\s_-])(dek|deck|standfirst|subtitle|subhead|subheadline|sub-headline|sub-title|chapo|chapeau|entradilla|sottotitolo|ingress|vorspann|unterzeile)([\\s_-]|$)]");
    return dek == null || dek.childNodeSize() > 20 ? null : usable(dek.text());
  }

  private static @Nullable String usable(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String plain =
        TitleFinder.collapse(
            text.indexOf('<') < 0 ? text : org.jsoup.Jsoup.parseBodyFragment(text).text());
    return plain.length() < 12 || plain.length() > LONGEST ? null : plain;
  }

  private static boolean isCut(String text) {
    return text.endsWith("…")
        || text.endsWith("...")
        || text.endsWith("[…]")
        || text.endsWith("[...]");
  }

  private static boolean agrees(String dek, @Nullable String description) {
    if (description == null) {
      return false;
    }
    String a = Phrases.fold(dek);
    String b = Phrases.fold(description);
    int length = Math.min(40, Math.min(a.length(), b.length()));
    return a.regionMatches(0, b, 0, length);
  }
}
