package io.newswire.parser.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.parser.extract.ArticleExtractor;
import io.newswire.parser.extract.ExtractedDate;
import io.newswire.parser.extract.Extraction;
import io.newswire.parser.extract.ExtractionException;
import io.newswire.parser.extract.Hints;
import io.newswire.parser.extract.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatesTest {

  private static final String PROSE =
      "<p>The bridge over the Wend was opened again on Monday, after a winter of repairs that cost more than planned.</p>"
          .repeat(6);

  private final ArticleExtractor extractor = new ArticleExtractor();

  @Test
  void theOffsetThatThePageStatesIsKept() throws Exception {
    assertThat(published(declared("2024-04-12T23:30:00-05:00"), ""))
        .isEqualTo("2024-04-12T23:30:00-05:00");
  }

  @Test
  void aDateWithoutATimeIsADay() throws Exception {
    assertThat(published(declared("2024-04-12"), "")).isEqualTo("2024-04-12");
  }

  @Test
  void theTimeIsTakenFromWhereItIsDeclared() throws Exception {
    assertThat(
            published(
                declared("2024-04-12")
                    + "<meta name='parsely-pub-date' content='2024-04-12T09:30:00+02:00'>",
                ""))
        .isEqualTo("2024-04-12T09:30:00+02:00");
  }

  @Test
  void aMomentInUtcIsPutIntoTheZoneThatThePageWritesElsewhere() throws Exception {
    assertThat(
            published(
                declared("2024-04-13T04:30:00Z"),
                "<time datetime='2024-04-12T23:30:00-05:00'>April 12</time>"))
        .isEqualTo("2024-04-12T23:30:00-05:00");
    assertThat(
            published(
                declared("2024-04-13T01:00:21Z"),
                "<div>Published 8:00 PM EST, Fri April 12, 2024</div>"))
        .isEqualTo("2024-04-12T20:00:21-05:00");
  }

  @Test
  void theDayThatReadersSeeIsTheDayOfTheMomentInUtc() throws Exception {
    assertThat(published(declared("2024-04-13T02:10:00Z"), "<p>By Jo Field | April 12, 2024</p>"))
        .isEqualTo("2024-04-12");
  }

  @Test
  void theDayInTheAddressIsTheDayOfTheMomentInUtc() throws Exception {
    ExtractedDate date =
        extract(
                page(declared("2024-04-13T02:10:00Z"), ""),
                "https://news.example/2024/04/12/bridge")
            .published();
    assertThat(date).extracting(ExtractedDate::iso).isEqualTo("2024-04-12");
    assertThat(date)
        .extracting(ExtractedDate::instant)
        .isEqualTo(Instant.parse("2024-04-13T02:10:00Z"));
  }

  @Test
  void whatWasPublishedAnewWasPublishedWhenItsAddressWasMade() throws Exception {
    String head =
        declared("2024-09-01T08:00:00Z")
            + "<meta property='article:modified_time' content='2024-04-12T09:00:00Z'>";
    assertThat(iso(extract(page(head, ""), "https://news.example/2024/04/12/bridge").published()))
        .isEqualTo("2024-04-12T09:00:00Z");
  }

  @Test
  void dateOfTheHeadIsOfTheArticleAndThoseOfTeasersCommentsAndFootersAreNot() throws Exception {
    assertThat(
            published(
                "",
                "<span>Jo Field</span><span>Apr 12, 2024</span>",
                "<ul class='latest-news'><li><time datetime='2024-05-01'>May 1</time></li></ul>",
                "<div class='comments'><p>Pete, 2 May 2024</p></div><footer>© 3 May 2024</footer>"))
        .isEqualTo("2024-04-12");
    assertThat(
            published(
                "",
                "",
                "<ul class='latest-news'><li><time datetime='2024-05-01'>May 1</time></li></ul>",
                "<div class='comments'><p>Pete, 2 May 2024</p></div><footer>© 3 May 2024</footer>"))
        .isNull();
  }

  @Test
  void aLabelTellsAChangeFromThePublication() throws Exception {
    Extraction found =
        extract(
            page("", "<p>Updated: 14 April 2024, 10:00</p><p>Published: 12 April 2024</p>"), null);
    assertThat(iso(found.published())).isEqualTo("2024-04-12");
    assertThat(iso(found.updated())).isEqualTo("2024-04-14T10:00:00Z");
    Extraction german =
        extract(
            page(
                "",
                "<p>Veröffentlicht am 12.04.2024, 09:00 Uhr</p><p>Aktualisiert am 14.04.2024</p>"),
            null);
    assertThat(iso(german.published())).isEqualTo("2024-04-12T09:00:00Z");
    assertThat(iso(german.updated())).isEqualTo("2024-04-14");
  }

  @Test
  void aClassThatNamesBothIsOfAnArticleThatWasNeverChanged() throws Exception {
    assertThat(
            published(
                "",
                "<time class='entry-date published updated' datetime='2024-04-12T09:30:00+02:00'>April 12, 2024</time>"))
        .isEqualTo("2024-04-12T09:30:00+02:00");
  }

  @Test
  void digitsOfTheAddressThatMayBeANumberOnlyConfirm() throws Exception {
    String declared = page(declared("2024-04-12T09:30:00Z"), "");
    for (String address :
        new String[] {
          "https://news.example/uk-20101112",
          "https://news.example/bridge?from=20190304",
          "https://news.example/remembering-2001-09-11"
        }) {
      assertThat(iso(extract(declared, address).published())).isEqualTo("2024-04-12T09:30:00Z");
      assertThat(extract(page("", ""), address).published()).isNull();
    }
    String late = page(declared("2024-04-13T02:10:00Z"), "");
    assertThat(iso(extract(late, "https://news.example/bridge-20240412").published()))
        .isEqualTo("2024-04-12");
  }

  @Test
  void aDateWithinASentenceIsNotThePages() throws Exception {
    assertThat(
            published(
                "",
                "<p>The treaty of the Wend, which had been talked about for years in both of the towns, was signed by <a href=/j>Jo Field</a> on 4 March 2014 in <a href=/a>Altenried</a>, where the bridge that it promised was opened after a winter of repairs, to the sound of bells.</p>"))
        .isNull();
  }

  @Test
  void theFooterOfAnArticleIsItsOwn() throws Exception {
    assertThat(published("", "<footer class=entry-meta><time>12 April 2024</time></footer>"))
        .isEqualTo("2024-04-12");
  }

  @Test
  void theFrameOfAPageIsNotARegionOfIt() throws Exception {
    String story = "<p>12 April 2024</p>" + PROSE;
    for (String html :
        new String[] {
          "<body class='has-sidebar'>" + story,
          "<body><form action=/>" + story + "</form>",
          "<body><div class=sidebar-left>" + story + "</div>"
        }) {
      assertThat(iso(extract(html, null).published())).isEqualTo("2024-04-12");
    }
  }

  @Test
  void whatShowsNothingButItsChangeWasPublishedThen() throws Exception {
    Extraction found = extract(page("", "<p>Updated: 14 April 2024, 10:00</p>"), null);
    assertThat(iso(found.published())).isEqualTo("2024-04-14T10:00:00Z");
    assertThat(found.updated()).isNull();
  }

  @Test
  void theDataOfThePagesScriptsIsTheLastResort() throws Exception {
    String script = "<script>window.state={\"datePublished\":\"2024-04-12T09:30:00Z\"};</script>";
    assertThat(published("", script)).isEqualTo("2024-04-12T09:30:00Z");
    String two = script + script.replace("2024-04-12", "2024-04-09");
    assertThat(published("", two)).isNull();
  }

  private @Nullable String published(String head, String underTheTitle, String... around)
      throws ExtractionException {
    String before = around.length > 0 ? around[0] : "";
    String after = around.length > 1 ? around[1] : "";
    return iso(extract(before + page(head, underTheTitle) + after, null).published());
  }

  private static String page(String head, String underTheTitle) {
    return head
        + "<article><h1>The bridge is open again</h1>"
        + underTheTitle
        + PROSE
        + "</article>";
  }

  private static String declared(String date) {
    return "<meta property='article:published_time' content='" + date + "'>";
  }

  private Extraction extract(String html, @Nullable String url) throws ExtractionException {
    return extractor.extract(
        new Page(
            ("<html lang=en>" + html).getBytes(StandardCharsets.UTF_8),
            "text/html",
            Objects.requireNonNullElse(url, "https://news.example/bridge")),
        new Hints(null, null, Instant.parse("2026-01-01T00:00:00Z")));
  }

  private static @Nullable String iso(@Nullable ExtractedDate date) {
    return date == null ? null : date.iso();
  }
}
