package io.newswire.fetcher.feed;

/** Takes in the attributes of a start tag, whatever quotes they have or lack. For one document. */
final class AttributeScanner {

  /**
   * How far a quoted value that contains a tag may reach before its closing quote is taken for
   * missing.
   */
  private static final int SUSPICIOUS_VALUE = 4_096;

  private final String source;
  private final int length;
  private final NameTable names;
  private final Attributes attributes;
  private final TextDecoder decoder;
  private final Problems problems;

  AttributeScanner(
      String source,
      NameTable names,
      Attributes attributes,
      TextDecoder decoder,
      Problems problems) {
    this.source = source;
    this.length = source.length();
    this.names = names;
    this.attributes = attributes;
    this.decoder = decoder;
    this.problems = problems;
  }

  /** Takes in the attribute that begins at {@code start}, and returns where it is over. */
  int afterAttribute(int start) {
    int end = nameEnd(source, start);
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
    int at = skipSpace(source, end);
    if (at >= length || source.charAt(at) != '=') {
      problems.add("an attribute without a value");
      attributes.add(attribute, end, end);
      return at;
    }
    at = skipSpace(source, at + 1);
    return at >= length ? at : afterValue(attribute, at);
  }

  private int afterValue(Name attribute, int start) {
    char quote = source.charAt(start);
    if (quote != '"' && quote != '\'') {
      problems.add("an attribute value without quotes");
      return afterWord(attribute, start);
    }
    int close = source.indexOf(quote, start + 1);
    boolean tag = close >= 0 && source.indexOf('<', start, close) >= 0;
    boolean torn = tag && (close - start >= SUSPICIOUS_VALUE || !endsValue(close + 1));
    if (close < 0 || torn) {
      problems.add("an attribute value whose quote is not closed");
      return afterWord(attribute, start + 1);
    }
    attributes.add(attribute, start + 1, close);
    decoder.judge(start + 1, close);
    if (tag) {
      problems.add("a less-than sign in an attribute value");
    }
    return close + 1;
  }

  /** Takes in a value that ends at a space or with its tag. */
  private int afterWord(Name attribute, int start) {
    int end = start;
    while (end < length && source.charAt(end) > ' ' && source.charAt(end) != '>') {
      end++;
    }
    boolean closesItself =
        end < length && source.charAt(end) == '>' && end > start && source.charAt(end - 1) == '/';
    end = closesItself ? end - 1 : end;
    attributes.add(attribute, start, end);
    return end;
  }

  /**
   * Whether what stands after a quote can stand there if it closes a value; if it opens the next
   * one, it cannot.
   */
  private boolean endsValue(int at) {
    char c = at < length ? source.charAt(at) : '>';
    return c <= ' ' || c == '>' || c == '/' || c == '?';
  }

  /** Where the name that begins at {@code start} ends. */
  static int nameEnd(String source, int start) {
    int end = start;
    while (end < source.length() && isName(source.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Where white space from {@code start} on ends. */
  static int skipSpace(String source, int start) {
    int at = start;
    while (at < source.length() && source.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private static boolean isName(char c) {
    return c > ' ' && c != '>' && c != '/' && c != '<' && c != '=' && c != '"' && c != '\'';
  }
}
