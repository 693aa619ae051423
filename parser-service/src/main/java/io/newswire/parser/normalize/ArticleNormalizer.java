package io.newswire.parser.normalize;

import io.newswire.parser.article.Article;
import io.newswire.parser.article.BadRecordException;
import io.newswire.parser.article.Change;
import io.newswire.parser.article.DateSource;
import io.newswire.parser.article.Enclosure;
import io.newswire.parser.article.Method;
import io.newswire.parser.article.RawArticle;
import io.newswire.parser.extract.ArticleExtractor;
import io.newswire.parser.extract.Extraction;
import io.newswire.parser.extract.Hints;
import io.newswire.parser.extract.html.HtmlCharset;
import io.newswire.parser.fingerprint.SimHash;
import io.newswire.parser.html.PlainText;
import io.newswire.parser.html.SafeHtml;
import io.newswire.parser.language.LanguageDetection;
import io.newswire.parser.language.ReadingTime;
import io.newswire.parser.url.ArticleId;
import io.newswire.parser.url.ArticleUrl;
import io.newswire.parser.url.CanonicalUrl;
import io.newswire.parser.url.TrackingParameters;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes an article of a raw article. A pure function: no clock, no network, no state; safe for use
 * by several threads.
 */
public final class ArticleNormalizer {

  /** Grows with every change that gives another article for the same raw article. */
  public static final int RULES_VERSION = 4;

