package io.newswire.parser.extract.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Lines of furniture: prompts, labels and notices that stand between an article's paragraphs. */
public final class Phrases {

  /** A line longer than this says more than a prompt does. */
  private static final int LONGEST_PROMPT = 260;

  private static final int LONGEST_MENTION = 140;

  /** What parts a label from its value. */
  private static final String VALUE_BEGINS = ":：|｜/-–—";

  /** What counts stand in. */
  private static final String COUNT = "0123456789()[].,+ ";

  private final Set<String> whole = new HashSet<>();
  private final Map<Character, List<String>> beginnings = new HashMap<>();
  private final Map<Character, List<String>> labels = new HashMap<>();
  private final List<String> mentions = new ArrayList<>();
  private final Map<Character, List<String>> endMarkers = new HashMap<>();

  private final Set<String> commentLabels = new HashSet<>(WordLists.read("comment-labels"));

  private final Set<String> topicLabels = new HashSet<>(WordLists.read("topic-labels"));
  private final Set<String> textHeadings = new HashSet<>(WordLists.read("text-headings"));
  private final Set<String> dayWords = dayWords();
  private final Notices notices = Notices.load();

  private Phrases() {}

  /** Reads the lists that come with the parser. */
  public static Phrases load() {
    Phrases phrases = new Phrases();
    for (String entry : WordLists.read("furniture-phrases")) {
      String phrase = entry.substring(1).strip();
      switch (entry.charAt(0)) {
        case '=' -> phrases.whole.add(trimEnd(phrase));
        case '^' -> index(phrases.beginnings, phrase);
        case ':' -> index(phrases.labels, phrase);
        case '~' -> phrases.mentions.add(phrase);
        default -> throw new IllegalArgumentException("furniture-phrases: " + entry);
      }
    }
    WordLists.read("end-markers").forEach(marker -> index(phrases.endMarkers, marker));
    return phrases;
  }

  private static void index(Map<Character, List<String>> by, String phrase) {
    by.computeIfAbsent(phrase.charAt(0), first -> new ArrayList<>()).add(phrase);
  }

  /** Whether a line is furniture by its words. */
  public boolean isFurniture(String line) {
    if (line.length() > LONGEST_PROMPT) {
      return false;
    }
    String folded = fold(line);
    return isFoldedPrompt(folded)
        || (folded.length() <= LONGEST_MENTION && mentions.stream().anyMatch(folded::contains));
  }

  /** Whether a paragraph, which may be longer than a prompt, is what a site says about itself. */
  public boolean isNotice(String paragraph) {
    return notices.isNotice(paragraph);
  }

  /** Whether a line is furniture as a whole or by its beginning, not for what it mentions. */
  public boolean isPrompt(String line) {
    return line.length() <= LONGEST_PROMPT && isFoldedPrompt(fold(line));
  }

  private boolean isFoldedPrompt(String folded) {
    return whole.contains(trimEnd(folded)) || begins(folded, beginnings) || isLabelled(folded);
  }

  /** Whether a line opens what follows an article: related articles, comments, prompts. */
  public boolean isEndMarker(String line) {
    return line.length() <= 80 && !isLeadIn(line) && begins(fold(line), endMarkers);
  }

  /** Whether a line that may open what follows an article may also head a part of its text. */
  public boolean mayHeadText(String line) {
    return textHeadings.contains(trimEnd(fold(line)));
  }

  /** Whether a line, or what stands before its colon, is the label of an article's topics. */
  public boolean isTopicLabel(String label) {
    return topicLabels.contains(trimEnd(fold(label)));
  }

  /** Whether a line stands above readers' comments, with or without their number. */
  public boolean isCommentLabel(String line) {
    if (line.length() > 50) {
      return false;
    }
    String folded = fold(line);
    int start = 0;
    while (start < folded.length() && COUNT.indexOf(folded.charAt(start)) >= 0) {
      start++;
    }
    return commentLabels.contains(trimEnd(folded.substring(start)));
  }

  /** Whether a line begins with the day of the week or the month of a date. */
  public boolean beginsWithDay(String line) {
    String[] words = fold(line).split("[ ,.،]+", 3);
    return dayWords.contains(words[0])
        || (words.length > 1 && dayWords.contains(words[0] + " " + words[1]));
  }

  private static Set<String> dayWords() {
    Set<String> words = new HashSet<>(WordLists.read("weekdays"));
    for (String month : WordLists.read("months")) {
      words.addAll(Arrays.asList(month.split(" ")));
    }
    return words;
  }

  /** "Related: another story" is a line within an article, "Related:" the end of one. */
  private static boolean isLeadIn(String line) {
    int colon = Math.max(line.indexOf(':'), line.indexOf('：'));
    return colon >= 0 && colon < line.stripTrailing().length() - 1;
  }

  private static boolean begins(String folded, Map<Character, List<String>> by) {
    if (folded.isEmpty()) {
      return false;
    }
    for (String phrase : by.getOrDefault(folded.charAt(0), List.of())) {
      if (begins(folded, phrase)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line is a label alone or with a value: "Published: …", not "Published the list". */
  private boolean isLabelled(String folded) {
    if (folded.isEmpty()) {
      return false;
    }
    for (String label : labels.getOrDefault(folded.charAt(0), List.of())) {
      if (folded.startsWith(label)) {
        String value = folded.substring(label.length()).stripLeading();
        if (value.isEmpty()
            || VALUE_BEGINS.indexOf(value.charAt(0)) >= 0
            || Character.isDigit(value.charAt(0))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a folded line begins with a phrase, and no word goes on behind it. */
  static boolean begins(String folded, String phrase) {
    return folded.startsWith(phrase) && endsWord(folded, phrase);
  }

  /** A phrase that ends in a letter must not end within a word of the line. */
  private static boolean endsWord(String folded, String phrase) {
    int next = phrase.length();
    char last = phrase.charAt(next - 1);
    return next >= folded.length()
        || !Character.isLetter(last)
        || !Character.isLetter(folded.charAt(next))
        || last >= 0x2E80;
  }

  /**
   * Lower case, straight apostrophes, single spaces, no bullets or arrows before the first word.
   */
  public static String fold(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(lower.length());
    boolean begun = false;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00A0') {
        if (begun && folded.charAt(folded.length() - 1) != ' ') {
          folded.append(' ');
        }
        continue;
      }
      begun |= Character.isLetterOrDigit(c) || "([@#©ⓒ【".indexOf(c) >= 0;
      if (begun) {
        folded.append(c == '’' || c == '‘' ? '\'' : c);
      }
    }
    return folded.toString().strip();
  }

  /**
   * In lower case with each letter where it was, for positions that are used on the line itself:
   * {@link String#toLowerCase} makes two of "İ".
   */
  public static String lower(String line) {
    char[] letters = line.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      letters[i] = Character.toLowerCase(letters[i]);
    }
    return new String(letters);
  }

  private static String trimEnd(String folded) {
    int end = folded.length();
    while (end > 0 && ":.!?…»›>→-–—|()[]0123456789 ".indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    return folded.substring(0, end);
  }
}
