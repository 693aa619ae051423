package io.newswire.fetcher.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a document whose byte order mark, HTTP header, declaration and bytes may all
 * disagree. A byte order mark is believed first; bytes that are UTF-8 beyond doubt are UTF-8
 * whatever is declared; then the HTTP header counts (RFC 7303, 3.2), then the declaration, then
 * UTF-8 with single wrong bytes read as windows-1252.
 *
 * @param text the characters, without byte order mark
 * @param controls whether there are characters that XML forbids
 */
record DocumentText(String text, boolean controls) {

  private static final String EBCDIC = "IBM037";

  private static final Pattern DECLARATION =
      Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']?\\s*([\\w.:\\-]+)");
  private static final Pattern META =
      Pattern.compile("<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([\\w.:\\-]+)");
  private static final Pattern PARAMETER =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([^\\s;\"',]+)");

  /** Reads {@code body}; what had to be overridden to do so goes to {@code problems}. */
  static DocumentText of(byte[] body, @Nullable String contentType, Problems problems) {
    byte[] bytes = Compressed.unpacked(body, problems);
    Utf8 utf8 = Utf8.of(bytes);
    String text = decoded(bytes, utf8, contentType, problems);
    boolean counted = utf8.isValid() && text.length() == utf8.units();
    if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
      text = text.substring(1);
    }
    if (!utf8.isValid()) {
      text = withoutC1(text);
    }
    boolean controls = counted ? utf8.controls() > 0 : hasControls(text);
    if (controls) {
      problems.add("a character that XML forbids");
    }
    return new DocumentText(text, controls);
  }

