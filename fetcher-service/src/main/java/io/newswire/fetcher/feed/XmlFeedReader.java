package io.newswire.fetcher.feed;

import io.newswire.fetcher.feed.ElementStack.Scope;
import io.newswire.fetcher.feed.Tokenizer.Token;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads every XML format of feeds in one pass, well-formed or not: follows the open elements and
 * recovers where they are not closed or wrongly nested. What they mean is {@link ElementReader}'s
 * business. For one document.
 */
final class XmlFeedReader {

  private static final Set<String> VOID =
      Set.of("br", "hr", "img", "meta", "input", "wbr", "area", "base", "col", "embed", "param");

  private final FeedLimits limits;
  private final Problems problems;
  private final Tokenizer tokens;
  private final Namespaces namespaces;
  private final ElementStack stack = new ElementStack();
  private final Capture capture;
  private final ElementReader elements;
  private final String documentBase;
  private final boolean doublyEncoded;
  private boolean capturing;
  private int structuresInside;
  private @Nullable String root;

  XmlFeedReader(
      String source, TextDecoder decoder, FeedLimits limits, Problems problems, FeedBuilder feed) {
    this.limits = limits;
    this.problems = problems;
    this.tokens = new Tokenizer(source, decoder, problems);
    this.namespaces = new Namespaces(problems);
    this.capture = new Capture(limits.maxTextLength());
    this.elements = new ElementReader(feed, stack, namespaces, problems);
    this.documentBase = feed.documentBase;
    this.doublyEncoded = Mojibake.isPossibleIn(source);
  }

  /** Reads the document; says whether a feed was found in it. */
  boolean read() {
    for (Token token = tokens.next(); token != Token.EOF; token = tokens.next()) {
      switch (token) {
        case START -> {
          if (capturing) {
            openInside();
          } else {
            open();
          }
        }
        case END -> {
          if (capturing) {
            closeInside();
          } else {
            close(tokens.name());
          }
        }
        default -> text(token);
      }
    }
    unwind(0);
    return elements.isFeed();
  }

  /** Whether the document has an HTML root. */
  boolean isHtml() {
    return elements.isHtml();
  }

  /** The name of the first element, or null if there is none. */
  @Nullable String root() {
    return root;
  }

  private void text(Token token) {
    if (capturing) {
      capture.text(tokens.decoded(token), token == Token.CDATA);
    } else if (elements.wantsText() && !tokens.isBlank()) {
      elements.text(tokens.decoded(token));
    } else if (token == Token.TEXT) {
      tokens.judgeUnread();
    }
  }

  private Field identify(Name name, Attributes attributes) {
    if (attributes.size() > 0) {
      namespaces.declare(attributes, stack.depth() + 1);
      namespaces.judge(attributes);
    }
    Vocabulary vocabulary = namespaces.of(name);
    if (name.vocabulary != vocabulary) {
      name.vocabulary = vocabulary;
      name.field = Field.of(vocabulary, name.local);
    }
    return name.field;
  }

  private void open() {
    Name name = tokens.name();
    Attributes attributes = tokens.attributes();
    Field field = identify(name, attributes);
    if (root == null) {
      root = name.raw;
    }
    if (stack.depth() >= limits.maxDepth()) {
      problems.note("elements nested deeper than " + limits.maxDepth());
      return;
    }
    if (field == Field.ENTRY) {
      if (!elements.admitsEntry(tokens.isEmptyElement())) {
        stack.push(name, Scope.IGNORED, null, null);
        return;
      }
      endOuterEntry();
    }
    String base = baseOf(attributes);
    String language = languageOf(attributes);
    Scope scope = elements.begin(field, tokens, base, language);
    if (scope == Scope.IGNORED
        && field == Field.UNKNOWN
        && name.prefix.isEmpty()
        && VOID.contains(name.local)
        && !tokens.isEmptyElement()) {
      return;
    }
    stack.push(name, scope, base, language);
    if (scope == Scope.LEAF) {
      capturing = true;
      structuresInside = 0;
      boolean ownBase = attributes.size() > 0 && attributes.get("xml:base") != null;
      Capture.Kind kind = elements.kindOf(field, attributes);
      capture.begin(
          name, field, kind, elements.unwraps(field, kind, attributes), ownBase ? base : null);
    }
  }

