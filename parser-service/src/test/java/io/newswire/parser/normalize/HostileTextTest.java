package io.newswire.parser.normalize;

import static io.newswire.parser.normalize.Harmless.assertHarmless;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.newswire.parser.RawArticles;
import io.newswire.parser.article.Article;
import io.newswire.parser.article.ArticleJson;
import io.newswire.parser.article.BadRecordException;
import io.newswire.parser.article.Enclosure;
import io.newswire.parser.article.Image;
import io.newswire.parser.article.RawArticle;
import io.newswire.parser.article.TextType;
import io.newswire.parser.extract.ArticleExtractor;
import io.newswire.parser.language.LanguageDetection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What publishers, or those who broke into their sites, could write to harm readers or us. */
@Isolated("sets the default zone and locale")
class HostileTextTest {

  private static final ArticleNormalizer NORMALIZER =
      new ArticleNormalizer(new ArticleExtractor(), new LanguageDetection());

  private static final String PROSE =
      "<p>The bridge over the Wend was opened again on Monday, after a winter of repairs.</p>"
          .repeat(8);

  @Test
  void topicsWithSpacesWithoutEndAreReadInTime() throws BadRecordException {
    RawArticle raw = new RawArticles().categories("a" + " ".repeat(200_000) + "b").build();
    Article article =
        assertTimeoutPreemptively(Duration.ofSeconds(3), () -> NORMALIZER.normalize(raw).article());
    assertThat(article.topics()).containsExactly("a b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<svg><animate onbegin=alert(1) attributeName=x></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"java&#10;script:alert(1)\">x</a>",
        "<a href=\" &#x6A;avascript:alert(1)\">x</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "<a href=\"vbscript:msgbox(1)\">x</a>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<object data=\"javascript:alert(1)\"></object>",
        "<embed src=\"javascript:alert(1)\">",
        "<form action=\"javascript:alert(1)\"><input type=submit></form>",
        "<base href=\"javascript:alert(1)//\">",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
        "<link rel=stylesheet href=\"javascript:alert(1)\">",
        "<style>@import 'javascript:alert(1)'</style>",
        "<p style=\"background:url(javascript:alert(1))\">x</p>",
        "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
        "<img srcset=\"javascript:alert(1) 2x\" src=x>",
        "<video poster=\"javascript:alert(1)\"><source onerror=alert(1)></video>",
        "<details open ontoggle=alert(1)>x</details>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<![CDATA[<img src=x onerror=alert(1)>]]>",
        "<xmp><img src=x onerror=alert(1)></xmp>",
        "<textarea><img src=x onerror=alert(1)></textarea>",
        "<title><img src=x onerror=alert(1)></title>",
        "\"><img src=x onerror=alert(1)>",
        "<<img src=x onerror=alert(1)//>",
        "<img\u0000 src=x onerror=alert(1)>",
      })
  void nothingThatRunsSurvivesInTheBody(String payload) throws BadRecordException {
    Article ofFeed =
        article(
            new RawArticles()
                .title("Bridge", TextType.HTML)
                .content(PROSE + payload + PROSE, TextType.HTML));
    Article ofPage = article(new RawArticles().page("text/html", page(payload)));
    assertHarmless(ofFeed.bodyHtml());
    assertHarmless(ofPage.bodyHtml());
  }

  @Test
  void addressesAreOfTheWebInEveryField() throws BadRecordException {
    RawArticles raw =
        new RawArticles()
            .title("Bridge", TextType.HTML)
            .content(PROSE, TextType.HTML)
            .images(new Image("javascript:alert(1)", null, null, null, null, null))
            .enclosures(new Enclosure("data:text/html,x", null, null));
    Article article = article(raw);
    assertThat(article.images()).isEmpty();
    assertThat(article.enclosures()).isEmpty();
    Article declared =
        article(
            new RawArticles()
                .page(
                    "text/html",
                    "<link rel=canonical href='javascript:alert(1)'><meta property=og:image content='javascript:alert(1)'>"
                        + page("")));
    assertThat(declared.canonicalUrl()).isEqualTo("https://gazette.example/a/1");
    assertThat(declared.images()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&lt;img src=x onerror=alert(1)&gt;",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&lt;svg/onload=alert(1)&gt;",
        "&lt;a href=javascript:alert(1)&gt;x&lt;/a&gt;",
        "&lt;iframe src=//evil.example&gt;&lt;/iframe&gt;",
        "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
        "<script>alert(1)</script>",
      })
  void markupThatAPageHidesInItsFieldsOfPlainTextRunsInNone(String attack)
      throws BadRecordException {
    String text = "Bridge opens again after the winter " + attack + " and a long wait";
    Article article =
        article(
            new RawArticles()
                .title(null, TextType.HTML)
                .page(
                    "text/html",
                    "<html lang=en><title>"
                        + text
                        + "</title><meta name=author content='Jo Field "
                        + attack
                        + "'><meta name=description content='Repairs cost more than planned "
                        + attack
                        + " and took longer'><meta name=keywords content='Bridges, Rivers "
                        + attack
                        + "'><article><h1>"
                        + text
                        + "</h1>"
                        + PROSE
                        + "<figure><img src=/a.jpg alt='The bridge "
                        + attack
                        + "'><figcaption>The bridge on Monday "
                        + attack
                        + "</figcaption></figure><h2>Costs "
                        + attack
                        + "</h2>"
                        + PROSE
                        + "</article>"));
    assertThat(article.title()).startsWith("Bridge opens again after the winter").satisfies(INERT);
    assertThat(article.summary()).startsWith("Repairs cost more").satisfies(INERT);
    assertThat(article.topics()).contains("Bridges").allSatisfy(INERT);
    assertThat(article.authors()).allSatisfy(INERT);
    assertThat(article.sections()).allSatisfy(INERT);
    assertThat(article.images()).isNotEmpty();
    assertThat(article.images().getFirst().caption())
        .startsWith("The bridge on Monday")
        .satisfies(INERT);
    assertThat(Objects.requireNonNullElse(article.images().getFirst().alt(), "")).satisfies(INERT);
    assertThat(Objects.requireNonNullElse(article.imageCaption(), "")).satisfies(INERT);
    assertHarmless(article.bodyHtml());
  }

