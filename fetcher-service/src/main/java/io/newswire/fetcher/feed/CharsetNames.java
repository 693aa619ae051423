package io.newswire.fetcher.feed;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Charsets by the names that servers and documents use for them: those of IANA and WHATWG Encoding,
 * customary ones, and any of these with other punctuation or with the year of a standard.
 */
final class CharsetNames {

  /**
   * Names by what is meant, without punctuation: first those that mean a wider charset than they
   * say (WHATWG Encoding, 4.2), then those that this platform does not know.
   */
  private static final String[][] CUSTOMARY = {
    {"UTF-8", "utf8 u8 utf utf8mb4 unicode11utf8 xunicode20utf8 utf8sig"},
    {"UTF-16", "unicode u16 ucs2 csunicode iso10646ucs2 utf16 unicodefeff"},
    {"UTF-32", "u32 ucs4 csucs4 iso10646ucs4 utf32"},
    {"UTF-16LE", "utf16le unicodelittleunmarked"},
    {"UTF-16BE", "utf16be unicodebigunmarked unicodefffe"},
    {
      "windows-1252",
      "latin1 latin l1 8859 iso8859 iso88591 isolatin1 isoir100 csisolatin1 cp819 819 ibm819 ascii"
          + " usascii us ansi ansix341968 ansix341986 iso646us cp367 ibm367 csascii 646 isoir6 1252"
          + " cp1252 xansi"
    },
    {"windows-1254", "iso88599 latin5 l5 isoir148 csisolatin5"},
    {
      "x-windows-874",
      "iso885911 tis620 tis6200 tis62025291 tis62025290 isoir166 thai cp874 874 dos874"
    },
    {
      "GB18030",
      "gb2312 gb231280 euccn gbk cp936 936 ms936 xgbk chinese csiso58gb231280 isoir58 eucgb2312cn"
          + " csgb2312 gb180302000 gb xmacsimpchinese"
    },
    {
      "Big5-HKSCS",
      "big5 big5tw csbig5 cnbig5 xxbig5 big5hkscs hkscs cp950 950 ms950 xmactradchinese"
    },
    {"windows-31j", "xsjis sjis shiftjis csshiftjis ms932 cp932 932 mskanji xmacjapanese"},
    {"x-SJIS_0213", "shiftjisx0213 sjisx0213 shiftjis2004 sjis2004"},
    {"EUC-JP", "eucjp ujis xeucjp eucjis2004 jisx0213 eucjisx0213 eucjisx2004"},
    {
      "x-windows-949",
      "ksc56011987 ksc5601 ksc56011989 ksx1001 korean isoir149 euckr cp949 949 ms949 uhc windows949"
          + " csksc56011987 xmackorean"
    },
    {"x-Johab", "johab cp1361 ms1361"},
    {"x-MacRoman", "macroman macintosh mac xmacroman csmacintosh"},
    {"x-MacCyrillic", "maccyrillic xmacukrainian"},
    {"x-MacGreek", "macgreek"},
    {"x-MacTurkish", "macturkish"},
    {"x-MacIceland", "maciceland"},
    {"x-MacCentralEurope", "maclatin2 maccentraleurope maccentraleuro maccenteuro"},
    {"x-MacRomania", "macromanian macromania"},
    {"KOI8-R", "koi8 koi koi8r cskoi8r"},
    {"KOI8-U", "koi8u koi8ru"},
    {"windows-1251", "win1251"},
    {"PTCP154", "ptcp154 csptcp154 pt154 cp154 cyrillicasian"},
    {"KZ-1048", "kz1048 rk1048 strk1048 strk10482002 cskz1048"},
    {"KOI8-T", "koi8t"},
    {"hp-roman8", "hproman8 roman8 r8 cp1051 ibm1051 cshproman8"},
    {"IBM775", "cspc775baltic"},
    {"IBM866", "cp866u cp1125 1125 ibm1125 ruscii"},
    {"ISO-8859-8", "iso88598i iso88598e logical visual"},
    {"ISO-8859-6", "iso88596i iso88596e"},
    {"ISO-8859-10", "iso885910 iso8859101992 isoir157 latin6 l6 csisolatin6"},
    {"ISO-8859-13", "latin7 l7"},
    {"ISO-8859-14", "iso885914 iso8859141998 isoir199 isoceltic latin8 l8"},
    {"ISO-8859-15", "latin9 l9 latin0"},
    {"ISO-2022-JP-2", "iso2022jp1 iso2022jpext iso2022jp3 iso2022jp2004"},
  };

