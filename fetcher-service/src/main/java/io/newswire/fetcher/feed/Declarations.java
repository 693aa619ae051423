package io.newswire.fetcher.feed;

import java.util.regex.Pattern;

/**
 * Steps over what a document has beside tags and text: comments, processing instructions and
 * document type declarations. Nothing that they say takes effect. For one document, of which every
 * character is looked at a bounded number of times.
 */
final class Declarations {

  /** XML 1.0, 2.8. */
  private static final Pattern XML_DECLARATION =
      Pattern.compile(
          "<\\?xml\\s+version\\s*=\\s*(?:'1\\.\\d+'|\"1\\.\\d+\")"
              + "(?:\\s+encoding\\s*=\\s*(?:'[A-Za-z][\\w.\\-]*'|\"[A-Za-z][\\w.\\-]*\"))?"
              + "(?:\\s+standalone\\s*=\\s*(?:'(?:yes|no)'|\"(?:yes|no)\"))?\\s*");

  /** The beginning of a document type declaration that can declare entities, here or elsewhere. */
  private static final Pattern DECLARING =
      Pattern.compile("<!DOCTYPE\\s+[^\\s\\[]+\\s*(?:\\[|SYSTEM|PUBLIC)");

  /** How far an instruction may reach before its end is taken for missing. */
  private static final int LONGEST_INSTRUCTION = 4_096;

  private final String source;
  private final int length;
  private final TextDecoder decoder;
  private final Problems problems;

  /** Where the next processing instruction ends that was looked for; the length if none does. */
  private int instructionEnd = -1;

  private boolean noCommentEnd;
  private boolean noSubsetEnd;

  Declarations(String source, TextDecoder decoder, Problems problems) {
    this.source = source;
    this.length = source.length();
    this.decoder = decoder;
    this.problems = problems;
  }

  /** Where the comment or declaration that begins at {@code position} is over. */
  int afterDeclaration(int position) {
    if (source.startsWith("<!--", position)) {
      int end = noCommentEnd ? -1 : source.indexOf("-->", position + 4);
      if (end >= 0) {
        if (source.indexOf("--", position + 4) < end) {
          problems.add("two hyphens in a comment");
        }
        return end + 3;
      }
      noCommentEnd = true;
      problems.add("a comment that is not closed");
    }
    int end = declarationEnd(position + 2);
    if (end >= 0 && source.startsWith("<!DOCTYPE ", position)) {
      if (DECLARING.matcher(source).region(position, end).lookingAt()) {
        decoder.entitiesMayBeDeclared();
      }
    } else {
      problems.add("a declaration that is not closed, or none of XML");
      end = end < 0 ? source.indexOf('>', position) : end;
    }
    return end < 0 ? length : end + 1;
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

  /**
   * Where the processing instruction or XML declaration that begins at {@code position} is over.
   */
  int afterInstruction(int position) {
    boolean declaration = source.startsWith("<?xml ", position);
    if (declaration && position > 0) {
      problems.add("an XML declaration that is not at the beginning");
    } else if (!declaration
        && !Tokenizer.isNameStart(position + 2 < length ? source.charAt(position + 2) : ' ')) {
      problems.add("a processing instruction without a name");
    }
    int end = instructionEnd(position + 2);
    if (end + 2 <= Math.min(length, position + LONGEST_INSTRUCTION)) {
      if (declaration && !XML_DECLARATION.matcher(source).region(position, end).matches()) {
        problems.add("an XML declaration that is not well-formed");
      }
      return end + 2;
    }
    problems.add("a processing instruction that is not closed");
    end = source.indexOf('>', position + 2);
    return end < 0 ? length : end + 1;
  }

  /** Where the next {@code ?>} is; looked for once however many instructions begin before it. */
  private int instructionEnd(int start) {
    if (instructionEnd < start) {
      int end = source.indexOf("?>", start);
      instructionEnd = end < 0 ? length : end;
    }
    return instructionEnd;
  }
}
