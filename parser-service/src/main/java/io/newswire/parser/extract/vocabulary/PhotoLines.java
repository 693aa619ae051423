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

  /** "＝4月1日、佐藤撮影", "。新华社记者 王芳 摄": who took the picture, at the caption's end. */
  private static final Pattern TAKEN_BY =
      Pattern.compile("[＝=。，、（(]\\s?([^＝=。，、（(]{2,30}?)\\s?(?:撮影|写す|提供|摄|攝)[）)。]?$");

  /** Words of the longest line of names. */
  private static final int MOST_WORDS = 8;

  /** Characters of the longest label and name behind a caption. */
  private static final int LONGEST_AT_END = 60;

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
    boolean opens = captionOpenings.stream().anyMatch(folded::startsWith);
    for (Pattern pattern : List.of(IN_BRACKETS, AT_END)) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()) {
        String at =
            matcher.group(1) == null && matcher.groupCount() > 1
                ? matcher.group(2)
                : matcher.group(1);
        String credit = credit(at);
        if (credit == null && pattern == IN_BRACKETS) {
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
      boolean behind = at > 2 && Character.isWhitespace(line.charAt(at - 1));
      if (behind && line.length() - at <= LONGEST_AT_END) {
        String name = trim(line.substring(at + label.length()));
        return name.isEmpty() ? null : new Photo(line.substring(0, at).strip(), name);
      }
    }
    return null;
  }

  /** Whose picture it is, where the whole of a text says just that. */
  public @Nullable String credit(String text) {
    if (text.length() > 100) {
      return null;
    }
    String bare = text.strip();
    String folded = Phrases.fold(bare);
    for (String label : creditLabels) {
      if (folded.startsWith(label)) {
        String name = afterLabel(bare, label);
        return name.isEmpty() || name.length() > 80 ? null : name;
      }
    }
    return isPictureHouse(folded) ? trim(bare) : null;
  }

  private boolean isPictureHouse(String folded) {
    if (folded.chars().filter(c -> c == ' ').count() >= MOST_WORDS) {
      return false;
    }
    for (String part : BETWEEN_NAMES.split(folded)) {
      if (pictureHouses.contains(trim(part))) {
        return true;
      }
    }
    return false;
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
