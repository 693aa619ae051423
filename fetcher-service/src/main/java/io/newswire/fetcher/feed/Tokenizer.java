package io.newswire.fetcher.feed;

import java.util.regex.Pattern;

/**
 * Splits a document into tags and text in one pass, whatever state it is in. Comments, processing
 * instructions and document type declarations are stepped over unread: nothing they declare can
 * take effect. Takes time in proportion to the length of the document and no memory of its own.
 */
final class Tokenizer {

  /** What the tokenizer stands at. */
  enum Token {
    /** A start tag: {@link #name()} and {@link #attributes()}. */
    START,
    /** An end tag, or the end of an empty-element tag: {@link #name()}. */
    END,
    /** Text with references. */
    TEXT,
    /** The inside of a CDATA section. */
    CDATA,
    /** The end of the document. */
    EOF
  }

  /**
   * How far a quoted value that contains a tag may reach before its closing quote is taken for
   * missing.
   */
  private static final int SUSPICIOUS_VALUE = 4_096;

  private static final String SECTION = "<![CDATA[";

  /** XML 1.0, 2.8. */
  private static final Pattern XML_DECLARATION =
      Pattern.compile(
          "<\\?xml\\s+version\\s*=\\s*(?:'1\\.\\d+'|\"1\\.\\d+\")"
              + "(?:\\s+encoding\\s*=\\s*(?:'[A-Za-z][\\w.\\-]*'|\"[A-Za-z][\\w.\\-]*\"))?"
              + "(?:\\s+standalone\\s*=\\s*(?:'(?:yes|no)'|\"(?:yes|no)\"))?\\s*");

  /** A document type declaration that can declare entities, here or elsewhere. */
  private static final String DECLARING = "(?s)<!DOCTYPE\\s+[^\\s\\[]+\\s*(?:\\[|SYSTEM|PUBLIC).*";

  private final String source;
  private final int length;
  private final NameTable names;
  private final Attributes attributes;
  private final TextDecoder decoder;
  private final Problems problems;
  private final Nesting nesting;

  private int position;
  private int from;
  private int to;
  private Name name;
  private boolean empty;
  private boolean pendingEnd;

  /** Where the next processing instruction ends that was looked for; the length if none does. */
  private int instructionEnd = -1;

  private boolean noSectionEnd;
  private boolean noCommentEnd;
  private boolean noSubsetEnd;

  Tokenizer(String source, TextDecoder decoder, Problems problems) {
    this.source = source;
    this.length = source.length();
    this.names = new NameTable(source);
    this.decoder = decoder;
    this.attributes = new Attributes(decoder);
    this.problems = problems;
    this.nesting = new Nesting(problems);
    this.name = new Name("", "");
  }

  /** Goes to the next token. */
  Token next() {
    if (pendingEnd) {
      pendingEnd = false;
      from = to = position;
      return Token.END;
    }
    while (position < length) {
      if (source.charAt(position) != '<') {
        return text(position);
      }
      char c = position + 1 < length ? source.charAt(position + 1) : ' ';
      if (c == '/') {
        if (endTag()) {
          return Token.END;
        }
      } else if (c == '!') {
        if (source.startsWith(SECTION, position)) {
          section();
          return Token.CDATA;
        }
        if (!isDeclaration(position + 2)) {
          problems.add("a less-than sign that is not escaped");
          return text(position + 1);
        }
        declaration();
      } else if (c == '?') {
        instruction();
      } else if (isNameStart(c)) {
        startTag();
        return Token.START;
      } else {
        problems.add("a less-than sign that is not escaped");
        return text(position + 1);
      }
    }
    nesting.end();
    return Token.EOF;
  }

  /** The name of the tag. */
  Name name() {
    return name;
  }

  /** The attributes of the start tag. */
  Attributes attributes() {
    return attributes;
  }

  /** Whether the start tag closes itself; its end tag follows as a token of its own. */
  boolean isEmptyElement() {
    return empty;
  }

  /** Where the token begins in the document. */
  int from() {
    return from;
  }

  /** Where the token ends. */
  int to() {
    return to;
  }

  /** The token as it stands in the document. */
  String raw() {
    return decoder.literal(from, to);
  }

  /** The characters that the text or section means. */
  String decoded(Token token) {
    return token == Token.CDATA ? decoder.literal(from, to) : decoder.text(from, to);
  }

  /** Whether the text is nothing but white space. */
  boolean isBlank() {
    for (int i = from; i < to; i++) {
      if (source.charAt(i) > ' ') {
        return false;
      }
    }
    return true;
  }

