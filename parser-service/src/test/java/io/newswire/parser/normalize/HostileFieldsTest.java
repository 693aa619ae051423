package io.newswire.parser.normalize;

import static io.newswire.parser.normalize.Harmless.assertHarmless;
import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.parser.RawArticles;
import io.newswire.parser.article.Article;
import io.newswire.parser.article.BadRecordException;
import io.newswire.parser.article.Enclosure;
import io.newswire.parser.article.Image;
import io.newswire.parser.article.TextType;
import io.newswire.parser.extract.ArticleExtractor;
import io.newswire.parser.language.LanguageDetection;
import java.util.Set;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Each attack in each place where a feed, a page or a submission can say something. */
class HostileFieldsTest {

  private static final ArticleNormalizer NORMALIZER =
      new ArticleNormalizer(new ArticleExtractor(), new LanguageDetection());

  private static final String PROSE =
      "<p>The bridge over the Wend was opened again on Monday, after a winter of repairs.</p>"
          .repeat(6);

  @ParameterizedTest
  @CsvFileSource(resources = "attack-vectors.txt", delimiter = '\1', quoteCharacter = '\2')
  void runsInNoFieldOfAFeedsArticle(String line) throws BadRecordException {
    String attack = line.translateEscapes();
    Image image = new Image(attack, null, null, attack, attack, attack);
    Image shown = new Image("https://gazette.example/a.jpg", 9, 9, attack, attack, attack);
    Article article =
        article(
            new RawArticles()
                .feedTitle("Gazette " + attack)
                .link(attack)
                .siteUrl(attack)
                .comments(attack)
                .title("Bridge opens again " + attack, TextType.HTML)
                .summary("<p>Repairs cost more. " + attack, TextType.HTML)
                .content(PROSE + attack + PROSE, TextType.HTML)
                .authors("Jo Field " + attack, attack)
                .categories("Bridges " + attack, attack)
                .images(image, shown)
                .enclosures(new Enclosure(attack, null, null)));
    assertThat(article.body()).startsWith("The bridge over the Wend");
    assertHarmless(article, Set.of("title", "body"));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "attack-vectors.txt", delimiter = '\1', quoteCharacter = '\2')
  void runsInNoFieldThatAPageDeclares(String line) throws BadRecordException {
    String attack = line.translateEscapes();
    String escaped = Entities.escape(attack).replace("'", "&#39;");
    StringBuilder head = new StringBuilder("<title>Bridge opens again " + escaped + "</title>");
    for (String name :
        new String[] {
          "og:title",
          "og:description",
          "description",
          "author",
          "keywords",
          "article:tag",
          "og:site_name",
          "og:image",
          "og:image:alt",
          "twitter:image",
          "og:url",
          "article:published_time",
          "article:section"
        }) {
      head.append("<meta property='%s' content='Bridge %s'>".formatted(name, escaped));
      head.append("<meta name='%s' content='%s'>".formatted(name, escaped));
    }
    head.append("<link rel=canonical href='" + escaped + "'><base href='" + escaped + "'>");
    Article article = page(head + "<article><h1>Bridge opens again</h1>" + PROSE + "</article>");
    assertThat(article.body()).startsWith("The bridge over the Wend");
    assertHarmless(article, Set.of("body"));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "attack-vectors.txt", delimiter = '\1', quoteCharacter = '\2')
  void runsInNoFieldOfStructuredData(String line) throws BadRecordException {
    String attack = line.translateEscapes();
    JsonMapper mapper = new JsonMapper();
    ObjectNode data = mapper.createObjectNode().put("@type", "NewsArticle");
    for (String name :
        new String[] {
          "headline",
          "name",
          "description",
          "articleBody",
          "keywords",
          "articleSection",
          "image",
          "url",
          "mainEntityOfPage",
          "thumbnailUrl",
          "datePublished",
          "inLanguage"
        }) {
      data.put(name, "Bridge opens again " + attack);
    }
    data.putArray("author").addObject().put("@type", "Person").put("name", "Jo Field " + attack);
    data.putObject("publisher").put("name", "Gazette " + attack);
    String json = mapper.writeValueAsString(data).replace("<", "\\u003c");
    Article article =
        page("<script type=application/ld+json>" + json + "</script><article>" + PROSE);
    assertThat(article.body()).startsWith("The bridge over the Wend");
    assertHarmless(article, Set.of("body"));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "attack-vectors.txt", delimiter = '\1', quoteCharacter = '\2')
  void runsInNoFieldThatAPageShows(String line) throws BadRecordException {
    String attack = line.translateEscapes();
    String text = Entities.escape(attack);
    String shown = "<article><h1>Bridge opens again %1$s</h1><p class=byline>By Jo Field %1$s</p>";
    String figure =
        "<figure><img src='/a.jpg' alt='%1$s'><figcaption>The bridge. %1$s</figcaption></figure>";
    String lines = "<h2>Costs %1$s</h2><ul><li>%1$s</ul><table><tr><td>%1$s<td>1</table>";
    String points = "<div class=key-points><ul><li>It was twice the plan. %1$s</ul></div>";
    String link = "<p>And so <a href='%1$s'>it was</a>, they said on Monday.</p>";
    String page = shown + points + PROSE + figure + PROSE + lines + PROSE + link + PROSE;
    assertHarmless(page(page.formatted(text.replace("'", "&#39;"))), Set.of("body"));
    assertHarmless(page(page.formatted(attack)), Set.of("body"));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "attack-vectors.txt", delimiter = '\1', quoteCharacter = '\2')
  void isTextInASubmittedText(String line) throws BadRecordException {
    String attack = line.translateEscapes();
    String prose = "The bridge over the Wend was opened again on Monday, after a winter.";
    String text =
        "Bridge opens again\n\nBy Jo Field\n\n"
            + prose
            + "\n\nThey wrote "
            + attack
            + " there, "
            + "and nobody knew why it stood there.\n\n"
            + prose;
    Article article = article(new RawArticles().submitted().page("text/plain", text));
    assertThat(article.body()).contains(prose);
    assertHarmless(article.bodyHtml());
    Harmless.assertStable(article.bodyHtml());
    if (attack.indexOf('\n') < 0 && attack.chars().noneMatch(Character::isISOControl)) {
      assertThat(article.body()).contains("They wrote " + attack + " there");
    }
  }

  private static Article page(String html) throws BadRecordException {
    return article(new RawArticles().title(null, TextType.HTML).page("text/html", html));
  }

  private static Article article(RawArticles raw) throws BadRecordException {
    return NORMALIZER.normalize(raw.build()).article();
  }
}
