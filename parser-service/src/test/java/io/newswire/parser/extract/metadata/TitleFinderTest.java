package io.newswire.parser.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.parser.extract.ArticleExtractor;
import io.newswire.parser.extract.Hints;
import io.newswire.parser.extract.Page;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitleFinderTest {

  private final ArticleExtractor extractor = new ArticleExtractor();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<title>Bridge over the Wend opens again | Wend Courier</title>",
        "<title>Bridge over the Wend opens again - Wend Courier</title>",
        "<title>Bridge over the Wend opens again – Wend Courier</title>",
        "<title>Bridge over the Wend opens again — The Wend Courier</title>",
        "<title>Bridge over the Wend opens again :: Wend Courier</title>",
        "<title>Wend Courier: Bridge over the Wend opens again</title><meta property=og:title content='Bridge over the Wend opens again'>",
        "<title>Bridge over the Wend opens again » Wend Courier</title>",
        "<title>Bridge over the Wend opens again | News | Wend Courier</title><h1>Bridge over the Wend opens again</h1>",
        "<title>Wend Courier</title><h1>Wend Courier</h1><h1>Bridge over the Wend opens again</h1>",
        "<title>Wend bridge: what to know</title><meta property=og:title content='Bridge over the Wend opens again'><h1>Bridge over the Wend opens again</h1>",
        "<title>x</title><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge over the Wend opens again\",\"author\":\"x\"}</script>",
        "<title>Bridge over the Wend opens again | Wend Courier</title><h1>Latest news</h1><h2>Storks return</h2>",
      })
  void theTitleHasNeitherSiteNorSection(String head) throws Exception {
    String html =
        "<meta property='og:site_name' content='Wend Courier'>"
            + head
            + "<article><p>The bridge was opened on Monday, after a winter of repairs that cost more than was planned.</p></article>";
    assertThat(
            extractor
                .extract(
                    new Page(
                        html.getBytes(StandardCharsets.UTF_8),
                        "text/html",
                        "https://www.wendcourier.example/a"),
                    Hints.NONE)
                .title())
        .isEqualTo("Bridge over the Wend opens again");
  }
}
