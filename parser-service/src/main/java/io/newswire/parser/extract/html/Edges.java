package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import io.newswire.parser.extract.vocabulary.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Decides what belongs to an article at its two edges: the dek above, the author's note below. */
final class Edges {

  private static final Pattern EMAIL =
      Pattern.compile("[\\w.+-]{1,40}@[\\w-]{1,40}\\.[\\w.-]{2,30}");

  private static final int MOST_AUTHORS = 20;

  /** Blocks of a body's beginning among which there may be bylines. */
  private static final int FIRST = 5;

  private static final int LONGEST_BYLINE = 90;

  /** Characters before the name in a byline at most. */
  private static final int NAME_BEGINS = 20;

  private final Deks deks;
  private final List<String> authors;

  Edges(Deks deks, Phrases phrases, ArticleHints hints) {
    this.deks = deks;
    this.authors =
        hints.authors().stream()
            .limit(MOST_AUTHORS)
            .map(Phrases::fold)
            .filter(name -> name.contains(" ") && !phrases.isEndMarker(name))
            .toList();
  }

  List<Block> settle(List<Block> kept) {
    List<Block> settled =
        new ArrayList<>(new Surroundings().cutAfter(withoutAuthorNote(withoutBylines(kept))));
    Block dek = deks.find(settled);
    if (dek != null) {
      settled.removeIf(block -> block.index() == dek.index());
      settled.addFirst(dek);
    }
    return settled;
  }

  /** Cuts what is said about an author below the article. */
  private List<Block> withoutAuthorNote(List<Block> kept) {
    double total = kept.stream().mapToDouble(BlockValues::prose).sum();
    double before = 0;
    for (int i = 0; i < kept.size(); i++) {
      Block block = kept.get(i);
      if (before > 0.7 * total
          && block.kind() != Kind.QUOTE
          && (opensWithAuthor(block) || (before > 0.9 * total && isContact(block)))) {
        return kept.subList(0, i);
      }
      before += BlockValues.prose(block);
    }
    return kept;
  }

  /** Lines near the top that name an author and, in digits, a time. */
  private List<Block> withoutBylines(List<Block> kept) {
    List<Block> without = new ArrayList<>(kept);
    without.subList(0, Math.min(FIRST, without.size())).removeIf(this::isByline);
    return without;
  }

  private boolean isByline(Block block) {
    if (block.kind() != Kind.PARAGRAPH
        || block.size() > LONGEST_BYLINE
        || block.text().endsWith(".")
        || block.text().chars().noneMatch(Character::isDigit)) {
      return false;
    }
    String folded = Phrases.fold(block.text());
    return authors.stream()
        .anyMatch(author -> folded.indexOf(author) >= 0 && folded.indexOf(author) <= NAME_BEGINS);
  }

  /** A short line with an e-mail address tells how to reach somebody. */
  private static boolean isContact(Block block) {
    return block.size() < 250 && EMAIL.matcher(block.text()).find();
  }

  private boolean opensWithAuthor(Block block) {
    if (authors.isEmpty()) {
      return false;
    }
    String folded = Phrases.fold(block.text());
    return authors.stream().anyMatch(folded::startsWith);
  }
}
