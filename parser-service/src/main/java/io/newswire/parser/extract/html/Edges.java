package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import io.newswire.parser.extract.vocabulary.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides what belongs to an article at its two edges: the dek above, the author's note below. */
final class Edges {

  private static final Pattern EMAIL =
      Pattern.compile("[\\w.+-]{1,40}@[\\w-]{1,40}\\.[\\w.-]{2,30}");

  private static final int MOST_AUTHORS = 20;

  private final PageBlocks page;
  private final Phrases phrases;
  private final ArticleHints hints;
  private final List<String> authors;

  Edges(PageBlocks page, Phrases phrases, ArticleHints hints) {
    this.page = page;
    this.phrases = phrases;
    this.hints = hints;
    this.authors =
        hints.authors().stream()
            .limit(MOST_AUTHORS)
            .map(Phrases::fold)
            .filter(name -> name.contains(" ") && !phrases.isEndMarker(name))
            .toList();
  }

  List<Block> settle(List<Block> kept) {
    List<Block> settled = new ArrayList<>(new Surroundings().cutAfter(withoutAuthorNote(kept)));
    Block dek = dek(settled);
    if (dek != null) {
      settled.removeIf(block -> block.index() == dek.index());
      settled.addFirst(dek);
    }
    return settled;
  }

  /** The line between the title and the body that says what the page's description says. */
  private @Nullable Block dek(List<Block> kept) {
    String description = hints.description();
    Block first = firstText(kept);
    if (description == null || first == null) {
      return null;
    }
    String opening = opening(description);
    int title = titleBefore(first.index());
    for (Block block :
        page.blocks().subList(title < 0 ? Math.max(0, first.index() - 30) : title, first.index())) {
      boolean text = block.size() >= 25 && !isCaption(block) && block.linkDensity() < 0.3;
      if (text && opening(block.text()).equals(opening) && isNoText(block, kept)) {
        return block.kind() == Kind.HEADING || block.kind() == Kind.CAPTION
            ? block.as(Kind.PARAGRAPH)
            : block;
      }
    }
    return null;
  }

  private static boolean isNoText(Block block, List<Block> kept) {
    return block.kind() == Kind.CAPTION || !kept.contains(block);
  }

  /**
   * A caption by its markup; one that only stands in a box with a picture may be the first text.
   */
  private static boolean isCaption(Block block) {
    return block.kind() == Kind.CAPTION
        && (Tables.around(block.region(), "figure") != null
            || Tables.around(block.region(), "figcaption") != null
            || Tables.around(block.region(), "caption") != null);
  }

  private static @Nullable Block firstText(List<Block> kept) {
    for (Block block : kept) {
      if (block.size() > 0 && block.kind() != Kind.CAPTION) {
        return block;
      }
    }
    return null;
  }

  private int titleBefore(int index) {
    for (int i = index - 1; i >= Math.max(0, index - 120); i--) {
      Block block = page.blocks().get(i);
      if (block.kind() == Kind.HEADING && hints.titles().contains(Phrases.fold(block.text()))) {
        return i + 1;
      }
    }
    return -1;
  }

  private static String opening(String text) {
    String folded = Phrases.fold(text);
    return folded.substring(0, Math.min(30, folded.length()));
  }

  /** Cuts what is said about an author below the article. */
  private List<Block> withoutAuthorNote(List<Block> kept) {
    double total = kept.stream().mapToDouble(BlockValues::prose).sum();
    double before = 0;
    for (int i = 0; i < kept.size(); i++) {
      Block block = kept.get(i);
      boolean note =
          block.kind() != Kind.QUOTE
              && (opensWithAuthor(block) || (before > 0.9 * total && isContact(block)));
      if (before > 0.7 * total && note) {
        return kept.subList(0, i);
      }
      before += BlockValues.prose(block);
    }
    return kept;
  }

  /** A short line with an e-mail address tells how to reach somebody. */
  private static boolean isContact(Block block) {
    return block.size() < 250 && EMAIL.matcher(block.text()).find();
  }

  private boolean opensWithAuthor(Block block) {
    String folded = Phrases.fold(block.text());
    return authors.stream().anyMatch(folded::startsWith);
  }
}