  private @Nullable String baseOf(Attributes attributes) {
    String outer = stack.base();
    String own = attributes.size() == 0 ? null : attributes.get("xml:base");
    return own == null || own.isEmpty()
        ? outer
        : Urls.rebased(outer == null ? documentBase : outer, own);
  }

  /** The language in force in the element; empty where it is taken back, null if never said. */
  private @Nullable String languageOf(Attributes attributes) {
    String own = null;
    if (attributes.size() > 0) {
      own = attributes.get("xml:lang");
      own = own == null && stack.depth() < 2 ? attributes.get("lang") : own;
    }
    return own == null ? stack.language() : own.replace('_', '-');
  }

  private void endOuterEntry() {
    if (elements.isInEntry()) {
      problems.note("an entry inside another");
      for (int outer = stack.depth() - 1; outer >= 0 && elements.isInEntry(); outer--) {
        unwind(outer);
      }
    }
  }

  private void openInside() {
    Name name = tokens.name();
    Field field = identify(name, tokens.attributes());
    boolean markup = capture.field().isMarkup() && capture.field() != Field.TITLE;
    boolean over =
        field.endsOpenText()
            && name != capture.element()
            && capture.field() != Field.CONTENT
            && capture.field() != Field.CONTENT_VALUE
            && capture.field() != Field.BODY
            && !(markup && (field == Field.LINK || name.local.equals("summary")));
    if (over) {
      endCapture();
      open();
      return;
    }
    if (field.isStructure() && !tokens.isEmptyElement()) {
      structuresInside++;
    }
    boolean isVoid = VOID.contains(name.local);
    capture.open(name, Markup.startTag(tokens, name), tokens.isEmptyElement() || isVoid);
    if (tokens.isEmptyElement()) {
      tokens.next();
      if (!isVoid) {
        capture.raw("</" + Markup.nameOf(name) + ">");
      }
    }
  }

  private void closeInside() {
    Name name = tokens.name();
    if (capture.isClosedBy(name)) {
      endCapture();
      return;
    }
    int open = stack.find(name);
    boolean ofOuter = name.field.isStructure() && structuresInside == 0;
    if (name.field.isStructure() && structuresInside > 0) {
      structuresInside--;
    }
    boolean structural = open >= 0 && (ofOuter || !capture.isInside());
    if (structural) {
      endCapture();
      close(name);
    } else if (!capture.isInside() && !HtmlText.isTag(name.local)) {
      endCapture();
    } else if (capture.isInside() && !VOID.contains(name.local)) {
      capture.close(name, "</" + Markup.nameOf(name) + ">");
    }
  }

  private void endCapture() {
    capturing = false;
    String value = capture.value();
    if (doublyEncoded) {
      value = Mojibake.repaired(value);
    }
    if (capture.isCut()) {
      problems.note("a text longer than " + limits.maxTextLength() + " characters");
    }
    String base = stack.base();
    String language = stack.language();
    stack.pop();
    namespaces.leave(stack.depth());
    if (!value.isEmpty()) {
      elements.take(capture, value, base, language);
    }
  }

  private void close(Name name) {
    int open = stack.find(name);
    if (open >= 0) {
      unwind(open);
    }
  }

  /** Ends all elements deeper than {@code depth}. */
  private void unwind(int depth) {
    while (stack.depth() > depth) {
      if (capturing) {
        endCapture();
        continue;
      }
      Scope scope = stack.scope();
      String base = stack.base();
      stack.pop();
      elements.end(scope, base);
    }
    namespaces.leave(depth);
  }
}
