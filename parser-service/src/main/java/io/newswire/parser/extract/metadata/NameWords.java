package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.vocabulary.Phrases;
import io.newswire.parser.extract.vocabulary.WordLists;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the name among the words of a part of a byline, and says whether it looks like one. */
final class NameWords {

  /** East Asia writes the role behind the name. */
  private static final Pattern ROLE_BEHIND =
      Pattern.compile("\\s?(?:선임기자|수습기자|인턴기자|기자|특파원|논설위원|記者|记者|編集委員|論説委員)(?:\\s?=)?\\s*+$");

  /** Where a report comes from, in Chinese and Japanese: "台北報導". */
  private static final Pattern REPORT = Pattern.compile("(?:報導|报道|報道|综合|配信|取材)$");

  /** Korea may write the paper before the name. */
  private static final Pattern PAPER_BEFORE =
      Pattern.compile("^\\S{2,12}\\s(?=[\\p{IsHangul}]{2,4}$)");

  /**
   * Who told it, and what the byline is that of: "Ola Brandt as told to Jo Field", "Interview by".
   */
  private static final Pattern TOLD_TO =
      Pattern.compile("(?iu)^[^,;|]{1,60}?\\s(?:as told to|by|door|oleh|przez)\\s(?=\\p{Lu})");

  /** Where a person works or writes from stands behind one of these. */
  private static final Set<String> WHERE =
      Set.of("for", "in", "at", "from", "für", "aus", "pour", "para", "desde");

  /** Those of them that are also part of names: "Anna Maria aus der Au". */
  private static final Set<String> IN_NAMES = Set.of("in", "aus");

  /**
   * Degrees, licences, honours and broadcasters that stand behind a name; not those that are names
   * of people themselves, as in "Xiao Ming MA".
   */
  private static final Set<String> BEHIND_NAMES =
      Set.of(
          "ABC", "BBC", "CBC", "CBS", "CNN", "NBC", "NPR", "BS", "BSc", "BSN", "CBE", "CFA", "CFP",
          "CPA", "CPT", "CSCS", "DDS", "DMD", "DNP", "DPhil", "DPT", "DVM", "EdD", "JD", "LCSW",
          "LDN", "LLB", "LLM", "LMFT", "MBA", "MBE", "MD", "MEd", "MEP", "MFA", "MP", "MPH",
          "MPhil", "MPP", "MS", "MSc", "MSN", "MSW", "NP", "OBE", "PharmD", "PhD", "PsyD", "RD",
          "RDN", "RN");

  /** Alone, a degree, a paper or a place, and nobody. */
  private static final Pattern SHORT_CAPITALS =
      Pattern.compile("Ph\\.?D\\.?|(?!II|IV|VI|JR|SR)[A-Z]{2,4}");

  /** What a page offers behind a name; no paper's name ends so. */
  private static final Set<String> PROMPTS =
      Set.of("follow", "bio", "profile", "email", "contact", "share");

  /** East Asia writes the kind of desk at the end of its name. */
  private static final Pattern DESK_BEHIND =
      Pattern.compile("(?:뉴스팀|취재팀|이슈팀|편집국|편집부|编辑室|新闻中心|編輯部|新聞中心|取材班|編集局)$");

  private static final int LONGEST_IN_WORDS = 6;

  private final List<String> prefixes = WordLists.read("byline-prefixes");
  private final List<String> introductory =
      Stream.concat(prefixes.stream(), WordLists.read("byline-introductions").stream()).toList();
  private final Set<String> roles = new HashSet<>(WordLists.read("role-words"));
  private final Set<String> desks = new HashSet<>(WordLists.read("desk-words"));
  private final Set<String> particles = new HashSet<>(WordLists.read("name-particles"));

  /** Whether a line is a byline by its first words. */
  boolean opensByline(String line) {
    String folded = Phrases.fold(line);
    return prefixes.stream().anyMatch(prefix -> opens(folded, prefix));
  }

  /** The byline at the end of a line such as "Posted on 9 May 2024 by Jane Doe", or null. */
  @Nullable String bylineWithin(String line) {
    String folded = Phrases.fold(line);
    for (String prefix : prefixes) {
      int at = prefix.length() > 4 ? -1 : folded.indexOf(" " + prefix + " ");
      if (at > 0 && folded.length() == line.length()) {
        return line.substring(at + 1);
      }
    }
    return null;
  }

