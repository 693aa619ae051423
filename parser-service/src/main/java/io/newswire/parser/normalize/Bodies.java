package io.newswire.parser.normalize;

import io.newswire.parser.article.BadRecordException;
import io.newswire.parser.article.Method;
import io.newswire.parser.article.Origin;
import io.newswire.parser.article.RawArticle;
import io.newswire.parser.article.TextType;
import io.newswire.parser.extract.ArticleExtractor;
import io.newswire.parser.extract.Extraction;
import io.newswire.parser.extract.ExtractionException;
import io.newswire.parser.extract.Hints;
import io.newswire.parser.extract.Page;
import org.jspecify.annotations.Nullable;

/**
 * Everything a raw article has that could be the body, and the choice among it: the page wins
 * unless the feed itself carries more; a page that fails costs nothing as long as the feed has a
 * text.
 *
 * @param page the extracted page, whether it was chosen or not: its title, authors and dates count
 *     in any case
 * @param content the feed's content
 * @param summary the feed's summary
 * @param pageFault why the page could not be read, where it could not
 */
record Bodies(Body page, Body content, Body summary, @Nullable ExtractionException pageFault) {

  static Bodies of(RawArticle raw, ArticleExtractor extractor, Hints hints)
      throws BadRecordException {
    RawArticle.Entry entry = raw.entry();
    Body content =
        fragment(entry.content(), entry.contentType(), raw, extractor, Method.FEED_CONTENT);
    Body summary =
        fragment(entry.summary(), entry.summaryType(), raw, extractor, Method.FEED_SUMMARY);
    try {
      return new Bodies(page(raw, extractor, hints), content, summary, null);
    } catch (ExtractionException e) {
      if (content.text().isEmpty() && summary.text().isEmpty()) {
        throw new BadRecordException(e.reason(), "page " + pageUrl(raw) + ": " + e.getMessage(), e);
      }
      return new Bodies(Body.NONE, content, summary, e);
    }
  }

  /** The body of the article. */
  Body chosen() {
    Body feed = feedBody();
    return !page.text().isEmpty() && page.substance() >= feed.substance() ? page : feed;
  }

  /** What the page says beside its text. */
  @Nullable Extraction pageExtraction() {
    return page.extraction();
  }

  private Body feedBody() {
    Body fuller = content.substance() >= summary.substance() ? content : summary;
    if (fuller.text().isEmpty()) {
      return Body.NONE;
    }
    boolean teaser = fuller == content ? Teaser.isCut(fuller) : Teaser.isTeaser(fuller);
    Method method = teaser ? Method.FEED_SUMMARY : Method.FEED_CONTENT;
    return new Body(fuller.text(), fuller.html(), fuller.baseUrl(), method, fuller.extraction());
  }

  private static Body page(RawArticle raw, ArticleExtractor extractor, Hints hints)
      throws ExtractionException {
    RawArticle.FetchedPage page = raw.page();
    if (page == null) {
      return Body.NONE;
    }
    Extraction extracted =
        extractor.extract(new Page(page.body(), page.contentType(), page.url()), hints);
    boolean plain = extracted.method().equals(Extraction.PLAIN_TEXT);
    Extraction extraction = plain ? extracted : InertTexts.of(extracted);
    Method submitted = plain ? Method.SUBMITTED_TEXT : Method.SUBMITTED_HTML;
    return new Body(
        plain ? textOrDek(extraction) : extraction.text(),
        extraction.html().isBlank() ? null : extraction.html(),
        page.url(),
        raw.origin() == Origin.SUBMISSION ? submitted : Method.PAGE,
        extraction);
  }

  /** What looks like a dek is the body of a text that has nothing else. */
  private static String textOrDek(Extraction extraction) {
    return extraction.text().isBlank() && extraction.summary() != null
        ? extraction.summary()
        : extraction.text();
  }

  private static Body fragment(
      @Nullable String text,
      @Nullable TextType type,
      RawArticle raw,
      ArticleExtractor extractor,
      Method method)
      throws BadRecordException {
    if (text == null || text.isBlank()) {
      return Body.NONE;
    }
    if (type == TextType.TEXT) {
      return new Body(Paragraphs.ofText(text), null, "", method, null);
    }
    String base = baseUrl(raw);
    try {
      Extraction extraction = extractor.extractFragment(text, base);
      return new Body(extraction.text(), extraction.html(), base, method, extraction);
    } catch (ExtractionException e) {
      throw new BadRecordException(
          e.reason(), method.wireName() + " of the entry: " + e.getMessage(), e);
    }
  }

  private static String baseUrl(RawArticle raw) {
    RawArticle.Entry entry = raw.entry();
    if (entry.baseUrl() != null) {
      return entry.baseUrl();
    }
    return entry.link() == null ? "" : entry.link();
  }

  private static String pageUrl(RawArticle raw) {
    return raw.page() == null ? "" : raw.page().url();
  }
}
