package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.ExtractedDate;
import io.newswire.parser.extract.date.DateLabels;
import io.newswire.parser.extract.date.DateLabels.Label;
import io.newswire.parser.extract.vocabulary.Phrases;
import io.newswire.parser.extract.vocabulary.WordLists;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that a page shows its readers. Where a date stands says what it is the date of:
 * one beside the title is the article's, one in a comment, a teaser or a footer is not.
 */
final class ShownDates {

  /**
   * The dates shown.
   *
   * @param labelled the first one that is labelled as the publication
   * @param besideTitle the first one just below the title, else just above it
   * @param anywhere the first other one
   * @param updated the first one that is labelled as a change
   */
  record Shown(
      @Nullable ExtractedDate labelled,
      @Nullable ExtractedDate besideTitle,
      @Nullable ExtractedDate anywhere,
      @Nullable ExtractedDate updated) {

    static final Shown NOTHING = new Shown(null, null, null, null);
  }

  /** Characters of text between a title and what still stands beside it. */
  private static final int BELOW = 600;

  private static final int ABOVE = 200;

  /** A longer text is a sentence that mentions a date. */
  private static final int LONGEST = 100;

  /** A longer heading was never closed, and holds the article as well. */
  private static final int LONGEST_TITLE = 400;

  /** What stands in one line with a date, such as an author and a section; more is a sentence. */
  private static final int LONGEST_LINE = 200;

  private static final int MOST_SIBLINGS = 50;

  /** Forms and the like that hold most of a page are its frame; there are few. */
  private static final int MOST_FRAMES = 10;

  private static final int LONGEST_LABEL = 40;
  private static final int MOST_READ = 1_000;
  private static final int MOST_HEADINGS = 50;
  private static final Set<String> HIDDEN =
      Set.of("script", "style", "noscript", "template", "svg", "select", "textarea", "iframe");

  /** A footer of these is part of the article, and may well carry its date. */
  private static final Set<String> OWN =
      Set.of("headline", "title", "article", "entry", "post", "story", "byline", "meta", "content");

  private static final Set<String> APART = Set.of("nav", "aside", "footer", "form");

  private final DateCheck check;
  private final DateLabels labels;
  private final Set<String> apartWords = new HashSet<>(WordLists.read("apart-words"));

  ShownDates(DateCheck check, DateLabels labels) {
    this.check = check;
    this.labels = labels;
  }

  Shown find(PageFacts facts) {
    Walk walk = new Walk(facts, headline(facts));
    facts.document().body().traverse(walk);
    return walk.shown();
  }

  /** The heading that repeats a declared title, else the first. */
  private static @Nullable Element headline(PageFacts facts) {
    List<Element> headings = facts.document().body().select("h1");
    String title = TitleFinder.find(facts);
    String folded = title == null ? "" : Phrases.fold(title);
    return headings.stream()
        .limit(MOST_HEADINGS)
        .filter(heading -> isTitle(heading.text(), folded))
        .findFirst()
        .orElse(headings.isEmpty() ? null : headings.getFirst());
  }

  private static boolean isTitle(String heading, String folded) {
    return heading.length() <= LONGEST_TITLE && Phrases.fold(heading).equals(folded);
  }

  /** One pass over the document; it keeps the first date of each kind. */
  private final class Walk implements NodeVisitor {

    private final PageFacts facts;
    private final @Nullable Element headline;
    private final int titleLength;
    private final Set<Element> aroundHeadline;
    private final Deque<Element> apartElements = new ArrayDeque<>();
    private final int textLength;
    private int frames;
    private int apart;
    private int hidden;
    private int read;
    private int characters;
    private int titleAt = -1;
    private String before = "";
    private @Nullable Element timeElement;

    private @Nullable ExtractedDate labelled;
    private @Nullable ExtractedDate below;
    private @Nullable ExtractedDate above;
    private int aboveAt;
    private @Nullable ExtractedDate element;
    private @Nullable ExtractedDate text;
    private @Nullable ExtractedDate early;
    private @Nullable ExtractedDate updated;

    Walk(PageFacts facts, @Nullable Element headline) {
      this.facts = facts;
      this.headline = headline;
      this.textLength = facts.document().body().text().length();
      this.titleLength = headline == null ? 0 : Math.min(headline.text().length(), LONGEST_TITLE);
      this.aroundHeadline = headline == null ? Set.of() : Set.copyOf(headline.parents());
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element entered) {
        hidden += isHidden(entered) ? 1 : 0;
        if (isApart(entered)) {
          apartElements.addLast(entered);
          apart++;
        }
        if (entered == headline) {
          titleAt = characters;
        }
        if (isTime(entered)
            && hidden == 0
            && apart == 0
            && timeElement == null
            && read++ < MOST_READ) {
          timeElement = entered;
          note(check.ofElement(entered, facts), entered.className() + " " + entered.text(), true);
        }
      } else if (node instanceof TextNode textNode && hidden == 0) {
        read(textNode);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element left) {
        hidden -= isHidden(left) ? 1 : 0;
        if (apartElements.peekLast() == left) {
          apartElements.removeLast();
          apart--;
        }
        timeElement = timeElement == left ? null : timeElement;
      }
    }

    private void read(TextNode textNode) {
      String line = textNode.text().strip();
      if (line.isEmpty()) {
        return;
      }
      boolean fits = line.length() >= 6 && line.length() <= LONGEST && apart == 0;
      boolean digits = fits && mayBeDate(line);
      if (digits && timeElement == null && read++ < MOST_READ && !isInSentence(textNode)) {
        int change = labels.updateWithin(line);
        if (change > 0) {
          note(date(line.substring(change)), line.substring(change), false);
          note(date(line.substring(0, change)), line.substring(0, change), false);
        } else {
          note(date(line), line, false);
        }
      }
      characters += line.length();
      before = line;
    }