  /** A part without "By", and without where somebody writes from. */
  String bare(String part) {
    String name = ROLE_BEHIND.matcher(part).replaceAll("");
    if (name.length() < part.length()) {
      name = PAPER_BEFORE.matcher(name.strip()).replaceFirst("");
    }
    name = TOLD_TO.matcher(name).replaceFirst("");
    return trim(withoutWhere(withoutPrefix(trim(name))));
  }

  /**
   * A name without degrees, and without the roles before and behind it: "Political editor Jo
   * Field", "Jo Field Staff Writer". One such word behind two others may end the name of a paper.
   */
  String withoutRoles(String part) {
    String[] words = part.split("[\\s\\u00A0]++");
    int start = 0;
    while (start < words.length - 2 && (isRole(words[start]) || isSmall(words[start]))) {
      start++;
    }
    int end = words.length;
    for (int i = words.length - 1; i >= start + 2; i--) {
      end = isRole(words[i]) || isDesk(words[i]) ? i : end;
    }
    boolean prompt = end < words.length && PROMPTS.contains(bareWord(words[end]));
    boolean behind = start == 0 && (words.length - end > 1 || prompt);
    boolean cut = start > 0 && isRole(words[start - 1]) || behind;
    String rest = String.join(" ", Arrays.asList(words).subList(start, end));
    return cut && isCapitalised(rest) ? withoutDegrees(trim(rest)) : withoutDegrees(part);
  }

  private boolean isSmall(String word) {
    return Character.isLowerCase(word.codePointAt(0)) && !particles.contains(word);
  }

  private boolean isRole(String word) {
    return roles.contains(bareWord(word));
  }

  private boolean isDesk(String word) {
    return desks.contains(bareWord(word));
  }

  private static String bareWord(String word) {
    return Phrases.fold(word).replaceAll("[^\\p{L}\\p{M}\\p{N}]++$", "");
  }

  private boolean isCapitalised(String name) {
    return Arrays.stream(name.split(" "))
        .allMatch(word -> !Character.isLowerCase(word.codePointAt(0)) || particles.contains(word));
  }

  /** Whether one of the words, or two of them, make it a desk or an organisation. */
  boolean isDeskName(String folded) {
    String before = "";
    for (String word : folded.split("[^\\p{L}\\p{M}\\p{N}]++")) {
      if (desks.contains(word) || desks.contains(before + " " + word)) {
        return true;
      }
      before = word;
    }
    return DESK_BEHIND.matcher(folded).find();
  }

  /** "Lauren Field MS" is Lauren Field; "RDN" alone is nobody. */
  private static String withoutDegrees(String name) {
    String rest = name;
    for (int round = 0; round < 3; round++) {
      int space = rest.lastIndexOf(' ');
      String last = rest.substring(space + 1);
      boolean degree =
          space < 0
              ? SHORT_CAPITALS.matcher(last).matches()
              : BEHIND_NAMES.contains(last.replace(".", ""))
                  && rest.indexOf(' ') < space
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

  /** A person's name: one to six words that begin with capitals, where the script has them. */
  boolean isName(String name, String folded) {
    String[] words = name.split("\\s++");
    if (words.length > LONGEST_IN_WORDS
        || name.chars().filter(Character::isDigit).count() > (words.length > 1 ? 0 : 2)) {
      return false;
    }
    for (String word : folded.split("[^\\p{L}\\p{M}\\p{N}]++")) {
      if (roles.contains(word)) {
        return false;
      }
    }
    boolean opensSmall =
        Character.isLowerCase(name.codePointAt(0)) && !particles.contains(Phrases.fold(words[0]));
    if (opensSmall || REPORT.matcher(name).find()) {
      return false;
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
  static String settled(String name) {
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

  private static boolean opens(String folded, String prefix) {
    return folded.startsWith(prefix)
        && folded.length() > prefix.length()
        && (!Character.isLetter(folded.charAt(prefix.length()))
            || !Character.isLetter(prefix.charAt(prefix.length() - 1))
            || prefix.charAt(prefix.length() - 1) >= 0x2E80);
  }

  private String withoutPrefix(String part) {
    String rest = part;
    for (int round = 0; round < 3; round++) {
      String folded = Phrases.fold(rest);
      int cut = 0;
      for (String prefix : introductory) {
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
