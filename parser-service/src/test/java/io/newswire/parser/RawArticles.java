package io.newswire.parser;

import io.newswire.parser.article.Change;
import io.newswire.parser.article.Enclosure;
import io.newswire.parser.article.Image;
import io.newswire.parser.article.Origin;
import io.newswire.parser.article.RawArticle;
import io.newswire.parser.article.TextType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Raw articles for tests: one of a feed, of which a test changes what it is about. */
public final class RawArticles {

  public static final String FEED_ID = "00112233445566aa";
  public static final String ENTRY_ID = FEED_ID + "-" + "0f".repeat(16);
  public static final Instant FETCHED = Instant.parse("2026-10-02T10:00:00Z");

  private Change change = Change.NEW;
  private Origin origin = Origin.FEED;
  private @Nullable String feedTitle = "Harbour Gazette";
  private @Nullable String feedLanguage;
  private @Nullable String link = "https://gazette.example/a/1";
  private boolean sharedLink;
  private @Nullable String title = "A title";
  private TextType titleType = TextType.TEXT;
  private @Nullable String summary;
  private TextType summaryType = TextType.HTML;
  private @Nullable String content;
  private TextType contentType = TextType.HTML;
  private List<RawArticle.Author> authors = List.of();
  private List<String> categories = List.of();
  private List<Image> images = List.of();
  private List<Enclosure> enclosures = List.of();
  private @Nullable String siteUrl = "https://gazette.example/";
  private @Nullable String comments;
  private @Nullable Instant published;
  private @Nullable Instant updated;
  private @Nullable String publishedLocal;
  private @Nullable String updatedLocal;
  private RawArticle.@Nullable FetchedPage page;

  public RawArticles withdrawn() {
    change = Change.WITHDRAWN;
    return this;
  }

  public RawArticles submitted() {
    origin = Origin.SUBMISSION;
    return this;
  }

  public RawArticles feedTitle(@Nullable String value) {
    feedTitle = value;
    return this;
  }

  public RawArticles feedLanguage(String value) {
    feedLanguage = value;
    return this;
  }

  public RawArticles link(@Nullable String value) {
    link = value;
    return this;
  }

  public RawArticles sharedLink() {
    sharedLink = true;
    return this;
  }

  public RawArticles title(@Nullable String value, TextType type) {
    title = value;
    titleType = type;
    return this;
  }

  public RawArticles summary(@Nullable String value, TextType type) {
    summary = value;
    summaryType = type;
    return this;
  }

  public RawArticles content(@Nullable String value, TextType type) {
    content = value;
    contentType = type;
    return this;
  }

  public RawArticles authors(String... names) {
    authors = List.of(names).stream().map(n -> new RawArticle.Author(n, null, null)).toList();
    return this;
  }

  public RawArticles categories(String... values) {
    categories = List.of(values);
    return this;
  }

  public RawArticles images(Image... values) {
    images = List.of(values);
    return this;
  }

  public RawArticles enclosures(Enclosure... values) {
    enclosures = List.of(values);
    return this;
  }

  public RawArticles siteUrl(String value) {
    siteUrl = value;
    return this;
  }

  public RawArticles comments(String value) {
    comments = value;
    return this;
  }

  public RawArticles published(@Nullable String at) {
    published = at == null ? null : Instant.parse(at);
    return this;
  }

  public RawArticles updated(String at) {
    updated = Instant.parse(at);
    return this;
  }

  public RawArticles publishedLocal(String at) {
    publishedLocal = at;
    return this;
  }

  public RawArticles updatedLocal(String at) {
    updatedLocal = at;
    return this;
  }

  public RawArticles page(String type, String body) {
    return page(type, body.getBytes(StandardCharsets.UTF_8));
  }

  public RawArticles page(String type, byte[] body) {
    page = new RawArticle.FetchedPage("https://gazette.example/a/1", type, body, FETCHED);
    return this;
  }

  public RawArticle build() {
    return new RawArticle(
        ENTRY_ID,
        FETCHED.toEpochMilli(),
        1,
        change,
        origin,
        new RawArticle.Feed(
            FEED_ID,
            "https://gazette.example/feed.xml",
            feedTitle,
            siteUrl,
            feedLanguage,
            List.of()),
        new RawArticle.Entry(
            "urn:1",
            link,
            sharedLink,
            title,
            titleType,
            summary,
            summaryType,
            content,
            contentType,
            null,
            authors,
            published,
            publishedLocal,
            updated,
            updatedLocal,
            null,
            categories,
            comments,
            enclosures,
            images),
        page,
        null,
        FETCHED,
        FETCHED);
  }
}
