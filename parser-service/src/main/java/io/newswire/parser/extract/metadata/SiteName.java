package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.vocabulary.Phrases;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the name of the site that a page belongs to. */
public final class SiteName {

  private SiteName() {}

  /** The site's name as the page gives it. */
  public static @Nullable String find(PageFacts facts) {
    String declared = facts.meta().first("og:site_name", "application-name", "al:android:app_name");
    if (declared != null && declared.length() < 80) {
      return declared;
    }
    Thing article = facts.structured().article();
    if (article != null) {
      for (String property : new String[] {"publisher", "isPartOf", "sourceOrganization"}) {
        String name = article.text(property);
        if (name != null && name.length() < 80 && !name.contains("://")) {
          return name;
        }
      }
    }
    for (Thing thing : facts.structured().things()) {
      if (thing.is("WebSite") || thing.is("NewsMediaOrganization")) {
        String name = thing.text("name");
        if (name != null && name.length() < 80) {
          return name;
        }
      }
    }
    return null;
  }

  /** Spellings that stand for the site: its names, its host with and without ending; folded. */
  static Set<String> spellings(PageFacts facts) {
    Set<String> spellings = new LinkedHashSet<>();
    String name = find(facts);
    if (name != null) {
      add(spellings, name);
    }
    for (Thing thing : facts.structured().things()) {
      if (thing.is("WebSite") || thing.is("Organization") || thing.is("NewsMediaOrganization")) {
        String other = thing.text("name");
        if (other != null && other.length() < 60) {
          add(spellings, other);
        }
      }
    }
    String host = host(facts.url());
    add(spellings, host);
    int dot = host.lastIndexOf('.');
    while (dot > 0) {
      String part = host.substring(host.lastIndexOf('.', dot - 1) + 1, dot);
      if (part.length() > 2 && !part.equals("www") && !part.equals("com")) {
        add(spellings, part);
      }
      dot = host.lastIndexOf('.', dot - 1);
    }
    spellings.remove("");
    return spellings;
  }

  private static void add(Set<String> spellings, String name) {
    spellings.add(squash(name));
  }

  /** Letters and digits only, without a leading article: sites spell their names in many ways. */
  static String squash(String name) {
    StringBuilder squashed = new StringBuilder();
    String folded = Phrases.fold(name);
    String bare = folded.startsWith("the ") ? folded.substring(4) : folded;
    bare.chars().filter(Character::isLetterOrDigit).forEach(c -> squashed.append((char) c));
    return squashed.toString();
  }

  static String host(String url) {
    try {
      String host = new URI(url).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (java.net.URISyntaxException malformed) {
      return "";
    }
  }
}
