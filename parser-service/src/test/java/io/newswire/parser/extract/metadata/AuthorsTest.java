package io.newswire.parser.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.parser.extract.ArticleExtractor;
import io.newswire.parser.extract.Extraction;
import io.newswire.parser.extract.ExtractionException;
import io.newswire.parser.extract.Hints;
import io.newswire.parser.extract.Page;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorsTest {

  private final ArticleExtractor extractor = new ArticleExtractor();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script type=application/ld+json>{'@type':'NewsArticle','author':{'@type':'Person','name':'Jo Field'},'datePublished':'2024-04-12'}</script>",
        "<script type=application/ld+json>{'@type':'NewsArticle','author':['Jo Field'],'datePublished':'2024-04-12'}</script>",
        "<script type=application/ld+json>{'@type':'NewsArticle','author':'By Jo Field','datePublished':'2024-04-12'}</script>",
        "<script type=application/ld+json>{'@graph':[{'@type':'Article','author':{'@id':'#jo'},'datePublished':'2024-04-12'},{'@type':'Person','@id':'#jo','name':'Jo Field'}]}</script>",
        "<meta name=author content='Jo Field'>",
        "<meta name=author content='Wend Courier'><p class=byline>By <a href=/people/jo>Jo Field</a></p>",
        "<meta property='article:author' content='https://facebook.example/jo'><span itemprop=author><span itemprop=name>Jo Field</span></span>",
        "<a rel=author href=/jo>Jo Field</a>",
        "<p class='c-byline'>Jo Field, Environment Correspondent</p>",
        "<p>By Jo Field</p>",
        "<p>Von Jo Field</p>",
        "<script type=application/ld+json>{'@type':'NewsArticle','author':[{'@type':'Person','name':'Jo Field'},{'@type':'Organization','name':'Wend Courier'}],'datePublished':'2024-04-12'}</script>",
        "<script type=application/ld+json>{'@type':'NewsArticle','author':{'@type':'Person','name':['Jo Field']},'datePublished':'2024-04-12'}</script>",
        "<script type=application/ld+json>{'@type':'NewsArticle','author':{'@list':[{'@type':'Person','name':'Jo Field'}]},'datePublished':'2024-04-12'}</script>",
        "<script type=application/ld+json>{'@type':'NewsArticle','author':{'@type':'Person','givenName':'Jo','familyName':'Field'},'datePublished':'2024-04-12'}</script>",
        "<script type=application/ld+json>{'@type':'NewsArticle','author':'Admin','datePublished':'2024-04-12'}</script><p class=byline>Jo Field</p>",
        "<script type=application/ld+json>{'@type':'NewsArticle','author':{'@type':'Person','name':'Staff'},'datePublished':'2024-04-12'}</script><a rel='author' href='/a/jo'>Jo Field</a>",
        "<meta name='dc.creator' content='Field, Joan'><meta name='author' content='Jo Field'>",
        "<div itemprop='author' itemscope><meta itemprop='name' content='Jo Field'></div>",
        "<span class='vcard author'><span class='fn'>Jo Field</span></span>",
        "<div data-testid='AuthorNameLink'><a href='/x'>Jo Field</a></div>",
        "<a class='css-1x AuthorLink' href='/x'>Jo Field</a>",
        "<small>posted on <time datetime='2024-04-12'>12 April 2024</time> by Jo Field</small>",
        "<p class='post-meta'>12 April 2024 by Jo Field</p>",
        "<div class='author-box'><span class='author-name'>Jo Field</span><p>Jo Field has covered rivers for twenty years.</p></div>",
      })
  void findsTheAuthorWhereverThePageNamesOne(String markup) throws Exception {
    assertThat(page(markup.replace('\'', '"')).authors()).containsExactly("Jo Field");
  }

  @Test
  void theSiteIsNotItsAuthor() throws Exception {
    Extraction found =
        page(
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-04-12\",\"author\":{\"@type\":\"Organization\",\"name\":\"Wend Courier\"}}</script>");
    assertThat(found.authors()).isEmpty();
  }

  @Test
  void theArticleIsTheOneWithThePagesTitle() throws Exception {
    Extraction found =
        page(
            "<script type=application/ld+json>[{\"@type\":\"NewsArticle\",\"headline\":\"Storks return\",\"datePublished\":\"2024-05-01\",\"author\":\"Ola Brandt\"},"
                + "{\"@type\":\"NewsArticle\",\"headline\":\"The bridge is open again\",\"datePublished\":\"2024-04-12\",\"author\":\"Jo Field\"}]</script>");
    assertThat(found.authors()).containsExactly("Jo Field");
    assertThat(found.published()).extracting(date -> date.day().toString()).isEqualTo("2024-04-12");
  }

  @Test
  void whoIsLinkedInTheTextIsNoAuthor() throws Exception {
    String sentence =
        "The mayor, <a href='/people/ola-brandt'>Ola Brandt</a>, cut the ribbon in front of some four hundred people who had come to see the bridge open, and thanked all those who had worked on it through a long and cold winter, as the river rose and fell.";
    assertThat(page("<p>" + sentence + "</p>").authors()).isEmpty();
  }

  @Test
  void aLineAboutTextsIsNoByline() throws Exception {
    assertThat(page("<p>Text Alerts</p>").authors()).isEmpty();
    assertThat(page("<p>Text: Jo Field</p>").authors()).containsExactly("Jo Field");
    assertThat(page("<p>Text:Jo Field</p>").authors()).containsExactly("Jo Field");
  }

  @Test
  void severalAuthorsInOneStringAreSeveral() throws Exception {
    Extraction found =
        page(
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-04-12\",\"author\":{\"@type\":\"Person\",\"name\":\"Jo Field, Ola Brandt and Mara Lindqvist\"}}</script>");
    assertThat(found.authors()).containsExactly("Jo Field", "Ola Brandt", "Mara Lindqvist");
  }

  private Extraction page(String markup) throws ExtractionException {
    String html =
        "<html><head><title>The bridge is open again | Wend Courier</title><meta property='og:site_name' content='Wend Courier'></head><body><h1>The bridge is open again</h1>"
            + markup
            + "<article>"
            + "<p>The bridge over the Wend was opened again on Monday, after a winter of repairs that cost more than planned.</p>"
                .repeat(5)
            + "</article></body></html>";
    return extractor.extract(
        new Page(
            html.getBytes(StandardCharsets.UTF_8),
            "text/html",
            "https://wend.example/bridge-opens"),
        Hints.NONE);
  }
}