  private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\u00A0]+");

  private final ArticleExtractor extractor;
  private final LanguageDetection languages;
  private final SafeHtml safeHtml = new SafeHtml();
  private final ArticleUrl articleUrl = new ArticleUrl(TrackingParameters.standard());
  private final CanonicalUrl canonicalUrl = new CanonicalUrl(articleUrl);

  public ArticleNormalizer(ArticleExtractor extractor, LanguageDetection languages) {
    this.extractor = extractor;
    this.languages = languages;
  }

  /**
   * @return the article; one without content where the entry was withdrawn
   * @throws BadRecordException where no article can be made of it; nothing of the failure will pass
   *     with time
   */
  public Normalized normalize(RawArticle raw) throws BadRecordException {
    return raw.change() == Change.WITHDRAWN
        ? new Normalized(withdrawn(raw), null)
        : normalized(raw);
  }

  private Normalized normalized(RawArticle raw) throws BadRecordException {
    RawArticle.Entry entry = raw.entry();
    String givenTitle = Titles.given(entry);
    Hints hints =
        new Hints(
            givenTitle.isEmpty() ? null : givenTitle,
            languageOfDates(raw),
            raw.fetchedAt(),
            raw.page() == null ? null : raw.page().fetchedAt());
    Bodies bodies = Bodies.of(raw, extractor, hints);
    Body body = bodies.chosen();
    Extraction page = bodies.pageExtraction();
    Extraction own = body.extraction();

    String ownTitle = Titles.of(givenTitle, page, raw.feed().title());
    boolean untitled = ownTitle.isEmpty() && page == null;
    String title = untitled ? Titles.ofText(body.text()) : ownTitle;
    String summary = Summaries.of(raw, bodies, body, title);
    String text = body.text().isEmpty() ? null : body.text();
    Bylines bylines = bylines(raw, page);
    Dates dates = Dates.of(raw, page);
    Images images = Images.of(own == null ? List.of() : own.images(), entry.images());
    ReadingTime reading = ReadingTime.of(body.text());
    String url = url(raw);
    Article article =
        new Article(
            id(raw),
            raw.entryId(),
            raw.version(),
            raw.revision(),
            raw.change(),
            raw.origin(),
            url,
            url == null ? null : canonicalUrl.of(url, page == null ? null : page.canonicalUrl()),
            source(raw, page),
            title,
            summary,
            text,
            text == null ? null : html(body),
            bylines.authors(),
            bylines.agencies(),
            dates.published(),
            dates.source(),
            dates.publishedLocal(),
            dates.updated(),
            dates.updatedLocal(),
            raw.firstSeenAt(),
            raw.fetchedAt(),
            languages.detect(
                languageSample(title, summary, body.text()), declaredLanguage(raw, page)),
            reading.words(),
            reading.minutes(),
            page == null ? null : page.statedReadingMinutes(),
            own == null ? List.of() : own.keyPoints(),
            own == null ? List.of() : own.sections(),
            Topics.of(entry.categories(), page == null ? List.of() : page.topics()),
            images.images(),
            images.caption(),
            images.credit(),
            enclosures(entry),
            ArticleUrl.isHttp(entry.comments()) ? entry.comments() : null,
            ContentHash.of(title, summary, text, bylines, dates),
            SimHash.hex(body.text()).orElse(null),
            body.method(),
            RULES_VERSION);
    return new Normalized(article, bodies.pageFault());
  }

  private Article withdrawn(RawArticle raw) {
    String url = url(raw);
    return new Article(
        id(raw),
        raw.entryId(),
        raw.version(),
        raw.revision(),
        Change.WITHDRAWN,
        raw.origin(),
        url,
        url == null ? null : canonicalUrl.of(url, null),
        source(raw, null),
        "",
        null,
        null,
        null,
        List.of(),
        List.of(),
        raw.firstSeenAt(),
        DateSource.FIRST_SEEN,
        null,
        null,
        null,
        raw.firstSeenAt(),
        raw.fetchedAt(),
        LanguageDetection.UNDETERMINED,
        0,
        0,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        null,
        ContentHash.NOTHING,
        null,
        Method.NONE,
        RULES_VERSION);
  }

  /** Of the link whatever it is: what may not be shown as an address can still tell articles. */
  private String id(RawArticle raw) {
    return ArticleId.of(raw.entry().sharedLink() ? null : link(raw), raw.entryId());
  }

  private @Nullable String url(RawArticle raw) {
    String link = link(raw);
    return ArticleUrl.isHttp(link) ? link : null;
  }

  private @Nullable String link(RawArticle raw) {
    String link = raw.entry().link();
    return link == null || link.isBlank() ? null : articleUrl.withoutTracking(link);
  }

  private String html(Body body) {
    return body.html() == null
        ? safeHtml.ofText(body.text())
        : safeHtml.sanitize(body.html(), body.baseUrl());
  }

  private static Article.Source source(RawArticle raw, @Nullable Extraction page) {
    RawArticle.Feed feed = raw.feed();
    String name =
        Stream.of(feed.title(), page == null ? null : page.siteName(), host(feed.url()))
            .filter(Objects::nonNull)
            .map(PlainText::ofLabel)
            .map(candidate -> WHITE_SPACE.matcher(candidate).replaceAll(" ").strip())
            .filter(candidate -> !candidate.isEmpty())
            .findFirst()
            .orElse(feed.url());
    return new Article.Source(
        feed.id(),
        feed.url(),
        PlainText.inert(name),
        ArticleUrl.isHttp(feed.siteUrl()) ? feed.siteUrl() : null,
        feed.tags());
  }

  private static @Nullable String host(String url) {
    try {
      return new URI(url).getHost();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static Bylines bylines(RawArticle raw, @Nullable Extraction page) {
    Bylines given = Bylines.of(raw.entry().authors(), raw.feed().title());
    if (page == null) {
      return given;
    }
    return new Bylines(
        given.authors().isEmpty() ? page.authors() : given.authors(),
        given.agencies().isEmpty() ? page.agencies() : given.agencies());
  }

  /** As declared; a plain text, which declares none, is read for it. */
  private @Nullable String languageOfDates(RawArticle raw) {
    String declared = declaredLanguage(raw, null);
    RawArticle.FetchedPage page = raw.page();
    if (declared != null
        || page == null
        || page.contentType() == null
        || !page.contentType().toLowerCase(Locale.ROOT).startsWith("text/plain")) {
      return declared;
    }
    String text = HtmlCharset.decode(page.body(), page.contentType());
    if (text.stripLeading().startsWith("<")) {
      return null;
    }
    String language = languages.detect(text, null);
    return language.equals(LanguageDetection.UNDETERMINED) ? null : language;
  }

  private static @Nullable String declaredLanguage(RawArticle raw, @Nullable Extraction page) {
    return Stream.of(
            raw.entry().language(), page == null ? null : page.language(), raw.feed().language())
        .filter(language -> language != null && !language.isBlank())
        .findFirst()
        .orElse(null);
  }

  private static String languageSample(String title, @Nullable String summary, String body) {
    String text = body.isEmpty() && summary != null ? summary : body;
    return text.isEmpty() ? title : title + "\n\n" + text;
  }

  private static List<Enclosure> enclosures(RawArticle.Entry entry) {
    Map<String, Enclosure> each = new LinkedHashMap<>();
    entry.enclosures().stream()
        .filter(enclosure -> ArticleUrl.isHttp(enclosure.url()))
        .forEach(enclosure -> each.putIfAbsent(enclosure.url(), enclosure));
    return List.copyOf(each.values());
  }
}
