package io.newswire.parser.extract.vocabulary;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises lines that are the caption or the credit of a picture by their words. */
public final class PhotoLines {

  private static final Pattern IN_BRACKETS =
      Pattern.compile("\\s*+[(\\[]([^()\\[\\]]{2,90})[)\\]]\\s*+$");
  private static final Pattern AT_END =
      Pattern.compile(
          "\\s{1,3}[|/–—-]\\s{1,3}([^|]{2,90})$|(?<=[.!?”\"])\\s{1,3}([^.!?]{2,80})\\.?$");

  /**
   * "＝4月1日、佐藤撮影", "。新华社记者 王芳 摄": who took the picture, at the caption's end. A sentence has
   * particles before the verb, or a stop behind it.
   */
  private static final Pattern TAKEN_BY =
      Pattern.compile(
          "[＝=。，、（(]\\s?(?![^＝=。，、（(]*由[^＝=。，、（(]*(?:提供|摄|攝))"
              + "([^＝=。，、（(はがでを]{2,30}?)\\s?(?:撮影|写す|提供|摄|攝)[）)]?$");

  /** Words of the longest line of names. */
  private static final int MOST_WORDS = 8;

  /** Characters of the longest label and name behind a caption. */
  private static final int LONGEST_AT_END = 60;

  /** What a caption ends with before a label that follows it. */
  private static final String SENTENCE_ENDS = ".!?…)]\"”»。！？）।|/–—-";

  /** Words in small letters that names and credits have between their own. */
  private static final Set<String> WITHIN_NAMES =
      Set.of(
          "van",
          "der",
          "den",
          "de",
          "von",
          "zu",
          "la",
          "le",
          "du",
          "des",
          "del",
          "di",
          "da",
          "do",
          "dos",
          "el",
          "al",
          "bin",
          "ter",
          "y",
          "e",
          "i",
          "et",
          "and",
          "und",
          "og",
          "och",
          "en",
          "of",
          "the",
          "by",
          "via",
          "from",
          "courtesy",
          "provided",
          "supplied",
          "submitted");

  private static final Pattern BETWEEN_NAMES =
      Pattern.compile("\\s?[/|,–—]\\s?|\\s(?:via|over|för|für|pour|por)\\s");

  private final List<String> creditLabels = WordLists.read("credit-labels");
  private final Set<String> pictureHouses = new HashSet<>(WordLists.read("picture-agencies"));
  private final List<String> captionOpenings = WordLists.read("caption-openings");

  /** A caption, a credit, or both. */
  public record Photo(@Nullable String caption, @Nullable String credit) {
    public Photo {
      caption = caption == null || caption.isBlank() ? null : caption;
    }
  }

  /** What a line says about a picture; null where it is no such line. */
  public @Nullable Photo read(String line) {
    if (line.length() > 400) {
      return null;
    }
    String alone = credit(line);
    if (alone != null) {
      return new Photo(null, alone);
    }
    String folded = Phrases.fold(line);
    Matcher taken = TAKEN_BY.matcher(line);
    if (taken.find()) {
      return new Photo(line.substring(0, taken.start()).strip(), taken.group(1).strip());
    }
    boolean opens = captionOpenings.stream().anyMatch(words -> begins(folded, words));
    for (Pattern pattern : List.of(IN_BRACKETS, AT_END)) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()) {
        String at =
            matcher.group(1) == null && matcher.groupCount() > 1
                ? matcher.group(2)
                : matcher.group(1);
        String credit = credit(at);
        if (credit == null && pattern == IN_BRACKETS && isNames(at)) {
          credit = credit(at.replaceFirst(" ", ": "));
        }
        if (credit != null) {
          return new Photo(withoutLabel(line.substring(0, matcher.start())), credit);
        }
      }
    }
    Photo labelled = labelledAtEnd(line);
    if (labelled != null) {
      return labelled;
    }
    return opens ? new Photo(withoutLabel(line), null) : null;
  }

  /** "The mill in May. Fot. Jan Sowa": a label behind the caption without anything between. */
  private @Nullable Photo labelledAtEnd(String line) {
    String lower = Phrases.lower(line);
    for (String label : creditLabels) {
      int at = ":.：".indexOf(label.charAt(label.length() - 1)) < 0 ? -1 : lower.lastIndexOf(label);
      boolean behind = at > 2 && mayEnd(line.substring(0, at), label);
      if (behind && line.length() - at <= LONGEST_AT_END) {
        String name = trim(line.substring(at + label.length()));
        return name.isEmpty() ? null : new Photo(line.substring(0, at).strip(), name);
      }
    }
    return null;
  }

  /** Whether a caption may end before a label: one of one word may be a word of a sentence. */
  private static boolean mayEnd(String before, String label) {
    String caption = before.stripTrailing();
    boolean abbreviation = label.endsWith(".");
    boolean words = label.substring(0, label.length() - 1).strip().indexOf(' ') > 0;
    return caption.length() < before.length()
        && (abbreviation || words || caption.isEmpty() || isEnd(caption));
  }

  private static boolean isEnd(String text) {
    return SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** Whose picture it is, where the whole of a text says just that. */
  public @Nullable String credit(String text) {
    if (text.length() > 100) {
      return null;
    }
    String bare = text.strip();
    String folded = Phrases.fold(bare);
    for (String label : creditLabels) {
      if (begins(folded, label)) {
        String name = afterLabel(bare, label);
        return name.isEmpty() || name.length() > 80 ? null : name;
      }
    }
    return isPictureHouse(bare) ? trim(bare) : null;
  }

  /** Whether the words behind the first look like names: "Photo Jane Roe", not "Photos follow". */
  private static boolean isNames(String text) {
    int space = text.indexOf(' ');
    return space > 0 && !isEnd(text) && isName(text.substring(space + 1));
  }

  /** Whether no word but those that stand within names begins with a small letter. */
  private static boolean isName(String text) {
    for (String word : text.strip().split("\\s+")) {
      boolean small = !word.isEmpty() && Character.isLowerCase(word.codePointAt(0));
      if (small && !WITHIN_NAMES.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private boolean isPictureHouse(String text) {
    String[] parts = BETWEEN_NAMES.split(text);
    boolean house = false;
    for (String part : parts) {
      boolean known = pictureHouses.contains(trim(Phrases.fold(part)));
      house |= known;
      if (!known && part.strip().indexOf(' ') > 0 && !isName(part)) {
        return false;
      }
    }
    return house && text.chars().filter(c -> c == ' ').count() < MOST_WORDS;
  }

  /** Whether a line begins with a label or opening that no word goes on from. */
  private static boolean begins(String folded, String words) {
    return Phrases.begins(folded, words)
        || (isThai(words.charAt(words.length() - 1)) && folded.startsWith(words));
  }

  private static boolean isThai(char letter) {
    return Character.UnicodeBlock.of(letter) == Character.UnicodeBlock.THAI;
  }

  private static String afterLabel(String text, String label) {
    int start = Phrases.lower(text).indexOf(label);
    return start < 0 ? "" : trim(text.substring(start + label.length()));
  }

  private static String withoutLabel(String caption) {
    int colon = caption.indexOf(':');
    boolean labelled =
        colon > 0 && colon < 12 && caption.toLowerCase(java.util.Locale.ROOT).startsWith("caption");
    return (labelled ? caption.substring(colon + 1) : caption).strip();
  }

  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && " :©(-–—[".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && " .)]".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }
}