  private Token text(int searchFrom) {
    from = position;
    int end = source.indexOf('<', searchFrom);
    position = end < 0 ? length : end;
    to = position;
    judgeText();
    return Token.TEXT;
  }

  /** Notes what is wrong with the references of a text that nobody reads. */
  void judgeUnread() {
    decoder.judge(from, to);
  }

  private void judgeText() {
    if (source.indexOf("]]>", from, to) >= 0) {
      problems.add("an end of a CDATA section without its begin");
    }
    if (nesting.isOutside() && !isBlank()) {
      problems.add("text outside the root element");
    }
  }

  private void section() {
    if (nesting.isOutside()) {
      problems.add("text outside the root element");
    }
    from = position + SECTION.length();
    int end = noSectionEnd ? -1 : source.indexOf("]]>", from);
    if (end < 0) {
      noSectionEnd = true;
      problems.add("a CDATA section that is not closed");
      end = source.indexOf("</" + name.raw, from);
      to = end < 0 ? length : end;
      position = to;
    } else {
      to = end;
      position = end + 3;
    }
  }

  private void declaration() {
    if (source.startsWith("<!--", position)) {
      int end = noCommentEnd ? -1 : source.indexOf("-->", position + 4);
      if (end >= 0) {
        if (source.indexOf("--", position + 4) < end) {
          problems.add("two hyphens in a comment");
        }
        position = end + 3;
        return;
      }
      noCommentEnd = true;
      problems.add("a comment that is not closed");
    }
    int end = declarationEnd(position + 2);
    if (end >= 0 && source.startsWith("<!DOCTYPE ", position)) {
      if (source.substring(position, end).matches(DECLARING)) {
        decoder.entitiesMayBeDeclared();
      }
    } else {
      problems.add("a declaration that is not closed, or none of XML");
      end = end < 0 ? source.indexOf('>', position) : end;
    }
    position = end < 0 ? length : end + 1;
  }

  /** Where the declaration's closing {@code >} is; -1 if there is none before the next tag. */
  private int declarationEnd(int start) {
    boolean subset = false;
    boolean entered = false;
    char quote = 0;
    for (int at = start; at < length; at++) {
      char c = source.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (subset) {
        if (c == '"' || c == '\'') {
          quote = c;
        } else if (c == ']') {
          subset = false;
        } else if (c == '<' && source.startsWith("<!--", at)) {
          int close = source.indexOf("-->", at);
          at = close < 0 ? length : close + 2;
        }
      } else if (c == '[' && !noSubsetEnd) {
        subset = true;
        entered = true;
      } else if (c == '>') {
        return at;
      } else if (c == '<') {
        break;
      }
    }
    // One subset that ends nowhere, or not where its declaration does, is all that is looked into:
    // the next may reach just as far.
    noSubsetEnd |= entered;
    return -1;
  }

  private void instruction() {
    boolean declaration = source.startsWith("<?xml ", position);
    if (declaration && position > 0) {
      problems.add("an XML declaration that is not at the beginning");
    } else if (!declaration
        && !isNameStart(position + 2 < length ? source.charAt(position + 2) : ' ')) {
      problems.add("a processing instruction without a name");
    }
    int end = instructionEnd(position + 2);
    if (end + 2 <= Math.min(length, position + SUSPICIOUS_VALUE)) {
      if (declaration && !XML_DECLARATION.matcher(source).region(position, end).matches()) {
        problems.add("an XML declaration that is not well-formed");
      }
      position = end + 2;
    } else {
      problems.add("a processing instruction that is not closed");
      end = source.indexOf('>', position + 2);
      position = end < 0 ? length : end + 1;
    }
  }

  /** Where the next {@code ?>} is; looked for once however many instructions begin before it. */
  private int instructionEnd(int start) {
    if (instructionEnd < start) {
      int end = source.indexOf("?>", start);
      instructionEnd = end < 0 ? length : end;
    }
    return instructionEnd;
  }

  private boolean endTag() {
    from = position;
    int at = skipSpace(position + 2);
    int end = nameEnd(at);
    if (end == at) {
      problems.add("an end tag without a name");
      int close = source.indexOf('>', at);
      position = close < 0 ? length : close + 1;
      return false;
    }
    name = names.at(at, end);
    nesting.close(name);
    int nameAt = at;
    at = skipSpace(end);
    if (nameAt > position + 2 || at < length && source.charAt(at) != '>') {
      problems.add("an end tag with more than a name");
    }
    while (at < length && source.charAt(at) != '>' && source.charAt(at) != '<') {
      at++;
    }
    if (at < length && source.charAt(at) == '>') {
      at++;
    } else {
      problems.add("a tag that is not closed");
    }
    to = position = at;
    return true;
  }