  private static final Set<String> ASCII =
      Set.of(
          "ascii",
          "usascii",
          "us",
          "ansix341968",
          "ansix341986",
          "iso646us",
          "cp367",
          "ibm367",
          "csascii",
          "646",
          "isoir6");

  private static final Map<String, String> MEANT = meant();

  private CharsetNames() {}

  /** The charset that {@code name} means, or null if there is none such here. */
  static @Nullable Charset find(@Nullable String name) {
    if (name == null) {
      return null;
    }
    if (name.equalsIgnoreCase("utf-8")) {
      return StandardCharsets.UTF_8;
    }
    String key = key(name);
    String meant = MEANT.get(key);
    if (meant != null) {
      return lookUp(meant);
    }
    Charset charset = lookUp(name.strip());
    return charset == null ? byPlainName(key) : charset;
  }

  /** Whether {@code name} is one of US-ASCII. */
  static boolean isAscii(String name) {
    return ASCII.contains(key(name));
  }

  private static @Nullable Charset byPlainName(String key) {
    String name = PlainNames.TABLE.get(key);
    if (name == null && key.startsWith("iso8859")) {
      name = PlainNames.TABLE.get(withoutYear(key));
    }
    if (name == null && key.startsWith("cs")) {
      name = PlainNames.TABLE.get(key.substring(2));
    }
    if (name == null && key.startsWith("win")) {
      name = PlainNames.TABLE.get(key.replaceFirst("win(?:dows)?(?:cp)?", "windows"));
    }
    if (name == null && key.matches("x?(?:cp|ms|ibm)?\\d{3,5}")) {
      String number = key.replaceAll("\\D", "");
      name = PlainNames.TABLE.get((number.matches("125\\d") ? "windows" : "ibm") + number);
      name = name == null ? PlainNames.TABLE.get("ibm0" + number) : name;
    }
    return name == null ? null : lookUp(name);
  }

  /** {@code iso885921987} is ISO 8859-2 of 1987. */
  private static String withoutYear(String key) {
    return key.length() > 11 ? key.substring(0, key.length() - 4) : key;
  }

  /** A name in lower case with its letters and digits alone. */
  private static String key(String name) {
    StringBuilder key = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == ';' || c == ',') {
        break;
      }
      if (Character.isLetterOrDigit(c)) {
        key.append(c);
      }
    }
    return key.toString().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Charset lookUp(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      // A name that means nothing says nothing about the bytes: the caller goes on to the next
      // hint.
      return TableCharset.find(name);
    }
  }

  private static Map<String, String> meant() {
    Map<String, String> table = new HashMap<>();
    for (String[] row : CUSTOMARY) {
      for (String name : row[1].split(" ")) {
        table.put(name, row[0]);
      }
    }
    return Map.copyOf(table);
  }

  /** All names of the platform, without punctuation; read when an unusual name is first met. */
  private static final class PlainNames {

    static final Map<String, String> TABLE = read();

    private PlainNames() {}

    private static Map<String, String> read() {
      Map<String, String> table = new HashMap<>();
      for (Charset charset : Charset.availableCharsets().values()) {
        table.putIfAbsent(key(charset.name()), charset.name());
        for (String alias : charset.aliases()) {
          table.putIfAbsent(key(alias), charset.name());
        }
      }
      return Map.copyOf(table);
    }
  }
}
