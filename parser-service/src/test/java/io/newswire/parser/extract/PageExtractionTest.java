package io.newswire.parser.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages of different makes and languages. */
class PageExtractionTest {

  private static final Hints HINTS = new Hints(null, null, Instant.parse("2026-01-01T00:00:00Z"));

  private final ArticleExtractor extractor = new ArticleExtractor();

  private Extraction page(String html) throws ExtractionException {
    return page(html, "https://www.wendcourier.example/news/bridge-opens");
  }

  private Extraction page(String html, String url) throws ExtractionException {
    return extractor.extract(
        new Page(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", url), HINTS);
  }

  @Test
  void aBlogPageGivesItsArticleWithoutTheFurnitureAroundAndInside() throws Exception {
    Extraction found =
        page(
            """
            <!doctype html><html lang="en-GB"><head>
            <title>Bridge over the Wend opens again - Wend Courier</title>
            <meta property="og:site_name" content="Wend Courier">
            <meta name="description" content="After a winter of repairs the town has its bridge back.">
            <link rel="canonical" href="https://www.wendcourier.example/news/bridge-opens/">
            </head><body class="single has-sidebar">
            <header><a href="/">Wend Courier</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
            <div class="layout with-sidebar"><article class="post category-news">
            <h1 class="entry-title">Bridge over the Wend opens again</h1>
            <p class="standfirst">After a winter of repairs the town has its bridge back.</p>
            <div class="entry-meta">By <a rel="author" href="/author/ola">Ola Brandt</a> and <a rel="author" href="/author/jo">Jo Field</a>
             <time datetime="2024-03-04T09:15:00+01:00">4 March 2024</time> · 3 min read</div>
            <div class="share-buttons"><a href="#">Facebook</a><a href="#">Twitter</a></div>
            <div class="entry-content">
            <figure><img src="/img/bridge.jpg" alt="The bridge" width="1200" height="800"><figcaption>The bridge on Monday. Photo: Hamish Orr</figcaption></figure>
            <p>The bridge over the Wend was opened again on Monday, after a winter of repairs that cost twice what the town had planned.</p>
            <p><em>Read more: <a href="/news/winter">The long winter of the bridge</a></em></p>
            <h2>A long winter</h2>
            <p>Workers replaced forty of the sixty stones in the second arch, the oldest part of the bridge, the mayor said.</p>
            <ul><li>Eleven weeks without a crossing.</li><li>Two ferries, paid for by the county.</li></ul>
            <div class="newsletter-signup"><h3>Our newsletter</h3><p>Get the stories of the week in your inbox every Sunday morning.</p></div>
            <blockquote><p>“We waited, and it was worth it,” said the mayor.</p></blockquote>
            <table><tr><th>Year</th><th>Cars a day</th></tr><tr><td>2022</td><td>1,900</td></tr><tr><td>2023</td><td>2,100</td></tr></table>
            <p>Lorries of more than twelve tonnes must still take the road through Altenried, at least until the summer.</p>
            </div>
            <div class="tags">Tags: <a rel="tag" href="/t/bridge">Bridge</a> <a rel="tag" href="/t/wend">Wend</a></div>
            <div class="author-box"><p>Ola Brandt has written about roads, rivers and everything that crosses them for the Courier since 2011.</p></div>
            <div id="comments"><h3>2 comments</h3><p>I crossed it this morning and it is as narrow as it ever was, if you ask me.</p><p>Nobody asked you, Pete, and you know that very well.</p></div>
            </article>
            <aside class="sidebar"><h3>Most read</h3><ul><li><a href="/a">Storks return to the church tower</a></li><li><a href="/b">A cat on the council</a></li></ul></aside>
            </div><footer><p>© 2024 Wend Courier. All rights reserved.</p></footer></body></html>
            """);
    assertThat(found.text())
        .isEqualTo(
            """
            After a winter of repairs the town has its bridge back.

            The bridge over the Wend was opened again on Monday, after a winter of repairs that cost twice what the town had planned.

            A long winter

            Workers replaced forty of the sixty stones in the second arch, the oldest part of the bridge, the mayor said.

            Eleven weeks without a crossing.

            Two ferries, paid for by the county.

            “We waited, and it was worth it,” said the mayor.

            Year | Cars a day
            2022 | 1,900
            2023 | 2,100

            Lorries of more than twelve tonnes must still take the road through Altenried, at least until the summer.""");
    assertThat(found.title()).isEqualTo("Bridge over the Wend opens again");
    assertThat(found.summary())
        .isEqualTo("After a winter of repairs the town has its bridge back.");
    assertThat(found.authors()).containsExactly("Ola Brandt", "Jo Field");
    assertThat(found.published())
        .isEqualTo(
            new ExtractedDate(
                Instant.parse("2024-03-04T08:15:00Z"),
                LocalDate.of(2024, 3, 4),
                ZoneOffset.ofHours(1),
                true,
                ExtractedDate.Source.PAGE));
    assertThat(found.language()).isEqualTo("en-GB");
    assertThat(found.siteName()).isEqualTo("Wend Courier");
    assertThat(found.canonicalUrl())
        .isEqualTo("https://www.wendcourier.example/news/bridge-opens/");
    assertThat(found.topics()).containsExactly("Bridge", "Wend");
    assertThat(found.sections()).containsExactly("A long winter");
    assertThat(found.statedReadingMinutes()).isEqualTo(3);
    assertThat(found.images())
        .containsExactly(
            new ExtractedImage(
                "https://www.wendcourier.example/img/bridge.jpg",
                1200,
                800,
                "The bridge on Monday.",
                "Hamish Orr",
                "The bridge"));
    assertThat(found.html())
        .contains(
            "<h2>A long winter</h2>",
            "<li>Eleven weeks without a crossing.</li>",
            "<blockquote>",
            "<table>",
            "<figcaption>")
        .doesNotContain("newsletter", "class=", "Read more");
  }

  @Test
  void structuredDataIsReadWhateverItsShape() throws Exception {
    Extraction found =
        page(
            """
            <html><head><title>x</title>
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
              {"@type":"WebSite","name":"Wend Courier"},
              {"@type":["Article","NewsArticle"],"headline":"Storks return &amp; stay","author":[{"@id":"#ola"},{"@type":"Organization","name":"Reuters"}],
               "datePublished":"2024-04-12T23:30:00-05:00","dateModified":"2024-04-13T10:00:00Z","keywords":["storks","Altenried"],
               "description":"A line
            break in a string",},
              {"@type":"Person","@id":"#ola","name":"Ola Brandt","jobTitle":"Reporter"}]}</script></head>
            <body><div><p>A pair of storks has moved into the nest on the church tower, for the first time in thirty years.</p>
            <p>The town had almost given up hope, and mended the nest only last autumn, the parish said.</p></div></body></html>
            """);
    assertThat(found.title()).isEqualTo("Storks return & stay");
    assertThat(found.authors()).containsExactly("Ola Brandt");
    assertThat(found.agencies()).containsExactly("Reuters");
    assertThat(found.published())
        .isEqualTo(
            new ExtractedDate(
                Instant.parse("2024-04-13T04:30:00Z"),
                LocalDate.of(2024, 4, 12),
                ZoneOffset.ofHours(-5),
                true,
                ExtractedDate.Source.PAGE));
    assertThat(found.updated())
        .extracting(ExtractedDate::instant)
        .isEqualTo(Instant.parse("2024-04-13T10:00:00Z"));
    assertThat(found.topics()).containsExactly("storks", "Altenried");
    assertThat(found.siteName()).isEqualTo("Wend Courier");
  }

  @Test
  void aPageThatAScriptFillsGivesItsDeclaredBody() throws Exception {
    String body = "The harbour closes for six weeks. ".repeat(20).strip();
    Extraction found =
        page(
            "<html><body><div id=app></div><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Harbour closes\",\"datePublished\":\"2024-03-04\",\"articleBody\":\""
                + body
                + "\"}</script></body></html>");
    assertThat(found.text()).isEqualTo(body);
    assertThat(found.method()).isEqualTo("structured-data");
  }

  @Test
  void paragraphsMadeOfLineBreaksAreApart() throws Exception {
    Extraction found =
        page(
            """
            <html><body><table width="100%"><tr><td width="150"><a href="/">Home</a><br><a href="/n">News</a><br><a href="/s">Sport</a></td>
            <td><font size="5"><b>Old bridge, new stones</b></font><br><br>
            The bridge over the Wend was opened again on Monday, after a winter of repairs that cost twice what was planned.<br><br>
            Workers replaced forty of the sixty stones in the second arch, the oldest part of the bridge, the mayor said.<br>
            She thanked them.<br><br>Lorries of more than twelve tonnes must still take the road through Altenried.</td></tr></table></body></html>
            """);
    assertThat(found.text().split("\n\n"))
        .contains(
            "The bridge over the Wend was opened again on Monday, after a winter of repairs that cost twice what was planned.",
            "Lorries of more than twelve tonnes must still take the road through Altenried.")
        .doesNotContain("Home", "News");
  }

  @Test
  void cardsForOtherArticlesGoAndProductsStay() throws Exception {
    Extraction found =
        page(
            """
            <html><body><main><h1>Three lamps for a long winter</h1><div class="c">
            <p>We read by forty lamps for a month, and three of them are worth their price, in our opinion and that of our eyes.</p>
            <div class="x1"><h3><a href="/lamps/how-we-test">How we look at lamps, and why it takes a month</a></h3><p>A month of evenings, a light meter and two cats.</p></div>
            <div class="x2"><h3><a href="https://shop.example/l1">The Brightwell Standard, for big rooms</a></h3><p>It lights a whole wall, and it can be dimmed to almost nothing, which few can.</p></div>
            <p>All three were bought in ordinary shops, and given away after the test to readers of this paper.</p></div></main></body></html>
            """);
    assertThat(found.text())
        .contains("Brightwell Standard", "lights a whole wall")
        .doesNotContain("How we look", "two cats");
  }

  @Test
  void aGermanPageIsReadByItsOwnWords() throws Exception {
    Extraction found =
        page(
            """
            <html lang="de"><head><title>Störche kehren zurück | Altenrieder Bote</title><meta property="og:title" content="Störche kehren zurück"></head><body>
            <div class="artikel"><h1>Störche kehren zurück</h1><p class="autor">Von Katrin Weiß</p><p>12. April 2024, 08:30 Uhr</p><p>Lesezeit: 2 Minuten</p>
            <div class="text"><p>Zum ersten Mal seit dreißig Jahren nisten wieder Störche auf dem Turm der Stadtkirche, wie die Gemeinde mitteilte.</p>
            <p>Anzeige</p><p>Lesen Sie auch: <a href="/w">Warum Störche den Winter hier verbringen</a></p>
            <p>Der Naturschutzbund hatte das Nest im Herbst ausgebessert und mit Weidenruten verstärkt, damit es den Winter übersteht.</p></div>
            <div><h3>Mehr zum Thema</h3><ul><li><a href="/1">Fünf Ausflüge für Vogelfreunde</a></li><li><a href="/2">Der Turm und seine Glocken</a></li></ul></div></div></body></html>
            """);
    assertThat(found.text().split("\n\n")).hasSize(2);
    assertThat(found.authors()).containsExactly("Katrin Weiß");
    assertThat(found.published())
        .extracting(ExtractedDate::day)
        .isEqualTo(LocalDate.of(2024, 4, 12));
    assertThat(found.statedReadingMinutes()).isEqualTo(2);
  }

  @Test
  void aJapanesePageInItsOwnCharsetIsRead() throws Exception {
    String html =
        """
        <html lang="ja"><head><meta charset="Shift_JIS"><title>駅前に新図書館が開館｜川辺新聞</title></head><body>
        <ul id="gnavi"><li><a href="/">トップ</a></li><li><a href="/s">スポーツ</a></li></ul>
        <h1>駅前に新図書館が開館</h1><p class="date">2024年4月1日 18時30分</p><div class="honbun">
        <p>市は１日、駅前広場に新しい図書館を開館した。木のぬくもりを生かした三階建てで、開館時間は午後九時までとなる。</p>
        <p>初日は朝から親子連れらが列をつくり、昼までに千人を超える市民が訪れた。</p><p>関連記事：旧図書館の跡地は公園に</p></div></body></html>
        """;
    Extraction found =
        extractor.extract(
            new Page(
                html.getBytes(Charset.forName("windows-31j")),
                "text/html",
                "https://kawabe.example/1"),
            HINTS);
    assertThat(found.title()).isEqualTo("駅前に新図書館が開館");
    assertThat(found.text().split("\n\n")).hasSize(2);
    assertThat(found.text()).startsWith("市は１日").doesNotContain("関連記事");
    assertThat(found.published())
        .extracting(ExtractedDate::day)
        .isEqualTo(LocalDate.of(2024, 4, 1));
  }

  @Test
  void arabicAndRussianDatesAndBylinesAreRead() throws Exception {
    Extraction arabic =
        page(
            "<html lang=ar dir=rtl><body><article><h1>افتتاح حديقة جديدة</h1><p>بقلم: ليلى منصور</p><p>نشر في ٥ مايو ٢٠٢٤</p>"
                + "<p>أعلنت بلدية المدينة يوم الأحد افتتاح حديقة عامة جديدة على ضفة النهر، تضم ملاعب للأطفال ومسارات للدراجات.</p></article></body></html>",
            "https://madina.example/1");
    assertThat(arabic.authors()).containsExactly("ليلى منصور");
    assertThat(arabic.published())
        .extracting(ExtractedDate::day)
        .isEqualTo(LocalDate.of(2024, 5, 5));
    Extraction russian =
        page(
            "<html lang=ru><body><article><h1>Мост снова открыт</h1><p>Автор: Ольга Белова</p><p>Опубликовано 4 марта 2024 г., 09:15 МСК</p>"
                + "<p>Мост через реку снова открыт для машин после зимнего ремонта, сообщили в понедельник в мэрии города.</p></article></body></html>",
            "https://most.example/1");
    assertThat(russian.authors()).containsExactly("Ольга Белова");
    assertThat(russian.published())
        .extracting(ExtractedDate::instant)
        .isEqualTo(Instant.parse("2024-03-04T06:15:00Z"));
  }

  @Test
  void aDateInTheFutureOrBeforeTheWebIsNotBelieved() throws Exception {
    String template =
        "<meta property='article:published_time' content='%s'><article><p>The bridge over the Wend was opened again on Monday.</p></article>";
    assertThat(page(template.formatted("2031-01-01T00:00:00Z")).published()).isNull();
    assertThat(page(template.formatted("1970-01-01T00:00:00Z")).published()).isNull();
    assertThat(page(template.formatted("2024-02-30")).published()).isNull();
  }

  @Test
  void aFragmentKeepsAllButItsFurniture() throws Exception {
    Extraction found =
        extractor.extractFragment(
            """
            <p>The bridge is open.</p><p>Short.</p><ul><li><a href="/map">A map of the detour</a></li></ul>
            <img src="https://pixel.example/1.gif" width="1" height="1"><div class="feedflare"><a href="#">Email</a></div>
            <p><a href="https://news.example/a">Continue reading</a></p>
            <p>The post <a href="https://news.example/a">Bridge opens</a> appeared first on <a href="https://news.example">Wend Courier</a>.</p>
            """,
            "https://news.example/a");
    assertThat(found.text()).isEqualTo("The bridge is open.\n\nShort.\n\nA map of the detour");
    assertThat(found.html())
        .contains("<a href=\"https://news.example/map\">")
        .doesNotContain("pixel", "appeared first");
    assertThat(found.images()).isEqualTo(List.of());
  }

  private static final String WEND =
      "<p>The bridge over the Wend was opened again on Monday, after a winter of repairs that cost"
          + " twice what the town had planned.</p>";

  private static String textOf(String body) throws ExtractionException {
    byte[] bytes = ("<article><h1>Bridge</h1>" + body + "</article>").getBytes(UTF_8);
    return new ArticleExtractor()
        .extract(new Page(bytes, "text/html", "https://news.example/a"), Hints.NONE)
        .text();
  }

  @Test
  void headingsThatLinkToThemselvesStay() throws ExtractionException {
    String heading = "<h2><a href='#one'>Part one: how it began</a></h2>";
    assertThat(textOf(WEND.repeat(2) + heading + WEND.repeat(2))).contains("how it began");
  }

  @Test
  void aLinkToTheCommentsBelowTheLeadEndsNothing() throws ExtractionException {
    String body =
        "<div>"
            + WEND
            + "</div><p><a href='#c'>12 Comments</a></p><section>"
            + WEND.repeat(2)
            + "<p>Nobody had expected the river to rise so far, the mayor said.</p></section>";
    assertThat(textOf(body)).contains("Nobody had expected");
  }

  @Test
  void aYearThatStandsAloneStays() throws ExtractionException {
    assertThat(textOf(WEND + "<p>1989</p>" + WEND)).contains("1989");
  }

  @Test
  void sentencesThatOpenLikeAPromptStay() throws ExtractionException {
    String body = WEND + "<p>Torna a casa il ponte.</p><p>Retour à la normale.</p>" + WEND;
    assertThat(textOf(body)).contains("Torna a casa").contains("Retour à la normale");
  }
}
