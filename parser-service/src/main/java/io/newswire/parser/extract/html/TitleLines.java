package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import io.newswire.parser.extract.vocabulary.Phrases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the lines of a page that repeat its title: they are no text. */
final class TitleLines {

  /** Letters of the shortest title that is known outside headings; a word may be anything. */
  private static final int SHORTEST_TITLE = 20;

  /** Letters of what stands in one block with the title and is no text. */
  private static final int LONGEST_BELOW_TITLE = 80;

  /** What forums put before the title of each answer. */
  private static final String REPLY = "re: ";

  private static final int MOST_TITLES = 20;

  private final Set<String> titles;
  private final Map<String, Integer> firstHeadings = new HashMap<>();

  /**
   * @param titles the title in its known spellings, folded
   */
  TitleLines(List<Block> blocks, Set<String> titles) {
    this.titles = titles;
    for (Block block : blocks) {
      if (block.kind() == Kind.HEADING) {
        firstHeadings.putIfAbsent(block.text(), block.index());
      }
    }
  }

  /**
   * Whether a heading repeats the title, with or without the site's name. Pages that use headings
   * of the first level within the text have titles of sections that look like the page's.
   */
  boolean isTitle(Block heading, boolean within) {
    String folded = Phrases.fold(heading.text());
    if (folded.startsWith(REPLY) && isAnyTitle(folded.substring(REPLY.length()))) {
      return true;
    }
    return titles.contains(folded)
        ? !within || heading.level() > 1 || isRepeated(heading)
        : !within && isAnyTitle(folded);
  }

  private boolean isAnyTitle(String folded) {
    return titles.contains(folded)
        || (titles.size() <= MOST_TITLES
            && titles.stream().anyMatch(title -> isTitleWithSite(title, folded)));
  }

  /** The title, and perhaps below it who wrote when, in one block that is no heading. */
  boolean isTitleBlock(Block block) {
    String text = block.text();
    int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
    return block.kind() == Kind.PARAGRAPH
        && block.size() >= SHORTEST_TITLE
        && isAnyTitle(Phrases.fold(text.substring(0, end)))
        && TextMeasure.size(text.substring(end)) <= LONGEST_BELOW_TITLE;
  }

  private boolean isRepeated(Block heading) {
    return firstHeadings.getOrDefault(heading.text(), heading.index()) < heading.index();
  }

  private static boolean isTitleWithSite(String title, String folded) {
    int end = folded.length();
    return end >= 5
        && title.length() > end + 1
        && title.startsWith(folded)
        && " -|–—_:：·｜«»/".indexOf(title.charAt(end)) >= 0
        && "-|–—_:：·｜«»/".indexOf(title.substring(end).strip().charAt(0)) >= 0;
  }
}
