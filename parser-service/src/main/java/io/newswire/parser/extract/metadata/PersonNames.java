package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.metadata.BylineParts.Part;
import io.newswire.parser.extract.vocabulary.Phrases;
import io.newswire.parser.extract.vocabulary.WordLists;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes bylines apart into names of persons and of agencies. */
public final class PersonNames {

  /** The names in a byline. */
  public record Names(List<String> persons, List<String> agencies) {
    public boolean isEmpty() {
      return persons.isEmpty() && agencies.isEmpty();
    }
  }

  /** Longer ones are no bylines. */
  private static final int LONGEST_BYLINE = 600;

  private static final int LONGEST_NAME = 70;

  /** Of more nobody is an article's author. */
  private static final int MOST_BYLINES = 200;

  private static final Pattern DATE_TAIL =
      Pattern.compile("\\d{1,2}[:.]\\d{2}|\\b(?:19|20)\\d{2}\\b");

  /** Library catalogues, and meta tags made for them, put the family name first. */
  private static final Pattern FAMILY_FIRST =
      Pattern.compile(
          "\\s*+(\\p{Lu}[\\p{L}\\p{M}'’-]{1,30}),\\s*+(\\p{Lu}[\\p{L}\\p{M}'’-]{1,30}\\.?(?: \\p{Lu}\\.?)?)\\s*+");

  /** What stands between a name and the agency that somebody works for. */
  private static final Pattern OF =
      Pattern.compile("(?iu)^(?:da|de|di|do|der|von|of|from|for|the|la|l'|für|avec|with) ?");

  private static final Set<String> GENERATIONS =
      Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv");

  /** Languages whose speakers may have one name alone. */
  private static final Set<String> ONE_NAME =
      Set.of("id", "in", "ms", "jv", "su", "my", "ta", "te", "kn", "ml");

  private final BylineParts parts = new BylineParts();
  private final NameWords words = new NameWords();
  private final Set<String> agencies = new HashSet<>(WordLists.read("agencies"));
  private final Set<String> places = new HashSet<>(WordLists.read("places-of-two-words"));

  private PersonNames() {}

  /** Reads the lists that come with the parser. */
  public static PersonNames load() {
    return new PersonNames();
  }

  /** The names in bylines of a language that is not known. */
  public Names of(List<String> bylines, Set<String> siteSpellings) {
    return of(bylines, siteSpellings, null);
  }

  /**
   * The names in bylines, each once, in order.
   *
   * @param language the declared language; it tells whether a single word may be a whole name
   */
  public Names of(List<String> bylines, Set<String> siteSpellings, @Nullable String language) {
    boolean oneName =
        language != null
            && ONE_NAME.contains(language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0]);
    Map<String, String> persons = new LinkedHashMap<>();
    Map<String, String> organisations = new LinkedHashMap<>();
    for (String byline : bylines.subList(0, Math.min(MOST_BYLINES, bylines.size()))) {
      if (byline.length() <= LONGEST_BYLINE) {
        Found found = new Found(siteSpellings, new ArrayList<>(), organisations);
        parts.of(oneName ? byline : givenFirst(byline)).forEach(part -> classify(part, found));
        found.withoutPlaces(oneName).forEach(name -> persons.putIfAbsent(Phrases.fold(name), name));
      }
    }
    return new Names(List.copyOf(persons.values()), List.copyOf(organisations.values()));
  }

  /** "Field, Jo" is Jo Field, unless one of the two is an agency. */
  private String givenFirst(String byline) {
    Matcher matcher = FAMILY_FIRST.matcher(byline);
    boolean turned =
        matcher.matches()
            && !agencies.contains(Phrases.fold(matcher.group(1)))
            && !agencies.contains(Phrases.fold(matcher.group(2)))
            && words.isName(matcher.group(1), Phrases.fold(matcher.group(1)))
            && words.isName(matcher.group(2), Phrases.fold(matcher.group(2)));
    return turned ? matcher.group(2) + " " + matcher.group(1) : byline;
  }

  /** Whether a line is a byline by its first words. */
  public boolean opensByline(String line) {
    return words.opensByline(line);
  }

  /** The byline at the end of a line such as "Posted on 9 May 2024 by Jane Doe", or null. */
  public @Nullable String bylineWithin(String line) {
    return words.bylineWithin(line);
  }

  /** A person of a byline, and whether an "and" joins it to another. */
  private record Person(String name, boolean joined) {

    boolean isOneWord() {
      return name.indexOf(' ') < 0 && name.codePointAt(0) < 0x2E80;
    }
  }

  /** What a byline names. */
  private record Found(Set<String> site, List<Person> persons, Map<String, String> organisations) {

    /** A generation behind a comma is part of the name before it: "Jo Field, Jr.". */
    void extendLast(String generation) {
      if (!persons.isEmpty()) {
        Person last = persons.removeLast();
        persons.add(new Person(last.name() + ", " + generation, last.joined()));
      }
    }

    /**
     * Beside a full name, a single word is a place, "Jo Field, Berlin"; behind an "and" it is a
     * person, and so it is where people may have one name.
     */
    List<String> withoutPlaces(boolean oneName) {
      boolean full = persons.stream().anyMatch(person -> !person.isOneWord());
      return persons.stream()
          .filter(person -> oneName || !full || !person.isOneWord() || person.joined())
          .map(Person::name)
          .toList();
    }
  }

  private void classify(Part part, Found found) {
    String whole = words.bare(part.text());
    String agency = OF.matcher(whole).replaceFirst("");
    if (agencies.contains(Phrases.fold(whole)) || agencies.contains(Phrases.fold(agency))) {
      String name = agencies.contains(Phrases.fold(whole)) ? whole : agency;
      found.organisations().putIfAbsent(Phrases.fold(name), name);
      return;
    }
    if (!part.author()) {
      return;
    }
    String name = withoutAgency(words.withoutRoles(withoutAgency(whole, found)), found);
    String folded = Phrases.fold(name);
    if (GENERATIONS.contains(folded)) {
      found.extendLast(name);
      return;
    }
    if (folded.length() < 2
        || places.contains(folded)
        || name.length() > LONGEST_NAME
        || DATE_TAIL.matcher(name).find()) {
      return;
    }
    if (words.isDeskName(folded)) {
      found.organisations().putIfAbsent(folded, name);
    } else if (!found.site().contains(SiteName.squash(name)) && words.isName(name, folded)) {
      found.persons().add(new Person(NameWords.settled(name), part.joined()));
    }
  }

  /**
   * "JO FIELD Associated Press" is Jo Field of the agency; the site's name goes in the same way.
   */
  private String withoutAgency(String part, Found found) {
    String[] tokens = part.split("[\\s\\u00A0]++");
    for (int i = 2; i < tokens.length; i++) {
      String tail = String.join(" ", List.of(tokens).subList(i, tokens.length));
      boolean agency = agencies.contains(Phrases.fold(tail));
      if (agency || found.site().contains(SiteName.squash(tail))) {
        if (agency) {
          found.organisations().putIfAbsent(Phrases.fold(tail), tail);
        }
        return String.join(" ", List.of(tokens).subList(0, i));
      }
    }
    return part;
  }
}
