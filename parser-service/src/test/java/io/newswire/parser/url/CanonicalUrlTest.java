package io.newswire.parser.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalUrlTest {

  private final CanonicalUrl canonical =
      new CanonicalUrl(new ArticleUrl(TrackingParameters.standard()));

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "https://a.co.uk/x?utm_id=1 https://www.a.co.uk/news/x https://www.a.co.uk/news/x",
        "https://a.co.uk/x https://www.a.co.uk/ https://a.co.uk/x",
        "https://a.co.uk/x https://b.co.uk/y https://a.co.uk/x",
        "https://a.co.uk/2026/tugs https://b.co.uk/wire/tugs https://b.co.uk/wire/tugs",
        "https://a.co.uk/x not-a-url https://a.co.uk/x",
        "https://a.co.uk/x https://a.co.uk/x?fbclid=1#top https://a.co.uk/x",
        "https://a.co.uk/news/bridge-opens-again https://a.co.uk/news/ https://a.co.uk/news/bridge-opens-again",
        "https://a.co.uk/news/2024/1234567 https://a.co.uk/news https://a.co.uk/news/2024/1234567",
        "https://a.co.uk/news/bridge-opens/2 https://a.co.uk/news/bridge-opens https://a.co.uk/news/bridge-opens",
        "https://a.co.uk/news/bridge-opens/print https://a.co.uk/news/bridge-opens https://a.co.uk/news/bridge-opens",
        "https://a.co.uk/x https://a.co.uk/404 https://a.co.uk/x",
        "https://a.co.uk/x https://a.co.uk/page-not-found.html https://a.co.uk/x",
        "https://a.co.uk/x?ceid=US:en https://a.co.uk/x?ceid=US:en https://a.co.uk/x?ceid=US:en",
        "https://a.co.uk/x?srsltid=1&utm-source=y&sfmc_id=3&page=2 https://a.co.uk/x?page=2&_gl=1 https://a.co.uk/x?page=2"
      })
  void believesWhatThePageDeclaresWherePlausible(String link, String declared, String expected) {
    assertThat(canonical.of(link, declared)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "https://www.a.com/news/x/amp/ https://www.a.com/news/x",
        "https://www.a.com/news/x/amp https://www.a.com/news/x",
        "https://www.a.com/news/x.amp.html https://www.a.com/news/x.html",
        "https://www.a.com/news/x?amp=1&id=3 https://www.a.com/news/x?id=3",
        "https://www.a.com/news/x?amp https://www.a.com/news/x",
        "https://www.a.com/amp/news/x https://www.a.com/news/x",
        "https://amp.a.com/x https://a.com/x",
        "https://m.a.com/x https://a.com/x",
        "https://en.m.a.org/x https://en.a.org/x",
        "https://m.com/x https://m.com/x",
        "https://www.google.com/amp/s/www.a.com/x/amp https://www.a.com/x",
        "https://www-a-com.cdn.ampproject.org/c/s/www.a.com/x https://www.a.com/x",
        "https://www.a.com/amp https://www.a.com/amp",
        "https://www.a.com/camp/x https://www.a.com/camp/x"
      })
  void foldsAmpAndMobileVariants(String link, String expected) {
    assertThat(canonical.of(link, null)).isEqualTo(expected);
  }

  @Test
  void whatIsNoHttpUrlStaysAsItIs() {
    assertThat(canonical.of("urn:x:1", null)).isEqualTo("urn:x:1");
  }
}
