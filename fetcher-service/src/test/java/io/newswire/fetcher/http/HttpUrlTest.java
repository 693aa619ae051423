package io.newswire.fetcher.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUrlTest {

  @ParameterizedTest
  @CsvSource({
    "HTTP://News.Example.ORG, http://news.example.org/",
    "https://news.example.org:443/a?b#c, https://news.example.org/a?b",
    "http://news.example.org:8080/, http://news.example.org:8080/",
    "http://news.example.org/a%20b%2f, http://news.example.org/a%20b%2f",
    "http://news.example.org/a b, http://news.example.org/a%20b",
    "http://news.example.org/caf\u00e9?q=\u4e2d, http://news.example.org/caf%C3%A9?q=%E4%B8%AD",
    "http://b\u00fccher.example/, http://xn--bcher-kva.example/",
    "http://news.example.org/100%, http://news.example.org/100%25",
    "http://news.example.org/[x]|y, http://news.example.org/%5Bx%5D%7Cy",
    "http://M\u00dcNCHEN.example:8080/, http://xn--mnchen-3ya.example:8080/",
    "http://\u4f8b\u3048.\u30c6\u30b9\u30c8/, http://xn--r8jz45g.xn--zckzah/",
    "http://caf\u00e9_bar.example/, http://xn--caf_bar-dya.example/",
    "http://My_Site.example/a, http://my_site.example/a",
    "http://my_site.example:8080, http://my_site.example:8080/",
    "http://-a-.example/, http://-a-.example/",
    "http://[2606:4700::1]:81/, http://[2606:4700::1]:81/"
  })
  void anAddressIsWrittenInOneWay(String text, String url) throws InvalidUrlException {
    assertThat(HttpUrl.parse(text).url()).isEqualTo(URI.create(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "news.example.org/feed",
        "/feed",
        "ftp://news.example.org/",
        "file:///etc/hosts",
        "javascript:alert(1)",
        "jar:http://news.example.org!/",
        "gopher://news.example.org/",
        "data:text/plain,hello",
        "7://one.example:80;http://two.example:80/",
        "localhost:+80aaa",
        "http://",
        "http:///feed",
        "http://:80/",
        "http://news.example.org:0/",
        "http://news.example.org:65536/",
        "http://news.example.org:+80/",
        "http://news..example.org/",
        "http://-/",
        "http://_/",
        "http://_.example/",
        "http://my_site:port.example/",
        "http://my_site@two_sites@three.example/",
        "http://my_site.example:+80/",
        "http://my_site.example:99999/",
        "http://my_site.127.1/",
        "http://127_0.0.0.1/",
        "http://0x7f_.1/",
        "http://0x7f.0o1/",
        "http://one.example\uff0ftwo.example/",
        "http://one.example\uff20two.example/",
        "http://one.example\uff1a80/",
        "http://one.example\uff03two/",
        "http://caf\u00e9_\uff1f.example/",
        "http://one.example\\@two.example/",
        "http://one.example\\two",
        "http://a@b@one.example/",
        "http://one.example @two.example/",
        "http://one.example\t/",
        "http://one.example\u0000/",
        "http://one.ex\nample/",
        "http://3232235777/",
        "http://0xC0A80101/",
        "http://0xC0.0xA8.0x01.0x01/",
        "http://0300.0250.01.01/",
        "http://0o300.0250.01.01/",
        "http://z192.168.1.1/",
        "http://192.168.257/",
        "http://192.168/",
        "http://10.1/",
        "http://0/",
        "http://1.2.3.4.5/",
        "http://1.2.3.256/",
        "http://\u2460\u2461\u2466.0.0.1/",
        "http://\uff11\uff12\uff17.0.0.1/",
        "http://0000::1:80/",
        "http://[::ffff:8.8.8.8]/",
        "http://[0:0:0:0:0:ffff:a00:1]/",
        "http://[fe80::1%25eth0]/"
      })
  void whatReadersDisagreeAboutIsRefused(String text) {
    assertThatThrownBy(() -> HttpUrl.parse(text)).isInstanceOf(InvalidUrlException.class);
  }

  @Test
  void userAndPasswordAreTakenOutAndShownNowhere() throws InvalidUrlException {
    HttpUrl url = HttpUrl.parse("https://ann%40x:p%3Aa+s@news.example.org/feed");

    assertThat(url.url()).isEqualTo(URI.create("https://news.example.org/feed"));
    assertThat(url.credentials()).isEqualTo(new BasicCredentials("ann@x", "p:a+s"));
    assertThat(url.toString() + url.credentials()).doesNotContain("ann", "p:a+s");
  }

  @Test
  void aNameWithAnUnderscoreHasHostPortAndCredentialsLikeAnyOther() throws InvalidUrlException {
    HttpUrl url = HttpUrl.parse("https://ann:secret@my_site.example:8443/feed");

    assertThat(HttpUrl.host(url.url())).isEqualTo("my_site.example");
    assertThat(HttpUrl.port(url.url())).isEqualTo(8443);
    assertThat(url.credentials()).isEqualTo(new BasicCredentials("ann", "secret"));
    assertThat(SiteKey.of(URI.create("http://my_site.news.com/"))).isEqualTo("news.com");
    assertThat(HttpUrl.resolve(url.url(), "b").url())
        .isEqualTo(URI.create("https://my_site.example:8443/b"));
  }

  @Test
  void aBrokenPasswordIsNotQuotedInTheMessage() {
    assertThatThrownBy(() -> HttpUrl.parse("https://ann:sec ret@exa mple.org/"))
        .isInstanceOf(InvalidUrlException.class)
        .hasMessageNotContaining("sec");
  }

  @ParameterizedTest
  @CsvSource({
    "/x, http://a.example/x",
    "x, http://a.example/b/x",
    "../x, http://a.example/x",
    "?x, http://a.example/b/c?x",
    "'', http://a.example/b/c?d",
    "#x, http://a.example/b/c?d",
    "//b.example/x, http://b.example/x",
    "https://b.example, https://b.example/",
    "x y, http://a.example/b/x%20y",
    "a:b, none",
    "//10.1/, none"
  })
  void aReferenceIsResolvedAgainstItsPage(String reference, String url) {
    URI base = URI.create("http://a.example/b/c?d");
    String resolved;
    try {
      resolved = HttpUrl.resolve(base, reference).toString();
    } catch (InvalidUrlException e) {
      resolved = "none";
    }
    assertThat(resolved).isEqualTo(url);
  }
}