    /** Whether links and the like cut a text out of a sentence. */
    private static boolean isInSentence(TextNode text) {
      Node part = text;
      while (part.parent() instanceof Element parent && !parent.isBlock()) {
        part = parent;
      }
      return lengthBeside(part, Node::previousSibling) + lengthBeside(part, Node::nextSibling)
          > LONGEST_LINE;
    }

    /** Characters in one direction, up to the end of the line or to where they are enough. */
    private static int lengthBeside(Node part, Function<Node, @Nullable Node> next) {
      int length = 0;
      Node node = next.apply(part);
      for (int i = 0; i < MOST_SIBLINGS && length <= LONGEST_LINE && node != null; i++) {
        if (node instanceof Element element) {
          if (element.isBlock() || element.normalName().equals("br")) {
            return length;
          }
          length += element.text().length();
        } else if (node instanceof TextNode text) {
          length += text.text().strip().length();
        }
        node = next.apply(node);
      }
      return length;
    }

    /**
     * A date has the digits of a year and a day; only the first years of Japan's eras have fewer.
     */
    private static boolean mayBeDate(String line) {
      return line.chars().filter(Character::isDigit).limit(4).count() == 4
          || line.indexOf('元') >= 0;
    }

    private @Nullable ExtractedDate date(String line) {
      return isCopyright(line) ? null : check.found(line, facts);
    }

    private void note(@Nullable ExtractedDate date, String words, boolean machine) {
      if (date == null) {
        return;
      }
      Label label = label(words);
      if (label == Label.UPDATED) {
        updated = updated == null ? date : updated;
        return;
      }
      boolean publication = label == Label.PUBLISHED;
      labelled = labelled == null && publication ? date : labelled;
      if (titleAt < 0) {
        above = date;
        aboveAt = characters;
        early = early == null ? date : early;
      } else if (characters - titleAt - titleLength <= BELOW) {
        below = below == null ? date : below;
      } else if (machine) {
        element = element == null ? date : element;
      } else {
        text = text == null ? date : text;
      }
    }

    /** The label within the date's own words, else in the short text before it. */
    private Label label(String words) {
      Label own = labels.opening(words);
      String lower = words.toLowerCase(Locale.ROOT);
      // A class of both, as blogs have it, is that of an article which was never changed.
      boolean change =
          !lower.contains("published") && (lower.contains("updated") || lower.contains("modified"));
      if (own == Label.UPDATED || change) {
        return Label.UPDATED;
      }
      return own == Label.NONE && before.length() <= LONGEST_LABEL ? labels.opening(before) : own;
    }

    private boolean isHidden(Element element) {
      return HIDDEN.contains(element.normalName());
    }

    private boolean isApart(Element element) {
      if (aroundHeadline.contains(element)) {
        return false;
      }
      if (apart > 0) {
        return false; // everything within is apart already
      }
      String name = element.normalName();
      if (name.equals("a")) {
        return leadsElsewhere(element) || isNamedApart(element);
      }
      boolean own = name.equals("footer") && !Collections.disjoint(names(element), OWN);
      boolean region = APART.contains(name) && !own || isNamedApart(element);
      return region && !isFrame(element);
    }

    /** Some pages are one form; and without a title there is nothing else to tell the page by. */
    private boolean isFrame(Element element) {
      String name = element.normalName();
      if (name.equals("body") || name.equals("html")) {
        return true;
      }
      if (headline != null && !name.equals("form") || frames >= MOST_FRAMES) {
        return false;
      }
      boolean frame = element.text().length() > textLength / 2;
      frames += frame ? 1 : 0;
      return frame;
    }

    private boolean isNamedApart(Element element) {
      Set<String> words = names(element);
      boolean footer = words.contains("footer") && Collections.disjoint(words, OWN);
      return footer || !Collections.disjoint(words, apartWords);
    }

    private static Set<String> names(Element element) {
      String names = element.className() + " " + element.id();
      return names.length() < 2 || names.length() > 200
          ? Set.of()
          : new HashSet<>(List.of(names.toLowerCase(Locale.ROOT).split("[^a-z]++")));
    }

    /** A link around a date leads to the article itself, to its day's archive, or elsewhere. */
    private boolean leadsElsewhere(Element link) {
      String address = link.attr("href");
      if (address.isEmpty() || address.startsWith("#")) {
        return false;
      }
      String path = Addresses.absolute(address, facts.url());
      return path != null && !path.equals(facts.url()) && link.text().length() > LONGEST_LABEL;
    }

    private boolean isTime(Element element) {
      String name = element.normalName();
      return name.equals("time") || name.equals("relative-time");
    }

    private boolean isCopyright(String line) {
      String lower = line.toLowerCase(Locale.ROOT);
      return lower.contains("©") || lower.contains("copyright") || lower.contains("(c)");
    }

    Shown shown() {
      boolean beside = above != null && titleAt >= 0 && titleAt - aboveAt <= ABOVE;
      ExtractedDate besideTitle = below != null ? below : beside ? above : null;
      ExtractedDate anywhere =
          Stream.of(element, text, early).filter(Objects::nonNull).findFirst().orElse(null);
      return new Shown(labelled, besideTitle, anywhere, updated);
    }
  }
}
