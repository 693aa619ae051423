package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import io.newswire.parser.extract.vocabulary.ClassNames;
import io.newswire.parser.extract.vocabulary.PhotoLines;
import io.newswire.parser.extract.vocabulary.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Finds the body of an article in an HTML document. Safe for use by several threads. */
public final class HtmlBodies {

  /** Letters of a body so short that it is compared with what else the page has. */
  private static final int SHORT = 300;

  /** A body with less than this share of the page's prose is suspected to be the wrong one. */
  private static final double LITTLE = 0.35;

  /** Below this share, what was excluded by its name is looked at too. */
  private static final double NEARLY_NOTHING = 0.1;

  /** Letters from which on a declared body is an article and not its summary. */
  private static final int LEAST_DECLARED = 300;

  private static final int LONGEST_LINE = 200;
  private static final int MOST_LINES = 2000;

  private final ClassNames.Vocabulary vocabulary;
  private final ClassNames.Vocabulary dekNames = ClassNames.Vocabulary.ofDeks();
  private final Phrases phrases;
  private final KeyPoints keyPoints;
  private final PictureCaptions captions = new PictureCaptions(new PhotoLines());

  public HtmlBodies(ClassNames.Vocabulary vocabulary, Phrases phrases, KeyPoints keyPoints) {
    this.vocabulary = vocabulary;
    this.phrases = phrases;
    this.keyPoints = keyPoints;
  }

  /** A document read into blocks, its body not yet looked for. */
  public final class ReadPage {

    private final PageBlocks page;
    private final String base;

    private ReadPage(PageBlocks page, String base) {
      this.page = page;
      this.base = base;
    }

    /** The document's short lines in order: labels, bylines, dates, headings. */
    public List<String> lines() {
      return page.blocks().stream()
          .filter(block -> block.size() > 0 && block.text().length() <= LONGEST_LINE)
          .map(Block::text)
          .limit(MOST_LINES)
          .toList();
    }

    /** The article's body. */
    public Body article(ArticleHints hints) {
      Exclusion exclusion = new Exclusion(new ClassNames(vocabulary), phrases, base);
      List<Block> kept = find(exclusion, exclusion.excluded(page), hints);
      double all = BlockValues.of(page.blocks(), new boolean[page.blocks().size()]).total();
      if (Block.size(kept) < SHORT && Block.size(kept) < NEARLY_NOTHING * all) {
        List<Block> more = find(exclusion, exclusion.excludedForSure(page), hints);
        kept = Block.size(more) > 3 * Block.size(kept) ? more : kept;
      }
      if (Block.size(kept) == 0) {
        kept = find(exclusion, new boolean[page.blocks().size()], hints);
      }
      String declared = hints.articleBody();
      if (declared != null) {
        DeclaredBody body = new DeclaredBody(declared);
        kept = body.correct(kept, page.blocks());
        if (body.size() > LEAST_DECLARED && body.isMoreThan(kept)) {
          return declaredOnly(declared);
        }
      }
      Deks deks = new Deks(page, hints, exclusion, new ClassNames(dekNames));
      return body(new ArrayList<>(new Edges(deks, phrases, hints).settle(kept)));
    }

    private List<Block> find(Exclusion exclusion, boolean[] excluded, ArticleHints hints) {
      BlockValues values = BlockValues.of(page.blocks(), excluded);
      ContentLocator locator = new ContentLocator(page, exclusion, values);
      BlockFilter filter = new BlockFilter(page, excluded, phrases, hints.titles());
      List<Block> kept = filter.keep(locator.locate());
      if (Block.size(kept) < 2 * SHORT && Block.size(kept) < LITTLE * values.total()) {
        List<Block> more = filter.keep(locator.locateByProse());
        return Block.size(more) > 2 * Block.size(kept) ? more : kept;
      }
      return kept;
    }

    /** The body that only the structured data has, as on pages that a script fills. */
    private Body declaredOnly(String declared) {
      String plain = declared.indexOf('<') < 0 ? declared : Jsoup.parse(declared).wholeText();
      List<String> paragraphs =
          plain.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
      StringJoiner html = new StringJoiner("\n");
      paragraphs.forEach(paragraph -> html.add("<p>" + BodyHtml.escape(paragraph) + "</p>"));
      return new Body(
          String.join("\n\n", paragraphs),
          html.toString(),
          List.of(),
          List.of(),
          List.of(),
          "structured-data");
    }

    /** Everything but furniture: for a fragment that is an article already. */
    public Body fragment() {
      Exclusion exclusion = new Exclusion(new ClassNames(vocabulary), phrases, base);
      boolean[] excluded = exclusion.excluded(page);
      return body(
          new ArrayList<>(
              new FragmentFilter(page, excluded, phrases).keep(page.regions().getFirst())));
    }

    private Body body(List<Block> kept) {
      List<String> points = keyPoints.take(kept, page);
      Figures figures = new Figures(page, base);
      List<String> sections =
          kept.stream().filter(b -> b.kind() == Kind.HEADING).map(Block::text).toList();
      return new Body(
          BodyText.of(kept),
          BodyHtml.of(kept, figures, base),
          figures.of(kept),
          points,
          sections,
          "page");
    }
  }

  /**
   * Reads a document into blocks.
   *
   * @param base what relative references are resolved against; may be empty
   */
  public ReadPage read(Document document, String base) {
    return new ReadPage(captions.mark(BlockReader.read(document.body())), base);
  }

  /**
   * Reads a fragment into blocks. A few words beside a picture, and nothing else, are its text.
   *
   * @param base what relative references are resolved against; may be empty
   */
  public ReadPage readFragment(Document document, String base) {
    PageBlocks plain = BlockReader.read(document.body());
    PageBlocks marked = captions.mark(plain);
    boolean text = marked.blocks().stream().anyMatch(HtmlBodies::isText);
    return new ReadPage(text ? marked : plain, base);
  }

  private static boolean isText(Block block) {
    return block.size() > 0 && block.kind() != Kind.CAPTION && block.kind() != Kind.IMAGE;
  }
}