  @ParameterizedTest
  @CsvSource({
    "Why inflation < base rate matters, Why inflation < base rate matters",
    "Converting List<Object> to List<String>, Converting List< Object> to List< String>",
    "Understanding the <script> tag, Understanding the < script> tag",
  })
  void aTitleAboutMarkupKeepsItsWords(String written, String expected) throws BadRecordException {
    RawArticles raw =
        new RawArticles()
            .title(null, TextType.HTML)
            .page("text/html", "<title>" + written.replace("<", "&lt;") + "</title>" + PROSE);
    assertThat(article(raw).title()).isEqualTo(expected);
  }

  /** Taken for HTML, it makes no element that runs. */
  private static final ThrowingConsumer<String> INERT = Harmless::assertHarmless;

  @ParameterizedTest
  @ValueSource(strings = {" ", ".", "(", "a@", "\t", "\u00A0", "<", "&", "\n ", "-", "By a and "})
  void aQuarterOfAMegabyteOfOneThingStallsNoField(String piece) {
    String text = piece.repeat(250_000 / piece.length());
    RawArticles raw =
        new RawArticles()
            .title(text + "…", TextType.HTML)
            .summary("x" + text + "x", TextType.HTML)
            .content("<p>" + text + "</p>", TextType.HTML)
            .authors(text)
            .categories(text)
            .page("text/html", "<title>" + text + "</title><h1>" + text + "</h1>" + page(text));
    assertTimeoutPreemptively(Duration.ofSeconds(90), () -> article(raw));
  }

  /** Minutes where each white space of a feed's title, and each link's paragraph, is read anew. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsReadForEachOfManyStallsNothing(boolean feed) {
    String markup =
        feed
            ? "<link rel=alternate type='application/rss+xml' title='"
                + " ".repeat(1_000_000)
                + "x'>"
            : "<p>" + "word ".repeat(50) + "<a rel=author href=/x>Jo</a> ".repeat(50_000) + "</p>";
    RawArticles raw = new RawArticles().page("text/html", markup + page(""));
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> article(raw));
  }

  @Test
  void spacesThatATitleEscapesTwiceStallNothing() {
    String title = "x" + "&amp;#32;".repeat(300_000) + "x";
    RawArticles raw =
        new RawArticles()
            .title(null, TextType.HTML)
            .page("text/html", "<title>" + title + "</title>" + page(""));
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> article(raw));
  }

  @Test
  void twentyThousandDatesAndHeadingsStallNothing() {
    String html =
        "<h1>Bridge</h1><span>4 March 2024</span><time datetime=2024-03-04>x</time>".repeat(20_000);
    RawArticles raw = new RawArticles().page("text/html", html + page(""));
    assertTimeoutPreemptively(Duration.ofSeconds(90), () -> article(raw));
  }

  /** Seconds where each date asks for the heading's text, a moment where it does not. */
  @Test
  void datesWithinAHeadingThatNeverEndsStallNothing() {
    String dates = "<b>4 March 2024</b><i>and a word</i>".repeat(50_000);
    RawArticles raw = new RawArticles().page("text/html", "<h1>Bridge" + dates + page(""));
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> article(raw));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html lang=en><p>Published 12 April 2024, 18:30</p>",
        "<html lang=xx><p>10 listopada 2024</p>"
      })
  void zoneAndLocaleOfTheMachineMakeNoDifference(String dated) throws BadRecordException {
    RawArticle raw =
        new RawArticles()
            .title(null, TextType.HTML)
            .page(
                "text/html",
                "<title>İSTANBUL TITLE INFO</title><meta name=author content='JO FIELD'>"
                    + dated
                    + page("<p>BY OLA BRANDT</p>"))
            .build();
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      byte[] expected = bytes(raw, "UTC", "en");
      for (String other : List.of("Pacific/Kiritimati", "America/New_York", "Asia/Kolkata")) {
        for (String language :
            List.of("tr", "ar-EG", "th-TH-u-ca-buddhist", "lt", "ja-JP", "hr-HR")) {
          assertThat(bytes(raw, other, language)).isEqualTo(expected);
        }
      }
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  /** Everything is made anew, as at the start of another machine. */
  private static byte[] bytes(RawArticle raw, String zone, String locale)
      throws BadRecordException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    Locale.setDefault(Locale.forLanguageTag(locale));
    ArticleNormalizer normalizer =
        new ArticleNormalizer(new ArticleExtractor(), new LanguageDetection());
    return new ArticleJson().write(normalizer.normalize(raw).article());
  }

  private static Article article(RawArticles raw) throws BadRecordException {
    return NORMALIZER.normalize(raw.build()).article();
  }

  private static String page(String payload) {
    return "<html lang=en><body><article><h1>Bridge</h1>" + PROSE + payload + PROSE + "</article>";
  }
}
