package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import io.newswire.parser.extract.vocabulary.Phrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds readers' comments by their shape, where neither a name nor a label of a known language says
 * what they are: below the article several lines of a name, a date and a time, each above what
 * somebody says.
 */
final class ReaderComments {

  private static final int FEWEST = 3;

  private static final int LONGEST_SIGNATURE = 100;

  /** Share of the prose that stands above the first comment; a thread begins with a signature. */
  private static final double LEAST_ABOVE = 0.2;

  /** A day in digits, or a year and before or behind it the name of a month. */
  private static final Pattern DAY =
      Pattern.compile(
          "\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|(?<!\\d)(?:19|20)\\d{2}(?!\\d)|\\d{1,2}월|\\d{1,2}月");

  private static final Pattern TIME = Pattern.compile("(?<![\\d:])\\d{1,2}[:h](\\d{2})(?!\\d)");

  private final List<Block> blocks;

  private final Phrases phrases;

  ReaderComments(PageBlocks page, Phrases phrases) {
    this.blocks = page.blocks();
    this.phrases = phrases;
  }

  /** Marks the comments, from the first signature to the end of the last comment. */
  void exclude(boolean[] excluded, BlockValues values) {
    List<Block> signatures = new ArrayList<>();
    Set<String> openings = new HashSet<>();
    boolean oddTime = false;
    for (Block block : blocks) {
      String time = signedAt(block);
      if (time != null && speaksBelow(block)) {
        signatures.add(block);
        openings.add(opening(block.text()));
        oddTime |= (time.charAt(1) - '0') % 5 != 0;
      }
    }
    if (signatures.size() < FEWEST || openings.size() < 2 || !oddTime) {
      return;
    }
    int first = signatures.getFirst().index();
    int end = signatures.getLast().index() + 2;
    if (values.mass(0, first) >= LEAST_ABOVE * values.total() && !goesOn(first, end, excluded)) {
      Arrays.fill(excluded, first, end, true);
    }
  }

  /** Whether prose below the comments stands beside prose above them: then they are its parts. */
  private boolean goesOn(int first, int end, boolean[] excluded) {
    return Block.goesOn(without(excluded, 0, first), without(excluded, end, blocks.size()));
  }

  private List<Block> without(boolean[] excluded, int from, int to) {
    return blocks.subList(from, to).stream().filter(block -> !excluded[block.index()]).toList();
  }

  /**
   * The minutes at which a line was signed; null where it is no signature. It begins with a name
   * and ends as no sentence does: what begins with the date, a day of the week or a label is an
   * entry of a live report or of a chronology.
   */
  private @Nullable String signedAt(Block block) {
    String text = block.text();
    boolean line = block.kind() == Kind.PARAGRAPH || block.kind() == Kind.CELL;
    if (!line
        || text.length() > LONGEST_SIGNATURE
        || text.isEmpty()
        || Character.isDigit(text.charAt(0))
        || !DAY.matcher(text).find()
        || opening(text).stripTrailing().endsWith(":")
        || phrases.beginsWithDay(text)) {
      return null;
    }
    Matcher time = TIME.matcher(text);
    return time.find() ? time.group(1) : null;
  }

  private boolean speaksBelow(Block signature) {
    int next = signature.index() + 1;
    return next < blocks.size() && (blocks.get(next).isProse() || blocks.get(next).endsSentence());
  }

  private static String opening(String signature) {
    int end = 0;
    while (end < signature.length() && !Character.isDigit(signature.charAt(end))) {
      end++;
    }
    return signature.substring(0, end);
  }
}
