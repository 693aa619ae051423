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

  /** The parser folds a name anew for each piece of it that it reads. */
  private static final int LONGEST_NAME = 50_000;

  private HtmlDocuments() {}

  /**
   * @param baseUrl what relative references are resolved against; may be empty
   * @throws ExtractionException where the document has more elements than any article, or a name
   *     without end
   */
  public static Document parse(String html, String baseUrl) throws ExtractionException {
    if (hasEndlessName(html)) {
      throw new ExtractionException(
          "page-too-complex", "an element's name is longer than " + LONGEST_NAME + " characters");
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

  /** Whether what may be a tag goes on for long without anything that ends its name. */
  private static boolean hasEndlessName(String html) {
    int start = -1;
    for (int i = 0; i < html.length(); i++) {
      char c = html.charAt(i);
      if (start < 0) {
        start = c == '<' && opensTag(html, i + 1) ? i : -1;
      } else if (c == '>' || c <= ' ' || c == '/' && i > start + 1) {
        start = -1;
      } else if (i - start > LONGEST_NAME) {
        return true;
      }
    }
    return false;
  }

  private static boolean opensTag(String html, int next) {
    int name = html.startsWith("/", next) ? next + 1 : next;
    char letter = name < html.length() ? html.charAt(name) : ' ';
    return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
  }
}
