package io.newswire.fetcher.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlsTest {

  /** The examples of RFC 3986, 5.4.1 and 5.4.2, as far as they concern web addresses. */
  @ParameterizedTest
  @CsvSource({
    "g:h, g:h",
    "g, http://a/b/c/g",
    "./g, http://a/b/c/g",
    "g/, http://a/b/c/g/",
    "/g, http://a/g",
    "//g, http://g",
    "?y, http://a/b/c/d;p?y",
    "g?y, http://a/b/c/g?y",
    "#s, http://a/b/c/d;p?q#s",
    "g#s, http://a/b/c/g#s",
    "g?y#s, http://a/b/c/g?y#s",
    ";x, http://a/b/c/;x",
    "'', http://a/b/c/d;p?q",
    "., http://a/b/c/",
    "./, http://a/b/c/",
    ".., http://a/b/",
    "../, http://a/b/",
    "../g, http://a/b/g",
    "../.., http://a/",
    "../../g, http://a/g",
    "../../../g, http://a/g",
    "/./g, http://a/g",
    "/../g, http://a/g",
    "g., http://a/b/c/g.",
    "./../g, http://a/b/g",
    "./g/., http://a/b/c/g/",
    "g/./h, http://a/b/c/g/h",
    "g/../h, http://a/b/c/h",
    "g?y/../x, http://a/b/c/g?y/../x"
  })
  void referencesAreResolvedAsTheRfcHasIt(String reference, String expected) {
    assertThat(Urls.resolve("http://a/b/c/d;p?q", reference)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "https://gazette.example, a b.html, https://gazette.example/a b.html",
    "https://gazette.example/x, '  ?a={b}|c ', https://gazette.example/x?a={b}|c",
    "'', /x, /x",
    "'', https://gazette.example/, https://gazette.example/",
    "urn:x:y, z, z",
  })
  void whatIsNoValidUriIsResolvedAllTheSame(String base, String reference, String expected) {
    assertThat(Urls.resolve(base, reference)).isEqualTo(expected);
  }
}
