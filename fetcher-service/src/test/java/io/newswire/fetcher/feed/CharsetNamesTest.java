package io.newswire.fetcher.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetNamesTest {

  @ParameterizedTest
  @CsvSource({
    "utf8, UTF-8",
    "UTF_8, UTF-8",
    "'utf-8; charset=x', UTF-8",
    "ISO-8859-1, windows-1252",
    "latin_1, windows-1252",
    "US-ASCII, windows-1252",
    "ISO_8859-2:1987, ISO-8859-2",
    "iso8859-5, ISO-8859-5",
    "iso-8859-8-i, ISO-8859-8",
    "1250, windows-1250",
    "cp1251, windows-1251",
    "win-1251, windows-1251",
    "x-cp1253, windows-1253",
    "437, IBM437",
    "cp850, IBM850",
    "ms936, GB18030",
    "GB_2312-80, GB18030",
    "big5-tw, Big5-HKSCS",
    "Shift_JIS, windows-31j",
    "x-sjis, windows-31j",
    "ks_c_5601-1987, x-windows-949",
    "tis-620, x-windows-874",
    "KOI8, KOI8-R",
    "koi8-u, KOI8-U",
    "x-mac-cyrillic, x-MacCyrillic",
    "csIBM273, IBM273",
    "latin7, ISO-8859-13",
    "Shift_JIS-2004, x-SJIS_0213",
    "x-mac-korean, x-windows-949",
    "mac_centeuro, x-MacCentralEurope",
  })
  void charsetsHaveManyNames(String name, String charset) {
    assertThat(CharsetNames.find(name)).isEqualTo(Charset.forName(charset));
  }

  /** Charsets that the platform lacks. */
  @ParameterizedTest
  @CsvSource({
    "latin6, 4120BAE7, A šį",
    "ISO-8859-14:1998, D0D7F0F7, ŴṪŵṫ",
    "KZ-1048, A3AABABC, ӘҒғә",
    "PTCP154, 8090A1BE, ҖҗЎҫ",
    "koi8-t, 80818385, қғҒ…",
    "hp-roman8, C0C5D1DE, âéîß",
  })
  void charsetsThatThePlatformLacksAreKnown(String name, String bytes, String text) {
    Charset charset = CharsetNames.find(name);
    assertThat(charset).isNotNull();
    assertThat(new String(HexFormat.of().parseHex(bytes), charset)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "binary", "x-user-defined", "none", "unknown-8bit", "99999", "é"})
  void aNameThatMeansNothingSaysNothing(String name) {
    assertThat(CharsetNames.find(name)).isNull();
  }
}
