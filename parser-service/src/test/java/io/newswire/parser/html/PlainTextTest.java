package io.newswire.parser.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "1 < 2 && 3 > 2",
        "&lt;b&gt;",
        "'; DROP TABLE articles; --",
        "${jndi:ldap://x}",
        "{{7*7}} %s %n %d",
        "مُنَاقَشَةُ",
        "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L",
        "👩‍👩‍👧‍👦 🏳️‍🌈 🇩🇪",
        "\u202Etest\u202C",
        "\u200Bzero\u200Bwidth",
        "\u0001\u0007\u001B[0;31mred",
        "田中さんにあげて下さい",
        "ﬀ ﬁ Ω ℡ ½",
        "\\ \\\\ ../../etc/passwd%00",
        "null",
        "undefined",
        "-0.0",
        "0x1F",
        "İıŞşĞğ"
      })
  void aTextThatIsNoMarkupComesThroughUnchanged(String text) {
    assertThat(PlainText.ofText(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tom &amp; Jerry | Tom & Jerry",
        "Tom &amp;amp; Jerry | Tom &amp; Jerry",
        "<b>Bold</b> and <i>not</i> | Bold and not",
        "5 < 6 | 5 < 6",
        "if a<x then | if a<x then",
        "Use of <vector> in C++ | Use of <vector> in C++",
        "AT&T rises | AT&T rises",
        "Caf&eacute; &#8211; &#x2713; | Café – ✓",
        "before<script>evil()</script> after | before after",
        "x<img src=x onerror=evil()>y | x y",
        "R&D<br>news | R&D news"
      })
  void markupIsRemovedAndEntitiesAreDecodedOnce(String html, String expected) {
    assertThat(PlainText.ofHtml(html)).isEqualTo(expected);
  }

  @Test
  void lineBreaksOfATitleAreSpaces() {
    assertThat(PlainText.ofText("\n   Two\n   lines \t ")).isEqualTo("Two lines");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Converting List<Object> to List<String> | Converting List< Object> to List< String>",
        "Understanding the <script> tag | Understanding the < script> tag",
        "How to use the <video> tag | How to use the < video> tag",
        "before <img src=x onerror=evil()> after | before < img src=x onerror=evil()> after",
        "x <img alt='<>' src=x onerror=evil()> | x < img alt='<>' src=x onerror=evil()>",
        "<a href=javascript:evil()>x</a> | < a href=javascript:evil()>x< /a>",
      })
  void whatWouldRunIsTextWithAllItsWords(String text, String expected) {
    assertThat(PlainText.inert(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Why inflation < base rate matters",
        "a < form of b < link c < style d",
        "Use of <img> and <b>",
        "if a<x then",
        "On a = b: javascript: and data:",
      })
  void whatRunsNowhereIsLeftAsItIs(String text) {
    assertThat(PlainText.inert(text)).isEqualTo(text);
  }

  @Test
  void labelsEscapedOnceTooOftenAreDecoded() {
    assertThat(PlainText.ofLabel("Arts &amp; Culture")).isEqualTo("Arts & Culture");
    assertThat(PlainText.ofLabel("R&D <x>")).isEqualTo("R&D <x>");
  }
}
