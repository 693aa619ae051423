package io.newswire.fetcher.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tags and texts of an XML document in whatever state it is, by the same rules as feeds:
 * charset from whatever tells it, no entity but those of HTML, nothing declared in the document
 * taken in, no exception for what it contains.
 */
public final class ForgivingXml {

  private ForgivingXml() {}

  /** Is told what is in a document. */
  public interface Visitor {

    /** An element begins; {@code name} is in lower case, prefix included. */
    void start(String name, ElementAttributes attributes);

    /**
     * An element ends; in a broken document there may be none for a start, or one without a start.
     */
    void end(String name);

    /** Text between tags. */
    void text(String text);
  }

  /** The attributes of an element. */
  public interface ElementAttributes {

    /**
     * The trimmed value of the attribute whose name, in lower case, prefix included, is given; null
     * if absent.
     */
    @Nullable String get(String lowerName);
  }

  /** Reads {@code document} and returns what was wrong with it; empty if nothing was noticed. */
  public static List<String> read(byte[] document, Visitor visitor) {
    Problems problems = new Problems();
    DocumentText decoded = DocumentText.of(document, null, problems);
    read(decoded.text(), decoded.controls(), visitor, problems);
    return problems.asList();
  }

  /** Reads {@code document}, whose characters are known, and returns what was wrong with it. */
  public static List<String> read(String document, Visitor visitor) {
    Problems problems = new Problems();
    read(document, false, visitor, problems);
    return problems.asList();
  }

  private static void read(String document, boolean controls, Visitor visitor, Problems problems) {
    TextDecoder decoder = new TextDecoder(document, controls, problems);
    Tokenizer tokens = new Tokenizer(document, decoder, problems);
    for (Tokenizer.Token token = tokens.next();
        token != Tokenizer.Token.EOF;
        token = tokens.next()) {
      switch (token) {
        case START -> visitor.start(tokens.name().lower, tokens.attributes()::get);
        case END -> visitor.end(tokens.name().lower);
        default -> visitor.text(tokens.decoded(token));
      }
    }
  }
}
