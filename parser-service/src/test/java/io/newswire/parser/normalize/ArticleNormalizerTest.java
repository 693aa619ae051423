package io.newswire.parser.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.newswire.parser.Contract;
import io.newswire.parser.RawArticles;
import io.newswire.parser.article.Article;
import io.newswire.parser.article.ArticleJson;
import io.newswire.parser.article.BadRecordException;
import io.newswire.parser.article.DateSource;
import io.newswire.parser.article.Enclosure;
import io.newswire.parser.article.Image;
import io.newswire.parser.article.Method;
import io.newswire.parser.article.TextType;
import io.newswire.parser.extract.ArticleExtractor;
import io.newswire.parser.language.LanguageDetection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ArticleNormalizerTest {

  private static final ArticleNormalizer NORMALIZER =
      new ArticleNormalizer(new ArticleExtractor(), new LanguageDetection());

  private static final String PARAGRAPH =
      "The port authority took delivery of two electric tugs on Friday, the first of their kind on this coast. ";
  private static final String LONG_HTML = ("<p>" + PARAGRAPH.repeat(3) + "</p>").repeat(6);

  private final ArticleJson json = new ArticleJson();

  @ParameterizedTest
  @CsvSource({
    "raw-article.json, article.json, 5f1c2a9be0d34c77-0c4b8f21d6a94e3f8b7a6c5d4e3f2a1b",
    "raw-article.page.json, article.page.json, 5f1c2a9be0d34c77-0c4b8f21d6a94e3f8b7a6c5d4e3f2a1b",
    "raw-article.withdrawn.json, article.withdrawn.json, 5f1c2a9be0d34c77-0c4b8f21d6a94e3f8b7a6c5d4e3f2a1b"
  })
  void theExamplesOfTheContractAreWhatIsProduced(String raw, String article, String key)
      throws BadRecordException {
    JsonMapper mapper = new JsonMapper();
    Article produced = NORMALIZER.normalize(json.read(key, Contract.example(raw))).article();
    assertThat(mapper.readTree(json.write(produced)))
        .isEqualTo(mapper.readTree(Contract.example(article)));
  }

  @ParameterizedTest
  @CsvSource({
    "raw-article.json, 5f1c2a9be0d34c77-0c4b8f21d6a94e3f8b7a6c5d4e3f2a1b",
    "raw-article.page.json, 5f1c2a9be0d34c77-0c4b8f21d6a94e3f8b7a6c5d4e3f2a1b",
    "raw-article.submission.json, a1b2c3d4e5f60718-1f2e3d4c5b6a79880123456789abcdef",
    "raw-article.withdrawn.json, 5f1c2a9be0d34c77-0c4b8f21d6a94e3f8b7a6c5d4e3f2a1b"
  })
  void whatIsProducedHoldsTheSchemaAndIsTheSameEveryTime(String raw, String key)
      throws BadRecordException {
    byte[] once = json.write(NORMALIZER.normalize(json.read(key, Contract.example(raw))).article());
    byte[] again =
        json.write(NORMALIZER.normalize(json.read(key, Contract.example(raw))).article());
    assertThat(Contract.violations(once)).isEmpty();
    assertThat(again).isEqualTo(once);
  }

  @Test
  void theFeedsContentIsTheBodyWhereNoPageCame() throws BadRecordException {
    Article article =
        normalized(feed().content("<p>One.</p><p>Two &amp; three.</p>", TextType.HTML));
    assertThat(article.body()).isEqualTo("One.\n\nTwo & three.");
    assertThat(article.bodyHtml()).isEqualTo("<p>One.</p>\n<p>Two &amp; three.</p>");
    assertThat(article.method()).isEqualTo(Method.FEED_CONTENT);
  }

  @Test
  void aTeaserIsSaidToBeOne() throws BadRecordException {
    Article article = normalized(feed().summary("<p>Two tugs arrived […]</p>", TextType.HTML));
    assertThat(article.method()).isEqualTo(Method.FEED_SUMMARY);
    assertThat(article.summary()).contains("Two tugs arrived");
    assertThat(normalized(feed().content("<p>Two tugs arrived …</p>", TextType.HTML)).method())
        .isEqualTo(Method.FEED_SUMMARY);
  }

  @Test
  void aWholeArticleInThePlaceOfASummaryIsAnArticle() throws BadRecordException {
    Article article = normalized(feed().summary(LONG_HTML, TextType.HTML));
    assertThat(article.method()).isEqualTo(Method.FEED_CONTENT);
    assertThat(article.summary()).isNull();
  }

  @Test
  void thePageIsTheBodyWhereItHasMoreThanTheFeed() throws BadRecordException {
    Article article =
        normalized(
            feed().summary("Two tugs arrived.", TextType.TEXT).page("text/html", page(LONG_HTML)));
    assertThat(article.method()).isEqualTo(Method.PAGE);
    assertThat(article.body()).startsWith("The port authority took delivery");
    assertThat(article.summary()).isEqualTo("Two tugs arrived.");
  }

  @Test
  void aPageWithLessThanTheFeedLosesToIt() throws BadRecordException {
    Article article =
        normalized(
            feed()
                .content(LONG_HTML, TextType.HTML)
                .page("text/html", page("<p>Please accept our cookies to read on.</p>")));
    assertThat(article.method()).isEqualTo(Method.FEED_CONTENT);
    assertThat(article.body()).startsWith("The port authority took delivery");
  }

  @Test
  void withoutAnyTextThereIsNoBody() throws BadRecordException {
    Article article = normalized(feed());
    assertThat(article.method()).isEqualTo(Method.NONE);
    assertThat(article.body()).isNull();
    assertThat(article.bodyHtml()).isNull();
    assertThat(article.wordCount()).isZero();
    assertThat(article.fingerprint()).isNull();
    assertThat(Contract.violations(json.write(article))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "1;DROP TABLE users",
        "田中さんにあげて下さい",
        "👩‍👩‍👧‍👦",
        "Ω≈ç√∫˜µ≤≥÷",
        "%*.*s ${HOME} {{7*7}}",
        "\u202Btest\u202B"
      })
  void oddTextsComeThroughUnchanged(String text) throws BadRecordException {
    Article article = normalized(feed().title(text, TextType.TEXT).content(text, TextType.TEXT));
    assertThat(article.title()).isEqualTo(text);
    assertThat(article.body()).isEqualTo(text);
    assertThat(article.bodyHtml()).doesNotContain("<script", "<img");
  }

  @Test
  void titlesAreDecodedOnceAndLoseTheSource() throws BadRecordException {
    assertThat(
            normalized(feed().title("Tugs &amp; <b>barges</b> - Harbour Gazette", TextType.HTML))
                .title())
        .isEqualTo("Tugs & barges");
    assertThat(normalized(feed().title("Tugs &amp; barges", TextType.TEXT)).title())
        .isEqualTo("Tugs &amp; barges");
  }

  @Test
  void thePagesTitleReplacesACutOne() throws BadRecordException {
    String page =
        "<html><head><title>Two new tugs for the inner harbour</title></head><body><article><h1>Two new tugs for the inner harbour</h1>"
            + LONG_HTML
            + "</article></body></html>";
    assertThat(
            normalized(feed().title("Two new tugs for…", TextType.TEXT).page("text/html", page))
                .title())
        .isEqualTo("Two new tugs for the inner harbour");
  }

  @Test
  void theSameArticleInTwoFeedsIsOneArticle() throws BadRecordException {
    String id = normalized(feed().link("https://gazette.example/a/1?utm_source=one")).id();
    assertThat(normalized(feed().link("https://gazette.example/a/1#x")).id()).isEqualTo(id);
    assertThat(normalized(feed().link("https://gazette.example/a/2")).id()).isNotEqualTo(id);
    assertThat(normalized(feed().sharedLink()).id()).isNotEqualTo(id);
  }

  @Test
  void anEntryWithoutALinkHasNoAddress() throws BadRecordException {
    Article article = normalized(feed().link(null));
    assertThat(article.url()).isNull();
    assertThat(article.canonicalUrl()).isNull();
    assertThat(Contract.violations(json.write(article))).isEmpty();
  }

  @Test
  void theFeedsDateIsBelievedIfItCanBeTrue() throws BadRecordException {
    Article dated =
        normalized(feed().published("2026-10-01T08:00:00Z").updated("2026-10-01T09:00:00Z"));
    assertThat(dated.publishedAt()).isEqualTo(Instant.parse("2026-10-01T08:00:00Z"));
    assertThat(dated.publishedAtSource()).isEqualTo(DateSource.FEED);
    assertThat(dated.updatedAt()).isEqualTo(Instant.parse("2026-10-01T09:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "1989-12-31T23:59:59Z", "2026-10-03T10:00:01Z"})
  void aDateThatCannotBeTrueGivesWayToTheFirstSight(String date) throws BadRecordException {
    Article article = normalized(feed().published(date));
    assertThat(article.publishedAt()).isEqualTo(RawArticles.FETCHED);
    assertThat(article.publishedAtSource()).isEqualTo(DateSource.FIRST_SEEN);
  }

  @Test
  void aWithdrawnArticleHasNoContent() throws BadRecordException {
    Article article =
        normalized(feed().content(LONG_HTML, TextType.HTML).authors("Mara Lind").withdrawn());
    assertThat(article.title()).isEmpty();
    assertThat(article.body()).isNull();
    assertThat(article.authors()).isEmpty();
    assertThat(article.id()).isEqualTo(normalized(feed()).id());
    assertThat(Contract.violations(json.write(article))).isEmpty();
  }

  @Test
  void submittedTextsAndPagesAreToldApart() throws BadRecordException {
    assertThat(
            normalized(feed().submitted().page("text/plain", "A title\n\n" + PARAGRAPH)).method())
        .isEqualTo(Method.SUBMITTED_TEXT);
    assertThat(normalized(feed().submitted().page("text/html", page(LONG_HTML))).method())
        .isEqualTo(Method.SUBMITTED_HTML);
  }

  @Test
  void theLanguageOfASubmittedTextOrdersDayAndMonthOfItsDate() throws BadRecordException {
    String french =
        "Deux remorqueurs arrivent au port\n\nPublié le 12/04/2024\n\n"
            + "Le port a reçu vendredi deux remorqueurs électriques, qui font moitié moins de bruit.";
    assertThat(dateOfText(french)).startsWith("2024-04-12");
    String english =
        "Two tugs arrive in the harbour\n\nPublished 12/04/2024\n\n"
            + "The port took delivery on Friday of two electric tugs, which halve the noise there.";
    assertThat(dateOfText(english)).startsWith("2024-12-04");
  }

  private static String dateOfText(String text) throws BadRecordException {
    RawArticles submission = new RawArticles().submitted().published(null);
    return String.valueOf(normalized(submission.page("text/plain", text)).publishedAt());
  }

  @Test
  void topicsAreTrimmedWithoutRepeats() throws BadRecordException {
    assertThat(
            normalized(
                    feed()
                        .categories(" Ports ", "ports", "Arts &amp; Culture", "Uncategorized", ""))
                .topics())
        .containsExactly("Ports", "Arts & Culture");
  }

  @Test
  void whatIsNoWebAddressIsNoImageAndNoEnclosure() throws BadRecordException {
    Image good = new Image("https://a.example/i.jpg", 10, 20, null, null, null);
    Article article =
        normalized(
            feed()
                .images(good, new Image("javascript:evil()", null, null, null, null, null), good)
                .enclosures(
                    new Enclosure("https://a.example/a.mp3", "audio/mpeg", 5L),
                    new Enclosure("data:text/html,x", null, null)));
    assertThat(article.images()).containsExactly(good);
    assertThat(article.enclosures()).hasSize(1);
  }

  @Test
  void theHashIsOfWhatIsSaidAndNotOfHow() throws BadRecordException {
    String hash = normalized(feed().content("<p>One  two.</p>", TextType.HTML)).contentHash();
    assertThat(
            normalized(feed().content("<p class=x>One\ntwo.</p>", TextType.HTML).categories("a"))
                .contentHash())
        .isEqualTo(hash);
    assertThat(normalized(feed().content("<p>One three.</p>", TextType.HTML)).contentHash())
        .isNotEqualTo(hash);
    assertThat(normalized(feed().authors("B C", "D E")).contentHash())
        .isEqualTo(normalized(feed().authors("D E", "B C")).contentHash());
  }

  @Test
  void aDocumentThatIsNoTextIsABadRecordOnlyWhereTheFeedHasNone() throws BadRecordException {
    String binary = "%PDF-1.7\n\u0000\u0001\u0002\u0003" + "\u0000".repeat(2_000);
    RawArticles raw = feed().page("application/pdf", binary);
    assertThatExceptionOfType(BadRecordException.class)
        .isThrownBy(() -> NORMALIZER.normalize(raw.build()));
    raw.content(LONG_HTML, TextType.HTML);
    Normalized normalized = NORMALIZER.normalize(raw.build());
    assertThat(normalized.article().method()).isEqualTo(Method.FEED_CONTENT);
    assertThat(normalized.pageFault()).isNotNull();
  }

  @Test
  void theDateIsCountedAsTheFeedDoesWhereThePageTellsNoMore() throws BadRecordException {
    RawArticles raw =
        feed()
            .published("2024-04-13T03:30:00Z")
            .publishedLocal("2024-04-12T23:30:00-04:00")
            .updated("2024-04-14T00:00:00Z")
            .updatedLocal("2024-04-14");
    assertThat(normalized(raw).publishedLocal()).isEqualTo("2024-04-12T23:30:00-04:00");
    assertThat(normalized(raw).updatedLocal()).isEqualTo("2024-04-14");
    String inUtc = "<p><time datetime='2024-04-13T03:30:00Z'>13 April</time></p>" + LONG_HTML;
    assertThat(normalized(raw.page("text/html", page(inUtc))).publishedLocal())
        .isEqualTo("2024-04-12T23:30:00-04:00");
    String zoned = "<p><time datetime='2024-04-12T22:30:00-05:00'>12 April</time></p>" + LONG_HTML;
    assertThat(normalized(raw.page("text/html", page(zoned))).publishedLocal())
        .isEqualTo("2024-04-12T22:30:00-05:00");
  }

  @Test
  void anAgeCountsFromTheFetchWhereNothingSaysMore() throws BadRecordException {
    RawArticles raw =
        feed().page("text/html", page("<h1>Two new tugs</h1><p>2 days ago</p>" + LONG_HTML));
    Article article = normalized(raw);
    assertThat(article.publishedAt())
        .isEqualTo(RawArticles.FETCHED.truncatedTo(ChronoUnit.DAYS).minus(2, ChronoUnit.DAYS));
    assertThat(article.publishedAtSource()).isEqualTo(DateSource.TEXT);
    assertThat(normalized(raw.updated("2026-10-01T09:00:00Z")).publishedAtSource())
        .isEqualTo(DateSource.FEED);
  }

  @Test
  void aLocalDateOfAnotherMomentIsNotBelieved() throws BadRecordException {
    RawArticles raw =
        feed().published("2024-04-13T03:30:00Z").publishedLocal("2024-04-13T03:30:00-04:00");
    assertThat(normalized(raw).publishedLocal()).isNull();
    assertThat(normalized(raw.publishedLocal("2024-04-16")).publishedLocal()).isNull();
  }

  private static RawArticles feed() {
    return new RawArticles();
  }

  private static String page(String body) {
    return "<!doctype html><html><body><article>" + body + "</article></body></html>";
  }

  private static Article normalized(RawArticles raw) throws BadRecordException {
    return NORMALIZER.normalize(raw.build()).article();
  }
}
