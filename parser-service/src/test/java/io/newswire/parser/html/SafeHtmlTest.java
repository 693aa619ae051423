package io.newswire.parser.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {

  private static final String BASE = "https://a.example/news/x";

  private final SafeHtml safe = new SafeHtml();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>evil()</script>",
        "<p onclick=evil()>x</p>",
        "<img src=x onerror=evil()>",
        "<a href=\"javascript:evil()\">x</a>",
        "<a href=\" jAvA\tscript:evil()\">x</a>",
        "<a href=\"&#106;avascript:evil()\">x</a>",
        "<a href=\"data:text/html,<script>evil()</script>\">x</a>",
        "<img src=\"data:image/svg+xml,<svg onload=evil()>\">",
        "<svg><script>evil()</script></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=evil()></style></table></math>",
        "<iframe src=\"https://b.example/evil\"></iframe>",
        "<form action=/evil><input name=evil></form>",
        "<style>@import 'evil'</style>",
        "<p style=\"background:url(javascript:evil())\">x</p>",
        "<object data=evil></object><embed src=evil>",
        "<base href=\"https://b.example/evil/\">",
        "<meta http-equiv=refresh content=\"0;url=https://b.example/evil\">",
        "<noscript><p title=\"</noscript><img src=x onerror=evil()>\"></noscript>",
        "<template><img src=x onerror=evil()></template>",
        "<a href=\"https://a.example\" target=_top ping=\"https://b.example/evil\">x</a>",
        "<!--><img src=x onerror=evil()>-->",
        "<textarea><img src=x onerror=evil()></textarea>",
        "<details open ontoggle=evil()>x</details>",
        "<video src=evil.mp4 onerror=evil()></video>"
      })
  void nothingThatRunsLoadsOrSubmitsSurvives(String html) {
    String clean = safe.sanitize("<p>before</p>" + html, BASE);
    assertThat(clean).contains("before");
    for (Element element : Jsoup.parseBodyFragment(clean).body().select("*")) {
      assertThat(element.normalName())
          .isNotIn(
              "script",
              "style",
              "svg",
              "math",
              "iframe",
              "form",
              "input",
              "object",
              "embed",
              "base",
              "meta",
              "template",
              "video",
              "noscript",
              "textarea");
      element
          .attributes()
          .forEach(
              attribute -> {
                assertThat(attribute.getKey())
                    .doesNotStartWith("on")
                    .isNotIn("style", "ping", "target");
                assertThat(attribute.getValue()).doesNotContain("evil");
              });
    }
  }

  @Test
  void linksAreAbsoluteAndGiveNothingAway() {
    assertThat(safe.sanitize("<p><a href=\"../about?x=1&amp;y=2\" rel=opener>About</a></p>", BASE))
        .isEqualTo(
            "<p><a href=\"https://a.example/about?x=1&amp;y=2\" rel=\"noopener nofollow\">About</a></p>");
  }

  @Test
  void relativeReferencesWithoutABaseAreDropped() {
    assertThat(safe.sanitize("<p><a href=about>About</a><img src=i.png></p>", ""))
        .isEqualTo("<p>About</p>");
  }

  @Test
  void structureOfAnArticleStays() {
    String html =
        "<h2>Head</h2>\n<ul><li>one</li><li>two</li></ul>\n<blockquote><p>said</p></blockquote>\n"
            + "<table><tbody><tr><th scope=\"col\">a</th><td colspan=\"2\">b</td></tr></tbody></table>\n"
            + "<figure><img src=\"https://a.example/i.png\" alt=\"A tug\" width=\"600\"><figcaption>Tug</figcaption></figure>";
    assertThat(safe.sanitize(html, BASE)).isEqualTo(html);
  }

  @Test
  void trackingPixelsAreDropped() {
    assertThat(
            safe.sanitize(
                "<p>x<img src=\"https://b.example/p.gif\" width=1 height=\"1\"></p>", BASE))
        .isEqualTo("<p>x</p>");
  }

  @Test
  void plainTextIsEscaped() {
    assertThat(safe.ofText("a <b>\nc & d\n\n<script>evil()</script>"))
        .isEqualTo("<p>a &lt;b&gt;<br>c &amp; d</p>\n<p>&lt;script&gt;evil()&lt;/script&gt;</p>");
  }

  @Test
  void deepNestingManyLinksAndLongTextsTakeNoTimeAndNoStack() {
    String[] hostile = {
      "<div>".repeat(100_000) + "x",
      "<b><i>".repeat(50_000) + "x",
      "<a href=\"https://a.example/\">x</a>".repeat(100_000),
      "x".repeat(1_000_000),
      "<p>" + "&amp".repeat(250_000),
      "<".repeat(500_000),
      "<table>".repeat(20_000)
    };
    for (String html : hostile) {
      long start = cpuSeconds();
      safe.sanitize(html, BASE);
      assertThat(cpuSeconds() - start).as(html.substring(0, 10)).isLessThan(5);
    }
  }

  /** Of this thread: what else the machine does is no fault of the sanitizer. */
  private static long cpuSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000_000;
  }
}
