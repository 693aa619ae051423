package io.newswire.parser.normalize;

import io.newswire.parser.article.RawArticle.Author;
import io.newswire.parser.html.PlainText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The authors of a feed's entry, as names: one each, without "By", roles, e-mail addresses and
 * links; agencies and desks apart.
 *
 * @param authors names of persons
 * @param agencies agencies, desks and other organisations
 */
record Bylines(List<String> authors, List<String> agencies) {

  private static final int LONGEST_NAME = 100;

  /** What follows is no byline. The expressions below look ahead, so their input is bounded. */
  private static final int LONGEST_BYLINE = 1_000;

  /** RFC 2822's and RSS's "address (name)". */
  private static final Pattern ADDRESS_THEN_NAME =
      Pattern.compile("[^\\s@(]++@[^\\s@(]++\\s*+\\(([^()]+)\\)");

  private static final Pattern ADDRESS =
      Pattern.compile("[<(\\[]?\\b[\\w.+-]+@[\\w.-]+\\w[>)\\]]?");
  private static final Pattern LINK = Pattern.compile("(?i)\\bhttps?://\\S+|\\bwww\\.\\S+");
  private static final Pattern BY =
      Pattern.compile(
          "(?iu)^(?:(?:written |posted |published |reported |story |words |text )?by|von|par|por|"
              + "di|door|av|af|przez|autor(?:es|a|in)?:|auteur:|autore:|author:)\\s+(?=\\S)");
  private static final Pattern SEPARATOR =
      Pattern.compile("(?iu)\\s*[;|•·&、،]\\s*|\\s+(?:and|und|et|og|och|en|ja)\\s+");

  /** Conjunctions that are parts of names too, as in "Ortega y Gasset". */
  private static final Pattern WEAK_SEPARATOR = Pattern.compile("\\s+[yei]\\s+");

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern ROLE =
      Pattern.compile(
          "(?iu)(?:^|.*\\b)(?:staff|editors?|reporters?|correspondents?|writers?|columnists?|contributors?|producers?|"
              + "journalists?|redakteur(?:in)?|reporterin|korrespondent(?:in)?|bureau chief)$");
  private static final Pattern SUFFIX =
      Pattern.compile("(?iu)(?:jr|sr|ph\\.?d|m\\.?d|esq|ii|iii|iv)\\.?");

  private static final Set<String> NOBODY =
      Set.of(
          "admin",
          "administrator",
          "webmaster",
          "editor",
          "editors",
          "staff",
          "unknown",
          "guest",
          "anonymous",
          "author",
          "root",
          "user",
          "none",
          "null",
          "noreply",
          "no-reply",
          "info",
          "redaktion",
          "redaction",
          "rédaction",
          "redacción",
          "redazione",
          "news",
          "n/a");

  private static final Pattern AGENCY =
      Pattern.compile(
          "(?iu)(?:the )?(?:afp|agence france[- ]presse|ap|associated press|reuters|thomson reuters|dpa(?:/.*)?|"
              + "deutsche presse-agentur|apa|sda|keystone-sda|ansa|adnkronos|efe|europa press|lusa|belga|anp|"
              + "ritzau|ntb|tt|stt|pap|čtk|ctk|tass|interfax|ria novosti|ukrinform|xinhua|kyodo(?: news)?|jiji(?: press)?|yonhap|"
              + "pti|press trust of india|ani|ians|upi|united press international|pa media|press association|"
              + "canadian press|aap|australian associated press|bloomberg(?: news)?|dow jones(?: newswires)?|"
              + "sid|epd|kna|afp relaxnews|ap news|pr newswire|globe newswire|globenewswire|business wire|"
              + "getty images|anadolu(?: agency)?|bernama|antara)");
  private static final Pattern DESK =
      Pattern.compile(
          "(?iu).*\\b(?:news ?desk|desk|newsroom|editorial (?:board|team|staff)|news (?:agency|service|team|staff)|staff (?:report|reporter|reporters|writer|writers)|"
              + "newspaper|magazine|press office|media group|redaktion|rédaction|redacción|redazione|team)");

  Bylines {
    authors = List.copyOf(authors);
    agencies = List.copyOf(agencies);
  }

  /**
   * @param given authors as the feed has them
   * @param sourceName the feed's or site's name, which many feeds put in the place of an author; it
   *     is no person
   */
  static Bylines of(List<Author> given, @Nullable String sourceName) {
    Map<String, String> persons = new LinkedHashMap<>();
    Map<String, String> organisations = new LinkedHashMap<>();
    for (Author author : given) {
      if (author.name() == null) {
        continue;
      }
      String byline = PlainText.ofHtml(author.name());
      for (String name : names(byline.substring(0, Math.min(byline.length(), LONGEST_BYLINE)))) {
        String folded = name.toLowerCase(Locale.ROOT);
        if (NOBODY.contains(folded)) {
          continue;
        }
        boolean organisation =
            AGENCY.matcher(name).matches()
                || DESK.matcher(name).matches()
                || sourceName != null && folded.equals(sourceName.toLowerCase(Locale.ROOT));
        (organisation ? organisations : persons).putIfAbsent(folded, name);
      }
    }
    return new Bylines(inert(persons.values()), inert(organisations.values()));
  }

  private static List<String> inert(Collection<String> names) {
    return names.stream().map(PlainText::inert).toList();
  }

  private static List<String> names(String byline) {
    Matcher addressThenName = ADDRESS_THEN_NAME.matcher(byline);
    String text = addressThenName.replaceAll(" $1 ");
    text = LINK.matcher(ADDRESS.matcher(text).replaceAll(" ")).replaceAll(" ");
    text = BY.matcher(text.strip()).replaceFirst("");
    List<String> names = new ArrayList<>();
    for (String part : SEPARATOR.split(text)) {
      for (String each : weakParts(part)) {
        addNames(each, names);
      }
    }
    return names.stream()
        .map(Bylines::tidy)
        .filter(name -> name.length() > 1 && name.length() <= LONGEST_NAME)
        .filter(name -> name.codePoints().anyMatch(Character::isLetter))
        .toList();
  }

  private static List<String> weakParts(String part) {
    List<String> parts = List.of(WEAK_SEPARATOR.split(part));
    return parts.stream().allMatch(name -> name.strip().indexOf(' ') > 0) ? parts : List.of(part);
  }

  /** A comma parts names, or a name from its role, or turns "Family, Given" around. */
  private static void addNames(String part, List<String> names) {
    String[] pieces = COMMA.split(part.strip());
    if (pieces.length == 2 && isOneWord(pieces[0]) && isGivenName(pieces[1])) {
      names.add(pieces[1] + " " + pieces[0]);
      return;
    }
    for (String piece : pieces) {
      if (SUFFIX.matcher(piece).matches() && !names.isEmpty()) {
        names.add(names.removeLast() + ", " + piece);
      } else if (names.isEmpty() || !ROLE.matcher(piece).matches()) {
        names.add(BY.matcher(piece).replaceFirst(""));
      }
    }
  }

  private static boolean isOneWord(String text) {
    return !text.isEmpty() && text.indexOf(' ') < 0 && !AGENCY.matcher(text).matches();
  }

  private static boolean isGivenName(String text) {
    return text.matches("\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}\\.?)?")
        && !AGENCY.matcher(text).matches()
        && !ROLE.matcher(text).matches();
  }

  private static String tidy(String name) {
    return name.replaceAll("[\\s\\u00A0]+", " ")
        .replaceAll("^[\\s\"'“”(<\\[:/@-]+|[\\s\"'“”)>\\]:/,-]+$", "");
  }
}