  private void startTag() {
    from = position;
    int at = nameEnd(position + 1);
    name = names.at(position + 1, at);
    attributes.clear();
    empty = false;
    while (true) {
      int before = at;
      at = skipSpace(at);
      if (at >= length) {
        problems.add("a tag that is not closed");
        break;
      }
      char c = source.charAt(at);
      if (c == '>') {
        at++;
        break;
      }
      if (c == '<' && isStraySection(at)) {
        problems.add("a stray character in a tag");
        at += SECTION.length();
        continue;
      }
      if (c == '<') {
        problems.add("a tag that is not closed");
        break;
      }
      if (c == '/') {
        at++;
        if (at < length && source.charAt(at) == '>') {
          at++;
          empty = true;
          break;
        }
        problems.add("a stray character in a tag");
        continue;
      }
      if (at == before) {
        problems.add("attributes without a space between them");
      }
      at = attribute(at);
    }
    to = position = at;
    pendingEnd = empty;
    nesting.open(name, empty);
    if (!name.valid) {
      problems.add("a name that XML does not allow");
    }
  }

  /** Whether a CDATA section seems to begin in a tag and ends nowhere. */
  private boolean isStraySection(int at) {
    return source.startsWith(SECTION, at)
        && (noSectionEnd || (noSectionEnd = source.indexOf("]]>", at) < 0));
  }

  private int attribute(int start) {
    int end = start;
    while (end < length && isName(source.charAt(end))) {
      end++;
    }
    if (end == start) {
      problems.add("a stray character in a tag");
      return start + 1;
    }
    Name attribute = names.at(start, end);
    if (!attribute.valid) {
      problems.add("a name that XML does not allow");
    }
    if (attributes.has(attribute)) {
      problems.add("an attribute that is given twice");
    }
    int at = skipSpace(end);
    if (at >= length || source.charAt(at) != '=') {
      problems.add("an attribute without a value");
      attributes.add(attribute, end, end);
      return at;
    }
    at = skipSpace(at + 1);
    if (at >= length) {
      return at;
    }
    char quote = source.charAt(at);
    if (quote == '"' || quote == '\'') {
      int close = source.indexOf(quote, at + 1);
      boolean tag = close >= 0 && source.indexOf('<', at, close) >= 0;
      boolean torn = tag && (close - at >= SUSPICIOUS_VALUE || !endsValue(close + 1));
      if (close >= 0 && !torn) {
        attributes.add(attribute, at + 1, close);
        decoder.judge(at + 1, close);
        if (tag) {
          problems.add("a less-than sign in an attribute value");
        }
        return close + 1;
      }
      problems.add("an attribute value whose quote is not closed");
      at++;
    } else {
      problems.add("an attribute value without quotes");
    }
    int valueEnd = at;
    while (valueEnd < length && source.charAt(valueEnd) > ' ' && source.charAt(valueEnd) != '>') {
      valueEnd++;
    }
    boolean closesItself =
        valueEnd < length
            && source.charAt(valueEnd) == '>'
            && valueEnd > at
            && source.charAt(valueEnd - 1) == '/';
    attributes.add(attribute, at, closesItself ? valueEnd - 1 : valueEnd);
    return closesItself ? valueEnd - 1 : valueEnd;
  }

  /**
   * Whether what stands after a quote can stand there if it closes a value; if it opens the next
   * one, it cannot.
   */
  private boolean endsValue(int at) {
    char c = at < length ? source.charAt(at) : '>';
    return c <= ' ' || c == '>' || c == '/' || c == '?';
  }

  private int nameEnd(int at) {
    int end = at;
    while (end < length && isName(source.charAt(end))) {
      end++;
    }
    return end;
  }

  private int skipSpace(int start) {
    int at = start;
    while (at < length && source.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private boolean isDeclaration(int at) {
    char c = at < length ? source.charAt(at) : ' ';
    return c == '-' || c == '[' || c == '>' || isNameStart(c);
  }

  private static boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' || c >= 0xC0;
  }

  private static boolean isName(char c) {
    return c > ' ' && c != '>' && c != '/' && c != '<' && c != '=' && c != '"' && c != '\'';
  }
}
