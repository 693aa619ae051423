package io.newswire.parser.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.parser.RawArticles;
import io.newswire.parser.article.BadRecordException;
import io.newswire.parser.article.TextType;
import io.newswire.parser.extract.ArticleExtractor;
import io.newswire.parser.language.LanguageDetection;
import org.junit.jupiter.api.Test;

/** Two visits to the same article, an hour apart, and one to an article that was changed. */
class ContentHashTest {

  private static final ArticleNormalizer NORMALIZER =
      new ArticleNormalizer(new ArticleExtractor(), new LanguageDetection());

  private static final String PAGE =
      """
      <html lang="en"><head><title>The bridge is open again</title><meta property="og:image" content="https://gazette.example/b.jpg?w={views}">
      <meta property="article:published_time" content="2026-10-01T08:30:00+02:00"></head><body>
      <article><h1>The bridge is open again</h1><p class="byline">By Jo Field</p><span class="ago">{ago} ago</span>
      <div class="counter">{views} views</div><div class="share">{views} shares</div>
      <p>The bridge over the Wend was opened again on Monday, after a winter of repairs that cost more than the town had planned.</p>
      <p>Workers replaced forty of the sixty stones in the <a href="https://stones.example/arch?utm_source={views}">second arch</a>, the oldest part of the bridge.</p>
      <div class="ad-slot" id="ad-{views}"><p>Advertisement {views}</p></div>
      <p>Lorries of more than {tonnes} tonnes must still take the road through Altenried, at least until the summer of next year.</p>
      </article><div class="comments"><h3>{views} comments</h3></div>
      <aside class="most-read"><ul><li><a href="/a">Story number {views}</a></li></ul></aside></body></html>
      """;

  @Test
  void countersAdsAndTrackingChangeNothing() throws BadRecordException {
    assertThat(hash(visit("5 minutes", 120, "twelve")))
        .isEqualTo(hash(visit("1 hour", 4711, "twelve")));
  }

  @Test
  void whatCountsFromTheFetchChangesNothing() throws BadRecordException {
    assertThat(hash(visit("5 minutes", 1, "twelve").replaceFirst("<meta property=\"art[^>]*>", "")))
        .isEqualTo(
            hash(visit("9 hours", 1, "twelve").replaceFirst("<meta property=\"art[^>]*>", "")));
  }

  @Test
  void aChangedWordOfTheArticleChangesTheHash() throws BadRecordException {
    assertThat(hash(visit("5 minutes", 120, "twelve")))
        .isNotEqualTo(hash(visit("5 minutes", 120, "fourteen")));
  }

  @Test
  void whiteSpaceAndTheFormOfLettersChangeNothing() throws BadRecordException {
    String page = visit("1 hour", 1, "twelve").replace("Altenried", "Altenri\u00E9d");
    String other =
        visit("1 hour", 1, "twelve")
            .replace("Altenried", "Altenrie\u0301d")
            .replace("the road", "the\u00A0 road");
    assertThat(hash(page)).isEqualTo(hash(other));
  }

  private static String visit(String ago, int views, String tonnes) {
    return PAGE.replace("{ago}", ago)
        .replace("{views}", Integer.toString(views))
        .replace("{tonnes}", tonnes);
  }

  private static String hash(String page) throws BadRecordException {
    return NORMALIZER
        .normalize(new RawArticles().title(null, TextType.TEXT).page("text/html", page).build())
        .article()
        .contentHash();
  }
}
