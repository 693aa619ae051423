package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.ExtractedDate;
import io.newswire.parser.extract.date.DateLabels;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** One pass over a document that reads the dates it shows. */
final class DateWalk implements NodeVisitor {

  /** A longer text is a sentence that mentions a date. */
  private static final int LONGEST = 100;

  private static final int SHORTEST = 6;

  /** What stands in one line with a date, such as an author and a section; more is a sentence. */
  private static final int LONGEST_LINE = 200;

  private static final int MOST_SIBLINGS = 50;
  private static final int MOST_READ = 1_000;

  /** Day, month and year in elements of their own, and what stands between them. */
  private static final int MOST_PIECES = 9;

  private static final int LONGEST_PIECE = 20;
  private static final int DIGITS_OF_YEAR = 4;

  private static final Set<String> HIDDEN =
      Set.of("script", "style", "noscript", "template", "svg", "select", "textarea", "iframe");

  /** Words of the class of an element that says the moment to machines and its age to people. */
  private static final Pattern NAMED_DATE =
      Pattern.compile(
          "(?:^|[\\s_-])(?:date|time|datetime|dateline|timestamp|timeago|ago|published|posted|updated|pubdate|dtstart)(?:$|[\\s_-])");

  private final PageFacts facts;
  private final @Nullable Element headline;
  private final DateCheck check;
  private final DateLabels labels;
  private final ApartRegions apart;
  private final GatheredDates gathered;
  private final ShownAges ages;

  private int hidden;
  private int headings;
  private int read;
  private int characters;
  private String before = "";
  private @Nullable Element dated;

  DateWalk(
      PageFacts facts,
      @Nullable Element headline,
      DateCheck check,
      DateLabels labels,
      ApartRegions apart,
      GatheredDates gathered,
      ShownAges ages) {
    this.facts = facts;
    this.headline = headline;
    this.check = check;
    this.labels = labels;
    this.apart = apart;
    this.gathered = gathered;
    this.ages = ages;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof Element entered) {
      hidden += HIDDEN.contains(entered.normalName()) ? 1 : 0;
      headings += isHeading(entered) ? 1 : 0;
      apart.enter(entered);
      if (entered == headline) {
        gathered.titleAt(characters);
        ages.titleAt(characters);
      }
      if (hidden == 0 && !apart.inside() && dated == null && read < MOST_READ) {
        read(entered);
      }
    } else if (node instanceof TextNode text && hidden == 0) {
      read(text);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element left) {
      hidden -= HIDDEN.contains(left.normalName()) ? 1 : 0;
      headings -= isHeading(left) ? 1 : 0;
      apart.leave(left);
      dated = dated == left ? null : dated;
    }
  }

  private void read(Element element) {
    if (isTime(element)) {
      take(element, check.ofElement(element, facts));
    } else if (element.nameIs("abbr") || isNamedDate(element.className())) {
      ExtractedDate date = check.ofAttributes(element, facts);
      if (date != null && isShort(element)) {
        take(element, date);
      }
    }
    String pieces = dated == null ? pieces(element) : "";
    if (mayBeDate(pieces)) {
      gathered.add(date(pieces), pieces, before, characters, false);
      read++;
    }
  }

  /** An element with more words than a date has holds an article. */
  private static boolean isShort(Element element) {
    return element
            .nodeStream(TextNode.class)
            .flatMapToInt(text -> text.getWholeText().chars())
            .filter(c -> !Character.isWhitespace(c))
            .limit(LONGEST + 1)
            .count()
        <= LONGEST;
  }

  private static boolean isNamedDate(String classes) {
    return !classes.isEmpty() && NAMED_DATE.matcher(lower(classes)).find();
  }

  private void take(Element element, @Nullable ExtractedDate date) {
    dated = element;
    read++;
    String words = element.className() + " " + element.text();
    gathered.add(date, words, before, characters, true);
    if (date == null && headings == 0) {
      String text = element.text();
      ages.add(ages.date(text), text, before, characters);
    }
  }

  private void read(TextNode text) {
    String line = text.text().strip();
    if (line.isEmpty()) {
      return;
    }
    boolean fits = line.length() >= SHORTEST && line.length() <= LONGEST && !apart.inside();
    boolean digits = fits && mayBeDate(line);
    boolean told = dated != null;
    if (digits && dated == null && read++ < MOST_READ && !isInSentence(text, LONGEST_LINE)) {
      int label = labels.secondDate(line);
      if (label > 0) {
        read(line.substring(label));
        told = read(line.substring(0, label));
      } else {
        told = read(line);
      }
    } else if (fits && !digits && dated == null && headings == 0) {
      readAge(text, line);
    }
    characters += line.length();
    before = told ? "" : line; // a label that has had its date says nothing about the next
  }

  private void readAge(TextNode text, String line) {
    ExtractedDate age = ages.date(line);
    if (age != null && !isInSentence(text, LONGEST)) {
      ages.add(age, line, before, characters);
    }
  }

  private boolean read(String words) {
    ExtractedDate date = date(words);
    gathered.add(date, words, before, characters, false);
    if (date == null && headings == 0) {
      ages.add(ages.date(words), words, before, characters);
    }
    return date != null;
  }

  /** The words of an element that does nothing but hold a few of them each in one of its own. */
  private static String pieces(Element element) {
    int size = element.childNodeSize();
    if (size < 3 || size > MOST_PIECES) {
      return "";
    }
    StringBuilder pieces = new StringBuilder();
    for (Node child : element.childNodes()) {
      boolean leaf = child instanceof Element inner && inner.childNodeSize() == 1;
      Node text = leaf ? child.childNode(0) : child;
      String piece = text instanceof TextNode words ? words.text().strip() : "";
      boolean part = leaf && !isTime(child) || child instanceof TextNode;
      if (!part || piece.length() > LONGEST_PIECE || digits(piece) > DIGITS_OF_YEAR) {
        return "";
      }
      boolean word = !piece.isEmpty() && Character.isLetterOrDigit(piece.charAt(0));
      pieces.append(word ? " " : "").append(piece);
    }
    return pieces.toString().strip();
  }

  /** Whether links and the like cut a text out of a sentence. */
  private static boolean isInSentence(TextNode text, int longest) {
    Node part = text;
    while (part.parent() instanceof Element parent && !parent.isBlock()) {
      part = parent;
    }
    return lengthBeside(part, Node::previousSibling) + lengthBeside(part, Node::nextSibling)
        > longest;
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
   * A date has the digits of a year and a day; fewer where East Asia counts the years of an era, or
   * an apostrophe stands for the century.
   */
  private static boolean mayBeDate(String line) {
    long digits = digits(line);
    boolean shortened =
        digits == DIGITS_OF_YEAR - 1 && (line.indexOf('\'') >= 0 || line.indexOf('’') >= 0);
    return digits >= DIGITS_OF_YEAR || shortened || line.indexOf('年') >= 0;
  }

  private static long digits(String line) {
    return line.chars().filter(Character::isDigit).count();
  }

  /** Headings speak of yesterday and mean that of the news. */
  private boolean isHeading(Element element) {
    return element == headline
        || element.nameIs("h1")
        || element.nameIs("h2")
        || element.nameIs("h3");
  }

  private static boolean isTime(Node node) {
    return node.nameIs("time")
        || node.hasAttr("datetime") && !node.nameIs("del") && !node.nameIs("ins");
  }

  private @Nullable ExtractedDate date(String line) {
    String lower = lower(line);
    boolean copyright = lower.contains("©") || lower.contains("copyright") || lower.contains("(c)");
    return copyright ? null : check.found(line, facts);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
