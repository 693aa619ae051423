package io.newswire.parser.extract.html;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a document's bytes. The order is that of the WHATWG encoding sniffing algorithm (byte
 * order mark, Content-Type, meta prescan), corrected by what the bytes can be: text that is valid
 * UTF-8 beyond ASCII is UTF-8 whatever it says, and text that is not is never read as UTF-8 when a
 * detector has a better guess.
 */
public final class HtmlCharset {

  private static final int PRESCAN = 8192;
  private static final int DETECT = 65_536;
  private static final Pattern HEADER =
      Pattern.compile("charset\\s{0,9}=\\s{0,9}[\"']?([\\w:.-]{1,40})", Pattern.CASE_INSENSITIVE);
  private static final Pattern META =
      Pattern.compile(
          "<meta[^>]{0,300}?charset\\s{0,9}=\\s{0,9}[\"']?\\s{0,9}([\\w:.-]{1,40})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern XML =
      Pattern.compile("<\\?xml[^>]{0,100}?encoding\\s{0,9}=\\s{0,9}[\"']([\\w:.-]{1,40})");

  /** Labels of the WHATWG Encoding standard that Java names otherwise or reads too narrowly. */
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("windows-874", "x-windows-874"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("x-gbk", "GB18030"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("unicode", "UTF-8"));

  private HtmlCharset() {}

  /** The text of a document; bytes that stand for nothing become U+FFFD. */
  public static String decode(byte[] body, @Nullable String contentType) {
    Charset mark = byteOrderMark(body);
    if (mark != null) {
      int skip = mark.equals(StandardCharsets.UTF_8) ? 3 : 2;
      return new String(body, skip, body.length - skip, mark);
    }
    Charset declared = declared(body, contentType);
    String utf8 = strictUtf8(body);
    if (declared != null && isUtf16(declared)) {
      return looksLikeUtf16(body) ? new String(body, declared) : lenient(body, null, utf8);
    }
    return lenient(body, declared, utf8);
  }

  private static String lenient(byte[] body, @Nullable Charset declared, @Nullable String utf8) {
    if (utf8 != null) {
      boolean stateful = declared != null && declared.name().startsWith("ISO-2022");
      return stateful ? new String(body, declared) : utf8;
    }
    if (declared != null && !declared.equals(StandardCharsets.UTF_8)) {
      return new String(body, declared);
    }
    return new String(body, detected(body, declared));
  }

  private static @Nullable Charset byteOrderMark(byte[] body) {
    if (startsWith(body, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(body, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return startsWith(body, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
  }

  private static boolean startsWith(byte[] body, int... mark) {
    if (body.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((body[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Charset declared(byte[] body, @Nullable String contentType) {
    Charset header = contentType == null ? null : find(HEADER, contentType);
    if (header != null) {
      return header;
    }
    int length = Math.min(body.length, PRESCAN);
    String head = new String(body, 0, length, StandardCharsets.ISO_8859_1);
    Charset meta = find(META, head);
    return meta == null ? find(XML, head) : isUtf16(meta) ? StandardCharsets.UTF_8 : meta;
  }

  private static @Nullable Charset find(Pattern pattern, String in) {
    Matcher matcher = pattern.matcher(in);
    return matcher.find() ? forLabel(matcher.group(1)) : null;
  }

  private static @Nullable Charset forLabel(String label) {
    String name = label.toLowerCase(Locale.ROOT);
    try {
      return Charset.forName(LABELS.getOrDefault(name, name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return null;
    }
  }

  private static boolean isUtf16(Charset charset) {
    return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
  }

  private static boolean looksLikeUtf16(byte[] body) {
    int zeros = 0;
    int length = Math.min(body.length, 1024);
    for (int i = 0; i < length; i++) {
      zeros += body[i] == 0 ? 1 : 0;
    }
    return zeros * 4 > length;
  }

  /** The text where the bytes are UTF-8 without a fault, but for a character cut at the end. */
  private static @Nullable String strictUtf8(byte[] body) {
    String replaced = new String(body, StandardCharsets.UTF_8);
    if (replaced.indexOf('\uFFFD') < 0) {
      return replaced;
    }
    for (int cut = 0; cut <= 3 && cut <= body.length; cut++) {
      try {
        return StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(body, 0, body.length - cut))
            .toString();
      } catch (CharacterCodingException malformed) {
        if (!endsWithinCharacter(body)) {
          return null;
        }
      }
    }
    return null;
  }

  private static boolean endsWithinCharacter(byte[] body) {
    return body.length > 0 && body[body.length - 1] < 0;
  }

  /** A page that is UTF-8 but for a few broken characters stays UTF-8. */
  private static Charset detected(byte[] body, @Nullable Charset declared) {
    byte[] sample = body.length > DETECT ? Arrays.copyOf(body, DETECT) : body;
    String asUtf8 = new String(body, StandardCharsets.UTF_8);
    long broken = asUtf8.chars().filter(c -> c == 0xFFFD).count();
    long beyondAscii = asUtf8.chars().filter(c -> c > 0x7F).count();
    if (broken * 10 <= beyondAscii || (declared != null && broken * 3 <= beyondAscii)) {
      return StandardCharsets.UTF_8;
    }
    CharsetDetector detector = new CharsetDetector();
    detector.enableInputFilter(true);
    CharsetMatch match = detector.setText(sample).detect();
    Charset guess = match == null ? null : forLabel(match.getName());
    return guess == null || isUtf16(guess) ? Charset.forName("windows-1252") : guess;
  }
}
