package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import io.newswire.parser.extract.vocabulary.ClassNames;
import io.newswire.parser.extract.vocabulary.ClassNames.Judgement;
import io.newswire.parser.extract.vocabulary.Phrases;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dek: the sentence or two between an article's title and its body that say what it is
 * about. It is told by the page's description, which often says the same, by its name, or by its
 * place right below the title.
 */
final class Deks {

  private static final int SHORTEST = 25;
  private static final int LONGEST = 300;

  /** Letters of the longest line that is about an author whom it names. */
  private static final int LONGEST_BYLINE = 120;

  /** Blocks above the body among which the title is looked for. */
  private static final int FARTHEST_TITLE = 120;

  /** Blocks above the body that are looked at where no heading repeats the title. */
  private static final int WITHOUT_TITLE = 30;

  /** Share of digits from which on a line is a date. */
  private static final double DATE = 0.15;

  /** The address of a front page. */
  private static final Pattern HOME = Pattern.compile("(?:https?:)?(?://[^/?#]*+)?/?");

  private final PageBlocks page;
  private final ArticleHints hints;
  private final Exclusion exclusion;
  private final ClassNames names;

  /**
   * @param names judges names of deks to be content
   */
  Deks(PageBlocks page, ArticleHints hints, Exclusion exclusion, ClassNames names) {
    this.page = page;
    this.hints = hints;
    this.exclusion = exclusion;
    this.names = names;
  }

  /** The dek that the kept blocks lack, as a paragraph. */
  @Nullable Block find(List<Block> kept) {
    Block first = firstText(kept);
    if (first == null) {
      return null;
    }
    int title = titleBefore(first.index());
    int start = title < 0 ? Math.max(0, first.index() - WITHOUT_TITLE) : title;
    List<Block> between =
        page.blocks().subList(start, first.index()).stream()
            .filter(block -> block.size() > 0 && isNoText(block, kept))
            .toList();
    Block dek = described(between);
    if (dek == null && title >= 0) {
      dek = namedOrPlaced(between);
    }
    return dek == null ? null : dek.as(Kind.PARAGRAPH);
  }

  /** The line that opens as the page's description does. */
  private @Nullable Block described(List<Block> between) {
    String description = hints.description();
    if (description == null) {
      return null;
    }
    String opening = opening(description);
    for (Block block : between) {
      boolean text = block.size() >= SHORTEST && !isCaption(block) && block.linkDensity() < 0.3;
      if (text && opening(block.text()).equals(opening)) {
        return block;
      }
    }
    return null;
  }

  private @Nullable Block namedOrPlaced(List<Block> between) {
    for (int i = 0; i < between.size(); i++) {
      Block block = between.get(i);
      boolean placed = i == 0 && (block.kind() == Kind.HEADING || block.endsSentence());
      if ((placed || isNamed(block)) && saysSomething(block) && !isFurniture(block)) {
        return block;
      }
    }
    return null;
  }

  private boolean saysSomething(Block block) {
    String text = block.text();
    boolean line = block.kind() == Kind.HEADING || block.kind() == Kind.PARAGRAPH;
    long digits = text.chars().filter(Character::isDigit).count();
    return line
        && block.size() >= SHORTEST
        && block.size() <= LONGEST
        && block.linkDensity() < 0.3
        && digits <= DATE * block.size()
        && !(block.size() < LONGEST_BYLINE && namesAuthor(text));
  }

  private boolean namesAuthor(String text) {
    String folded = Phrases.fold(text);
    return hints.authors().stream().map(Phrases::fold).anyMatch(folded::contains);
  }

  private boolean isNamed(Block block) {
    Region region = block.region();
    for (int up = 0; up < 2 && region != null; up++) {
      boolean alone = region.end() - region.start() <= 2;
      String name = region.element().className() + " " + region.element().id();
      if (alone && names.judge(name) == Judgement.CONTENT) {
        return true;
      }
      region = region.parent();
    }
    return false;
  }

  /** Whether it stands in something named for furniture that does not hold the title, too. */
  private boolean isFurniture(Block block) {
    Region region = block.region();
    for (int up = 0; up < 3 && region != null && region.end() - region.start() <= 3; up++) {
      if (exclusion.judge(region).compareTo(Judgement.FURNITURE) >= 0) {
        return true;
      }
      region = region.parent();
    }
    return false;
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
    for (int i = index - 1; i >= Math.max(0, index - FARTHEST_TITLE); i--) {
      Block block = page.blocks().get(i);
      if (block.kind() == Kind.HEADING
          && hints.titles().contains(Phrases.fold(block.text()))
          && !linksHome(block)) {
        return i + 1;
      }
    }
    return -1;
  }

  /** Whether a heading links to the front page: it is the site's name. */
  private static boolean linksHome(Block heading) {
    for (Node node : heading.nodes()) {
      Element link = node.parent() instanceof Element around ? around.closest("a[href]") : null;
      if (link != null && HOME.matcher(link.attr("href").strip()).matches()) {
        return true;
      }
    }
    return false;
  }

  private static String opening(String text) {
    String folded = Phrases.fold(text);
    return folded.substring(0, Math.min(30, folded.length()));
  }
}
