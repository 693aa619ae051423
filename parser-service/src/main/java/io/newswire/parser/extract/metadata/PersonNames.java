package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.vocabulary.Phrases;
import io.newswire.parser.extract.vocabulary.WordLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

  private static final Pattern NOISE =
      Pattern.compile(
          "<[^>]{0,200}>|\\([^)]{0,120}\\)|\\[[^]]{0,120}]|\\S{1,64}@\\S{1,64}|@\\w{1,40}"
              + "|https?://\\S{1,300}|www\\.\\S{1,200}");
  private static final Pattern SEPARATOR =
      Pattern.compile("\\s*+[,;|/•·\\n&、，；・]\\s*+|\\s++[-–—]\\s++");
  private static final Pattern DATE_TAIL =
      Pattern.compile("\\d{1,2}[:.]\\d{2}|\\b(?:19|20)\\d{2}\\b");

  /** Whose pictures they are stands beside who wrote, and is not asked for. */
  private static final Pattern PICTURES =
      Pattern.compile(
          "(?<![\\p{L}])(?:photo(?:graph)?(?:s|y)?|pictures?|illustrations?|images?|fotos?|bilder|bild|grafik|images?|imágenes|ilustraciones|foto's|фото|写真|사진|图片|摄影)(?: (?:by|von|par|por|di|de|door|av|af))?\\s?[:：]?\\s[^,;|•·\n]{0,80}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** East Asia writes the role behind the name. */
  private static final Pattern ROLE_BEHIND =
      Pattern.compile("\\s?(?:선임기자|수습기자|기자|특파원|논설위원|記者|记者|編集委員|論説委員)$");

  /** Where a person works or writes from stands behind one of these. */
  private static final Set<String> WHERE =
      Set.of("for", "in", "at", "from", "für", "aus", "pour", "para", "desde");

  /** Those of them that are also part of names: "Anna Maria aus der Au". */
  private static final Set<String> IN_NAMES = Set.of("in", "aus");

  private static final Set<String> GENERATIONS =
      Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv");

  private static final Pattern DEGREE = Pattern.compile("Ph\\.?D\\.?|(?!II|IV|VI|JR|SR)[A-Z]{2,4}");

  private final List<String> prefixes;
  private final Set<String> conjunctions;
  private final Set<String> agencies;
  private final Set<String> desks;
  private final Set<String> roles;
  private final Set<String> particles;

  private PersonNames() {
    prefixes = WordLists.read("byline-prefixes");
    conjunctions = new HashSet<>(WordLists.read("byline-conjunctions"));
    agencies = new HashSet<>(WordLists.read("agencies"));
    desks = new HashSet<>(WordLists.read("desk-words"));
    roles = new HashSet<>(WordLists.read("role-words"));
    particles = new HashSet<>(WordLists.read("name-particles"));
  }

  /** Reads the lists that come with the parser. */
  public static PersonNames load() {
    return new PersonNames();
  }

  /** The names in bylines, each once, in order. */
  public Names of(List<String> bylines, Set<String> siteSpellings) {
    Map<String, String> persons = new LinkedHashMap<>();
    Map<String, String> organisations = new LinkedHashMap<>();
    for (String byline : bylines) {
      if (byline.length() <= 600) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String part : parts(byline)) {
          classify(part, siteSpellings, named, organisations);
        }
        withoutPlaces(named, byline).forEach(persons::putIfAbsent);
      }
    }
    return new Names(List.copyOf(persons.values()), List.copyOf(organisations.values()));
  }

  /**
   * Beside a full name, a single word is a place, "Jo Field, Berlin"; behind an "and" it is a
   * person.
   */
  private Map<String, String> withoutPlaces(Map<String, String> named, String byline) {
    boolean full = named.values().stream().anyMatch(name -> name.indexOf(' ') > 0);
    String folded = Phrases.fold(byline);
    Map<String, String> persons = new LinkedHashMap<>(named);
    persons
        .entrySet()
        .removeIf(
            person ->
                full
                    && person.getValue().indexOf(' ') < 0
                    && person.getValue().codePointAt(0) < 0x2E80
                    && conjunctions.stream()
                        .noneMatch(and -> folded.contains(" " + and + " " + person.getKey())));
    return persons;
  }

  /** Whether a line is a byline by its first words. */
  public boolean opensByline(String line) {
    String folded = Phrases.fold(line);
    return prefixes.stream().anyMatch(prefix -> opens(folded, prefix));
  }

  /** The byline at the end of a line such as "Posted on 9 May 2024 by Jane Doe", or null. */
  public @Nullable String bylineWithin(String line) {
    String folded = Phrases.fold(line);
    for (String prefix : prefixes) {
      int at = prefix.length() > 4 ? -1 : folded.indexOf(" " + prefix + " ");
      if (at > 0 && folded.length() == line.length()) {
        return line.substring(at + 1);
      }
    }
    return null;
  }

  private static boolean opens(String folded, String prefix) {
    return folded.startsWith(prefix)
        && folded.length() > prefix.length()
        && (!Character.isLetter(folded.charAt(prefix.length()))
            || prefix.charAt(prefix.length() - 1) >= 0x2E80);
  }

  private void classify(
      String part,
      Set<String> site,
      Map<String, String> persons,
      Map<String, String> organisations) {
    String whole =
        trim(withoutWhere(withoutPrefix(trim(ROLE_BEHIND.matcher(part).replaceAll("")))));
    boolean agency = agencies.contains(Phrases.fold(whole));
    String name = agency ? whole : withoutDegrees(whole);
    String folded = Phrases.fold(name);
    if (folded.length() < 2
        || GENERATIONS.contains(folded)
        || name.length() > 70
        || DATE_TAIL.matcher(name).find()) {
      return;
    }
    if (agencies.contains(folded) || isDesk(folded)) {
      organisations.putIfAbsent(folded, name);
    } else if (site.contains(SiteName.squash(name))) {
      return;
    } else if (isName(name, folded)) {
      persons.putIfAbsent(folded, settled(name));
    }
  }

  /** "Lauren Field MS" is Lauren Field; "RDN" alone is nobody. */
  private static String withoutDegrees(String name) {
    String rest = name;
    for (int round = 0; round < 3; round++) {
      int space = rest.lastIndexOf(' ');
      String last = rest.substring(space + 1);
      boolean degree =
          DEGREE.matcher(last).matches()
              && (space < 0 || rest.indexOf(' ') < space)
              && !isCapitals(rest, space);
      if (!degree) {
        return rest;
      }
      rest = rest.substring(0, Math.max(0, space)).strip();
    }
    return rest;
  }

  /** In A NAME IN CAPITALS the last word is no degree. */
  private static boolean isCapitals(String name, int lastSpace) {
    String before = name.substring(0, Math.max(0, lastSpace));
    return !before.isEmpty() && before.equals(before.toUpperCase(Locale.ROOT));
  }

  /** "Jo Field in Altenried" is Jo Field. */
  private static String withoutWhere(String part) {
    String[] words = part.split("[\\s\\u00A0]++");
    for (int i = 2; i < words.length; i++) {
      boolean particle = IN_NAMES.contains(words[i]) && !isCapital(words, i + 1);
      if (WHERE.contains(words[i]) && !particle) {
        return String.join(" ", Arrays.asList(words).subList(0, i));
      }
    }
    return part;
  }

  private static boolean isCapital(String[] words, int at) {
    return at < words.length && Character.isUpperCase(words[at].charAt(0));
  }

  private boolean isDesk(String folded) {
    for (String word : folded.split("[^\\p{L}\\p{N}]++")) {
      if (desks.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** A person's name: one to six words that begin with capitals, where the script has them. */
  private boolean isName(String name, String folded) {
    String[] words = name.split("\\s++");
    if (words.length > 6
        || name.chars().filter(Character::isDigit).count() > (words.length > 1 ? 0 : 2)) {
      return false;
    }
    for (String word : folded.split("[^\\p{L}\\p{N}]++")) {
      if (roles.contains(word)) {
        return false;
      }
    }
    int lower = 0;
    for (String word : words) {
      boolean particle = particles.contains(Phrases.fold(word)) || word.length() < 3;
      lower += Character.isLowerCase(word.charAt(0)) && !particle ? 1 : 0;
    }
    boolean cjk = name.codePointAt(0) >= 0x2E80;
    return words.length == 1 ? name.length() > (cjk ? 1 : 2) && lower == 0 : lower == 0;
  }

  /** NAMES IN CAPITALS become names. */
  private static String settled(String name) {
    boolean capitals = name.equals(name.toUpperCase(Locale.ROOT)) && name.contains(" ");
    if (!capitals || name.codePoints().noneMatch(Character::isUpperCase) || name.length() < 6) {
      return name;
    }
    StringBuilder settled = new StringBuilder(name.length());
    boolean first = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      settled.append(first ? c : Character.toLowerCase(c));
      first = !Character.isLetter(c) && c != '’';
    }
    return settled.toString();
  }

  private List<String> parts(String byline) {
    String text = NOISE.matcher(byline).replaceAll(" | ");
    text = PICTURES.matcher(text).replaceAll(" | ");
    List<String> parts = new ArrayList<>();
    for (String segment : SEPARATOR.split(text)) {
      StringBuilder part = new StringBuilder();
      for (String word : segment.strip().split("[\\s\\u00A0]++")) {
        if (conjunctions.contains(Phrases.fold(word)) && !part.isEmpty()) {
          parts.add(part.toString());
          part.setLength(0);
        } else {
          part.append(part.isEmpty() ? "" : " ").append(word);
        }
      }
      parts.add(part.toString());
    }
    return parts;
  }

  private String withoutPrefix(String part) {
    String rest = part;
    for (int round = 0; round < 3; round++) {
      String folded = Phrases.fold(rest);
      int cut = 0;
      for (String prefix : prefixes) {
        if (opens(folded, prefix) && folded.length() == rest.length()) {
          cut = Math.max(cut, prefix.length());
        }
      }
      if (cut == 0) {
        return rest;
      }
      rest = trim(rest.substring(cut));
    }
    return rest;
  }

  private static String trim(String part) {
    int start = 0;
    int end = part.length();
    while (start < end && !Character.isLetterOrDigit(part.charAt(start))) {
      start++;
    }
    while (end > start && !isNameEnd(part.charAt(end - 1))) {
      end--;
    }
    return part.substring(start, end);
  }

  private static boolean isNameEnd(char c) {
    return Character.isLetterOrDigit(c)
        || c == '.'
        || c == '\''
        || c == '’'
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }
}
