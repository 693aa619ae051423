package io.newswire.parser.extract.vocabulary;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What feeds write below the text of an entry: where to read on, where it was first published. */
public final class FeedPhrases {

  /** A longer line says more than where to read on. */
  private static final int LONGEST_PROMPT = 140;

  private static final int LONGEST_FOOTER = 400;

  private static final String OPENING = "([{<«‹←-–—|•·*.…";
  private static final String CLOSING = ")]}>»›→⇒➔-–—|•·*.…:!。‥";

  /** A line that begins and goes on as given; a part may be empty. */
  private record Footer(String beginning, String middle) {

    boolean matches(String folded, String lead) {
      return folded.startsWith(beginning)
          && folded.indexOf(middle, beginning.length()) >= beginning.length()
          && isRightBefore(lettered(lead));
    }

    /** Other words before the link make a sentence: "The post office first appeared on a map". */
    private boolean isRightBefore(String lead) {
      return lead.equals(lettered(beginning))
          || (!beginning.isEmpty() && begins(lead, beginning + " " + middle));
    }
  }

  private final Set<String> prompts = new HashSet<>();
  private final List<String> promptBeginnings;
  private final List<String> promptEndings;
  private final Set<String> wholeFooters = new HashSet<>();
  private final List<Footer> footers;

  private FeedPhrases(List<String> readOn, List<String> footerLines) {
    marked(readOn, '=').map(FeedPhrases::bare).forEach(prompts::add);
    promptBeginnings = marked(readOn, '^').toList();
    promptEndings = marked(readOn, '$').toList();
    marked(footerLines, '=').map(FeedPhrases::bare).forEach(wholeFooters::add);
    footers =
        footerLines.stream()
            .filter(line -> line.indexOf('…') >= 0)
            .map(line -> line.split("…", 2))
            .map(parts -> new Footer(parts[0].strip(), parts[1].strip()))
            .toList();
  }

  /** Reads the lists that come with the parser. */
  public static FeedPhrases load() {
    return new FeedPhrases(WordLists.read("read-on-prompts"), WordLists.read("feed-footers"));
  }

  private static Stream<String> marked(List<String> entries, char mark) {
    return entries.stream()
        .filter(entry -> entry.charAt(0) == mark)
        .map(entry -> entry.substring(1).strip());
  }

  /**
   * Whether a line asks to read the rest elsewhere.
   *
   * <p>Without a link only what is said word for word, and in more than one word, is such a prompt.
   */
  public boolean asksToReadOn(FeedLine line) {
    if (line.text().length() > LONGEST_PROMPT) {
      return false;
    }
    String bare = bare(Phrases.fold(line.text()));
    if (!line.isLinked()) {
      return bare.indexOf(' ') > 0 && prompts.contains(bare);
    }
    return prompts.contains(bare)
        || promptBeginnings.stream()
            .anyMatch(beginning -> begins(bare, beginning) && isLinked(line, beginning))
        || promptEndings.stream().anyMatch(bare::endsWith);
  }

  /**
   * Whether a line tells of the entry in the feed, with a link as such lines do, and belongs to no
   * article.
   */
  public boolean isFooter(FeedLine line) {
    if (line.text().length() > LONGEST_FOOTER) {
      return false;
    }
    String folded = Phrases.fold(line.text());
    if (wholeFooters.contains(bare(folded))) {
      return true;
    }
    String lead = line.lead() == null ? null : Phrases.fold(line.lead());
    return lead != null && footers.stream().anyMatch(footer -> footer.matches(folded, lead));
  }

  /** Whether a link is or has the prompt, or follows it; one in a sentence is of another thing. */
  private static boolean isLinked(FeedLine line, String prompt) {
    if (line.lead() == null || line.isMostlyLink()) {
      return line.lead() != null;
    }
    String lead = bare(Phrases.fold(line.lead()));
    return lead.equals(prompt) || (lead.isEmpty() && line.linkLength() >= prompt.length());
  }

  /** Without quotation marks and what else is no letter at its end. */
  private static String lettered(String text) {
    int end = text.length();
    while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  /** A beginning must not end within a word. */
  private static boolean begins(String text, String beginning) {
    return text.startsWith(beginning)
        && (text.length() == beginning.length()
            || !Character.isLetter(text.charAt(beginning.length())));
  }

  /** Without brackets, arrows and stops at its ends. */
  private static String bare(String folded) {
    int start = 0;
    int end = folded.length();
    while (start < end && isOf(OPENING, folded.charAt(start))) {
      start++;
    }
    while (end > start && isOf(CLOSING, folded.charAt(end - 1))) {
      end--;
    }
    return folded.substring(start, end);
  }

  private static boolean isOf(String marks, char c) {
    return c == ' ' || marks.indexOf(c) >= 0;
  }
}
