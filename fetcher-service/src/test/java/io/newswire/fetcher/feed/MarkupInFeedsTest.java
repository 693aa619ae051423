package io.newswire.fetcher.feed;

import static io.newswire.fetcher.feed.Feeds.atomEntry;
import static io.newswire.fetcher.feed.Feeds.feed;
import static io.newswire.fetcher.feed.Feeds.item;
import static io.newswire.fetcher.feed.Feeds.value;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What becomes of HTML and of other markup in texts. */
class MarkupInFeedsTest {

  @Test
  void aTextKeepsTheBaseOfItsOwnElement() {
    Entry entry =
        atomEntry(
            "<title type='html' xml:base='https://other.example/'>&lt;a"
                + " href='x'&gt;y&lt;/a&gt;</title>");
    assertThat(entry.title())
        .isEqualTo(new Text("<a href='x'>y</a>", TextType.HTML, "https://other.example/"));
    assertThat(HtmlLinks.absolute("<a href='x'>y</a>", "https://other.example/"))
        .isEqualTo("<a href='https://other.example/x'>y</a>");
  }

  @Test
  void addressesInMarkupAreRelativeToTheNearestBase() {
    assertThat(
            HtmlLinks.absolute(
                "<p xml:base='/p/'><a href='x'>1</a><b xml:base='b/'><img src='y'></b><i><q"
                    + " cite='z'></q></i></p><a href='w'>",
                "https://gazette.example/a/"))
        .isEqualTo(
            "<p xml:base='/p/'><a href='https://gazette.example/p/x'>1</a><b xml:base='b/'><img"
                + " src='https://gazette.example/p/b/y'></b><i><q"
                + " cite='https://gazette.example/p/z'></q></i></p><a"
                + " href='https://gazette.example/a/w'>");
  }

  @Test
  void theDivAroundContentIsNoneOfItInAtom10Alone() {
    String div = "<div xmlns='http://www.w3.org/1999/xhtml'><b>x</b></div>";
    assertThat(value(atomEntry("<content type='xhtml'>" + div + "</content>").content()))
        .isEqualTo("<b>x</b>");
    Feed old =
        feed(
            "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry>"
                + "<content type='application/xhtml+xml' mode='xml'>"
                + div
                + "</content></entry></feed>");
    assertThat(value(old.entries().getFirst().content())).isEqualTo("<div><b>x</b></div>");
    assertThat(
            value(item("<body xmlns='http://www.w3.org/1999/xhtml'><div>x</div></body>").content()))
        .isEqualTo("<div>x</div>");
    assertThat(
            value(
                atomEntry("<content type='xhtml'><div xml:base='/b/'><a href='c'/></div></content>")
                    .content()))
        .startsWith("<div xml:base='/b/'>");
  }

  @Test
  void picturesAndFormulasInMarkupKeepTheirNamespace() {
    assertThat(
            value(
                atomEntry(
                        """
                        <content type='xhtml'><h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:p>a
                        <svg xmlns='http://www.w3.org/2000/svg' width='1'><g/></svg>
                        <m:math xmlns:m='http://www.w3.org/1998/Math/MathML'><m:mi>x</m:mi></m:math></h:p></h:div></content>
                        """)
                    .content()))
        .isEqualTo(
            """
            <p>a
            <svg xmlns="http://www.w3.org/2000/svg" width="1"><g></g></svg>
            <math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math></p>\
            """);
  }
}