  private static String decoded(
      byte[] b, Utf8 utf8, @Nullable String contentType, Problems problems) {
    Charset marked = marked(b);
    if (marked != null && marked.name().equals(EBCDIC)) {
      return ebcdic(b, marked, contentType);
    }
    if (marked != null) {
      String strict = strict(b, marked);
      if (strict != null) {
        return strict;
      }
      problems.add("a byte order mark of " + marked + " before bytes that are not");
    }
    Charset served = named(parameter(contentType), utf8);
    String declaredName = declaredName(b);
    Charset declared = named(declaredName, utf8);
    if (declaredName != null && declared == null && CharsetNames.isAscii(declaredName)) {
      problems.add("declared as US-ASCII and written in more");
    }
    if (declared != null && isWide(declared)) {
      // What it says it is written in, it could not be read in: XML 1.0, 4.3.3.
      problems.add("declared as " + declared + " and written in single bytes");
      declared = null;
    }
    Charset believed = served != null ? served : declared;
    if (utf8.isValid() && !isSevenBit(believed)) {
      Charset shifting = utf8.controls() == 0 ? null : CharsetGuess.ofEscapes(b);
      if (shifting != null) {
        problems.add(shifting + " that nothing names");
        return new String(b, shifting);
      }
      boolean sure = utf8.sequences() > 2 || isSingleByteDefault(believed);
      if (believed == null || believed.equals(StandardCharsets.UTF_8) || utf8.isAscii() || sure) {
        if (!utf8.isAscii() && believed != null && !believed.equals(StandardCharsets.UTF_8)) {
          problems.note("declared as " + believed + " and written in UTF-8");
        }
        return new String(b, StandardCharsets.UTF_8);
      }
    }
    if (served != null && declared != null && !served.equals(declared)) {
      problems.note("served as " + served + " and declared as " + declared);
    }
    for (Charset charset : new @Nullable Charset[] {served, declared}) {
      if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
        String strict = strict(b, charset);
        if (strict != null) {
          return strict;
        }
      }
    }
    if (believed != null && !believed.equals(StandardCharsets.UTF_8) && !utf8.isMostly()) {
      problems.add("bytes that are not " + believed);
      return new String(b, believed);
    }
    problems.add("bytes that are not UTF-8");
    Charset guessed = utf8.isMostly() ? null : CharsetGuess.of(b);
    return guessed == null ? Utf8.forgiving(b) : new String(b, guessed);
  }

  /**
   * All EBCDIC charsets share the letters of a declaration, so that it can be read before it is
   * known which of them it is; what it or the header names counts if it is one of them.
   */
  private static String ebcdic(byte[] b, Charset any, @Nullable String contentType) {
    String head = new String(b, 0, Math.min(b.length, 1_024), any);
    @Nullable String[] names = {
      parameter(contentType), declaredName(head.getBytes(StandardCharsets.ISO_8859_1))
    };
    for (@Nullable String name : names) {
      Charset charset = CharsetNames.find(name);
      if (charset != null && new String(b, 0, 4, charset).equals("<?xm")) {
        return new String(b, charset);
      }
    }
    return new String(b, any);
  }

  /** The charset of this name; a document that is more than US-ASCII is not said to be that. */
  private static @Nullable Charset named(@Nullable String name, Utf8 utf8) {
    return name == null || CharsetNames.isAscii(name) && !utf8.isAscii()
        ? null
        : CharsetNames.find(name);
  }

  private static @Nullable Charset marked(byte[] b) {
    int b0 = at(b, 0);
    int b1 = at(b, 1);
    int b2 = at(b, 2);
    int b3 = at(b, 3);
    if (b0 == 0xEF && b1 == 0xBB && b2 == 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (b0 == 0 && b1 == 0 && (b2 == 0xFE && b3 == 0xFF || b2 == 0 && b3 == '<')) {
      return Charset.forName("UTF-32BE");
    }
    if (b2 == 0 && b3 == 0 && (b0 == 0xFF && b1 == 0xFE || b0 == '<' && b1 == 0)) {
      return Charset.forName("UTF-32LE");
    }
    if (b0 == 0xFE && b1 == 0xFF || b0 == 0 && b1 == '<' && b2 == 0) {
      return StandardCharsets.UTF_16BE;
    }
    if (b0 == 0xFF && b1 == 0xFE || b0 == '<' && b1 == 0 && b3 == 0) {
      return StandardCharsets.UTF_16LE;
    }
    // "<?xm" in EBCDIC (XML 1.0, F.1).
    return b0 == 0x4C && b1 == 0x6F && b2 == 0xA7 && b3 == 0x94 ? Charset.forName(EBCDIC) : null;
  }

  private static int at(byte[] b, int index) {
    return index < b.length ? b[index] & 0xFF : -1;
  }

  private static @Nullable String parameter(@Nullable String contentType) {
    if (contentType == null) {
      return null;
    }
    Matcher matcher = PARAMETER.matcher(contentType.toLowerCase(Locale.ROOT));
    return matcher.find() ? matcher.group(1) : null;
  }

  private static @Nullable String declaredName(byte[] b) {
    String head = new String(b, 0, Math.min(b.length, 1_024), StandardCharsets.ISO_8859_1);
    Matcher matcher = DECLARATION.matcher(head);
    if (matcher.find()) {
      return matcher.group(1);
    }
    matcher = META.matcher(head.toLowerCase(Locale.ROOT));
    return matcher.find() ? matcher.group(1) : null;
  }

  private static boolean isSevenBit(@Nullable Charset charset) {
    return charset != null
        && (charset.name().startsWith("ISO-2022")
            || charset.name().startsWith("UTF-7")
            || isWide(charset));
  }

  private static boolean isWide(Charset charset) {
    return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
  }

  private static boolean isSingleByteDefault(@Nullable Charset charset) {
    return charset != null && charset.name().equals("windows-1252");
  }

  private static @Nullable String strict(byte[] b, Charset charset) {
    if (charset.name().equals("windows-1252")) {
      return new String(b, charset).indexOf('\uFFFD') < 0
          ? new String(b, charset)
          : Utf8.windows1252(b);
    }
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(b))
          .toString();
    } catch (CharacterCodingException e) {
      // The bytes are not in this charset: the caller goes on to the next.
      return null;
    }
  }

  /**
   * C1 controls of ISO 8859 charsets are in truth the letters that windows-1252 has in their place.
   */
  private static String withoutC1(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && c <= 0x9F) {
        out = out == null ? new StringBuilder(text) : out;
        out.setCharAt(i, Entities.windows1252(c));
      }
    }
    return out == null ? text : out.toString();
  }

  private static boolean hasControls(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 && c != '\n' && c != '\t' && c != '\r' || c >= 0xFFFE) {
        return true;
      }
    }
    return false;
  }
}
