package io.newswire.parser.extract.html;

import io.newswire.parser.extract.ExtractionException;
import java.util.Iterator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * Parses HTML within bounds: markup that is too deep is flattened, and markup with too many
 * elements is refused while it is read, before it takes the memory. The bytes alone tell neither,
 * as a few open elements are repeated by each paragraph that follows them.
 */
public final class HtmlDocuments {

  /** Elements nested deeper than this are read as if they were beside each other. */
  private static final int DEEPEST = 400;

  /** Some sixty times as many as the richest of the pages that the rules were measured on has. */
  static final int MOST_ELEMENTS = 250_000;

  /**
   * The parser folds a name anew for each piece of it that it reads, so that names cost the squares
   * of their lengths. This is one name of some 700,000 characters, which data in a script may look
   * like, or hundreds of 50,000.
   */
  private static final double MOST_WORK = 5e11;

  private HtmlDocuments() {}

  /**
   * @param baseUrl what relative references are resolved against; may be empty
   * @throws ExtractionException where the document has more elements than any article, or names
   *     without end
   */
  public static Document parse(String html, String baseUrl) throws ExtractionException {
    if (hasEndlessNames(html)) {
      throw new ExtractionException("page-too-complex", "the names of elements are too long");
    }
    try (StreamParser parser = new StreamParser(Parser.htmlParser().setMaxDepth(DEEPEST))) {
      Iterator<Element> elements = parser.parse(html, baseUrl).iterator();
      for (int read = 0; elements.hasNext(); read++) {
        if (read == MOST_ELEMENTS) {
          throw new ExtractionException(
              "page-too-complex", "the document has more than " + MOST_ELEMENTS + " elements");
        }
        elements.next();
      }
      return parser.document();
    }
  }

  /** Whether what may be tags goes on for long without anything that ends their names. */
  private static boolean hasEndlessNames(String html) {
    double work = 0;
    int start = -1;
    for (int i = 0; i < html.length(); i++) {
      char c = html.charAt(i);
      if (start < 0) {
        start = c == '<' && opensTag(html, i + 1) ? i : -1;
      } else if (c == '>' || c <= ' ' || c == '/' && i > start + 1) {
        work += square(i - start);
        start = -1;
      }
    }
    return work + (start < 0 ? 0 : square(html.length() - start)) > MOST_WORK;
  }

  private static double square(double length) {
    return length * length;
  }

  private static boolean opensTag(String html, int next) {
    int name = html.startsWith("/", next) ? next + 1 : next;
    char letter = name < html.length() ? html.charAt(name) : ' ';
    return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
  }
}
