package io.newswire.fetcher.feed;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Charsets by the names that servers and documents use for them (IANA, WHATWG Encoding, and
 * customary ones).
 */
final class CharsetNames {

  private static final Map<String, String> CUSTOMARY =
      Map.ofEntries(
          Map.entry("utf8", "UTF-8"),
          Map.entry("u8", "UTF-8"),
          Map.entry("utf-8mb4", "UTF-8"),
          Map.entry("unicode", "UTF-16"),
          Map.entry("u16", "UTF-16"),
          Map.entry("ucs-2", "UTF-16"),
          Map.entry("csunicode", "UTF-16"),
          Map.entry("iso-10646-ucs-2", "UTF-16"),
          Map.entry("u32", "UTF-32"),
          Map.entry("ucs-4", "UTF-32"),
          Map.entry("csucs4", "UTF-32"),
          Map.entry("iso-10646-ucs-4", "UTF-32"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("l1", "windows-1252"),
          Map.entry("8859", "windows-1252"),
          Map.entry("iso8859", "windows-1252"),
          Map.entry("iso-8859", "windows-1252"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("iso88591", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ansi", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gb-2312", "GB18030"),
          Map.entry("euc-cn", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("cp936", "GB18030"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("s-jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("ks-c-5601-1987", "x-windows-949"),
          Map.entry("ksc5601", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("cp949", "x-windows-949"),
          Map.entry("uhc", "x-windows-949"),
          Map.entry("johab", "x-Johab"),
          Map.entry("mac-roman", "x-MacRoman"),
          Map.entry("macroman", "x-MacRoman"),
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("mac-cyrillic", "x-MacCyrillic"),
          Map.entry("mac-greek", "x-MacGreek"),
          Map.entry("mac-turkish", "x-MacTurkish"),
          Map.entry("mac-iceland", "x-MacIceland"),
          Map.entry("mac-latin2", "x-MacCentralEurope"),
          Map.entry("hz", "GB18030"),
          Map.entry("koi8", "KOI8-R"),
          Map.entry("win-1251", "windows-1251"),
          Map.entry("win1251", "windows-1251"));

  private CharsetNames() {}

  /** The charset that {@code name} means, or null if there is none such here. */
  static @Nullable Charset find(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String key =
        name.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace("\"", "").replace("'", "");
    if (key.isEmpty()) {
      return null;
    }
    if (key.equals("utf-8") || key.startsWith("utf-8;") || key.startsWith("utf-8,")) {
      return StandardCharsets.UTF_8;
    }
    String known = CUSTOMARY.get(key);
    Charset charset = lookUp(known == null ? key : known);
    if (charset == null && key.startsWith("cp")) {
      charset = lookUp("windows-" + key.substring(2));
    }
    return charset == null && key.indexOf('-') >= 0 ? lookUp(key.replace('-', '_')) : charset;
  }

  private static @Nullable Charset lookUp(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      // A name that means nothing says nothing about the bytes: the caller goes on to the next
      // hint.
      return null;
    }
  }
}
