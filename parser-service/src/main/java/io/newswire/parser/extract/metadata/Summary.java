package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.vocabulary.Phrases;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the dek: the sentence or two under the title, else the page's description. */
public final class Summary {

  private static final int LONGEST = 1000;

  private static final Pattern DEK =
      Pattern.compile(
          "(?i)(^|[\\s_-])(dek|deck|standfirst|subtitle|subhead|subheadline|sub-headline|sub-title"
              + "|chapo|chapeau|entradilla|sottotitolo|ingress|vorspann|unterzeile)([\\s_-]|$)");

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
    Set<String> otherNames = new HashSet<>();
    Element dek =
        facts.document().stream()
            .filter(element -> isDek(element, otherNames))
            .findFirst()
            .orElse(null);
    return dek == null || dek.childNodeSize() > 20 ? null : usable(dek.text());
  }

  /**
   * @param otherNames values of class seen before that name no dek: pages repeat them
   */
  private static boolean isDek(Element element, Set<String> otherNames) {
    String names = element.attr("class");
    if (!names.isEmpty() && !otherNames.contains(names)) {
      if (DEK.matcher(names).find()) {
        return true;
      }
      otherNames.add(names);
    }
    return element.attr("itemprop").equals("alternativeHeadline") && !element.nameIs("meta");
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
