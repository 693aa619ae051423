package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import io.newswire.parser.extract.vocabulary.Phrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds readers' comments by their shape, whatever they are called: boxes of one make, in each a
 * name, a day, and a text. A label with their number above them tells them, too. Comments that
 * share a box, or have name, date and time in one line, are found by {@link ReaderComments}.
 */
final class CommentLists {

  private static final int FEWEST = 3;

  /** Share of the boxes that must look like a comment. */
  private static final double MOST = 0.8;

  private static final int LARGEST_BOX = 40;
  private static final int LONGEST_NAME = 40;
  private static final int MOST_WORDS_OF_NAME = 5;
  private static final int LONGEST_LABEL = 60;

  /** Characters of initials in place of a name, with a full stop or more. */
  private static final int INITIALS = 5;

  /** Share of the prose that stands above comments: a page of nothing else is told in boxes. */
  private static final double BEFORE = 0.25;

  /** What names have none of. */
  private static final Pattern TIME = Pattern.compile("(?:19|20)\\d\\d|\\d[:./]\\d\\d");

  private static final Pattern COUNT_AT_END = Pattern.compile("[^\\d(]{3,50}+\\(\\d{1,5}\\)");

  private final PageBlocks page;
  private final Phrases phrases;
  private final BlockValues values;

  CommentLists(PageBlocks page, Phrases phrases, BlockValues values) {
    this.page = page;
    this.phrases = phrases;
    this.values = values;
  }

  void exclude(boolean[] excluded) {
    for (List<Region> boxes : rows()) {
      int start = boxes.getFirst().start();
      int end = boxes.getLast().end();
      double before = values.mass(0, start);
      if (before >= BEFORE * (before + values.mass(start, end)) && areComments(boxes)) {
        Arrays.fill(excluded, start, end, true);
      }
    }
  }

  /** Runs of elements of one make side by side. */
  private List<List<Region>> rows() {
    Map<Region, List<Region>> current = new HashMap<>();
    List<List<Region>> rows = new ArrayList<>();
    for (Region region : page.regions()) {
      Region parent = region.parent();
      if (parent == null || region.start() == region.end()) {
        continue;
      }
      List<Region> row = current.get(parent);
      if (row == null || !row.getLast().name().equals(region.name())) {
        row = new ArrayList<>();
        current.put(parent, row);
        rows.add(row);
      }
      row.add(region);
    }
    rows.removeIf(row -> row.size() < FEWEST);
    return rows;
  }

  private boolean areComments(List<Region> boxes) {
    int comments = 0;
    int dated = 0;
    int prose = 0;
    for (Region box : boxes) {
      List<Block> texts = texts(box);
      if (texts != null && isComment(texts)) {
        comments++;
        dated += texts.stream().anyMatch(CommentLists::isDate) ? 1 : 0;
        prose += texts.stream().anyMatch(Block::isProse) ? 1 : 0;
      }
    }
    double least = MOST * boxes.size();
    return comments >= least && prose >= 2 && (dated >= least || isLabelled(boxes));
  }

  private @Nullable List<Block> texts(Region box) {
    return box.end() - box.start() > LARGEST_BOX
        ? null
        : page.blocks().subList(box.start(), box.end()).stream()
            .filter(block -> block.size() > 0 && block.kind() != Kind.IMAGE)
            .toList();
  }

  /** A name, and something behind it; what has headings or cells is of another kind. */
  private static boolean isComment(List<Block> texts) {
    if (texts.size() < 2
        || texts.stream().anyMatch(b -> b.kind() == Kind.HEADING || b.kind() == Kind.CELL)) {
      return false;
    }
    String name = texts.getFirst().text();
    return texts.getFirst().size() <= LONGEST_NAME
        && TextMeasure.words(name) <= MOST_WORDS_OF_NAME
        && !TIME.matcher(name).find()
        && (!texts.getFirst().endsSentence() || name.endsWith(":") || name.length() <= INITIALS);
  }

  private static boolean isDate(Block block) {
    return block.size() <= LONGEST_NAME && DatedLines.isDated(block);
  }

  private boolean isLabelled(List<Region> boxes) {
    int index = boxes.getFirst().start() - 1;
    while (index >= 0 && page.blocks().get(index).size() == 0) {
      index--;
    }
    if (index < 0 || page.blocks().get(index).text().length() > LONGEST_LABEL) {
      return false;
    }
    String label = page.blocks().get(index).text();
    return phrases.isCommentLabel(label)
        || COUNT_AT_END.matcher(label).matches()
        || (Character.isDigit(label.charAt(0)) && sharesWords(boxes));
  }

  /** Whether the same short line is in each box, as "Reply" is. */
  private boolean sharesWords(List<Region> boxes) {
    Set<String> shared = null;
    for (Region box : boxes) {
      Set<String> lines = new HashSet<>();
      for (Block block : page.blocks().subList(box.start(), box.end())) {
        if (block.size() > 0 && block.size() < 20) {
          lines.add(block.text());
        }
      }
      if (shared == null) {
        shared = lines;
      } else {
        shared.retainAll(lines);
      }
    }
    return shared != null && !shared.isEmpty();
  }
}
