package io.newswire.fetcher.feed;

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

  private static final String SECTION = "<![CDATA[";

  private final String source;
  private final int length;
  private final NameTable names;
  private final Attributes attributes;
  private final TextDecoder decoder;
  private final Problems problems;
  private final Nesting nesting;
  private final Declarations declarations;
  private final AttributeScanner attributeScanner;

  private int position;
  private int from;
  private int to;
  private Name name;
  private boolean empty;
  private boolean pendingEnd;

  private boolean noSectionEnd;

  Tokenizer(String source, TextDecoder decoder, Problems problems) {
    this.source = source;
    this.length = source.length();
    this.names = new NameTable(source);
    this.decoder = decoder;
    this.attributes = new Attributes(decoder);
    this.problems = problems;
    this.nesting = new Nesting(problems);
    this.declarations = new Declarations(source, decoder, problems);
    this.attributeScanner = new AttributeScanner(source, names, attributes, decoder, problems);
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
        position = declarations.afterDeclaration(position);
      } else if (c == '?') {
        position = declarations.afterInstruction(position);
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

  private boolean endTag() {
    from = position;
    int at = AttributeScanner.skipSpace(source, position + 2);
    int end = AttributeScanner.nameEnd(source, at);
    if (end == at) {
      problems.add("an end tag without a name");
      int close = source.indexOf('>', at);
      position = close < 0 ? length : close + 1;
      return false;
    }
    name = names.at(at, end);
    nesting.close(name);
    int nameAt = at;
    at = AttributeScanner.skipSpace(source, end);
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
    int at = AttributeScanner.nameEnd(source, position + 1);
    name = names.at(position + 1, at);
    attributes.clear();
    empty = false;
    while (true) {
      int before = at;
      at = AttributeScanner.skipSpace(source, at);
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
      at = attributeScanner.afterAttribute(at);
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

  private boolean isDeclaration(int at) {
    char c = at < length ? source.charAt(at) : ' ';
    return c == '-' || c == '[' || c == '>' || isNameStart(c);
  }

  static boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' || c >= 0xC0;
  }
}
