package io.newswire.parser.extract;

import io.newswire.parser.extract.date.DateLabels;
import io.newswire.parser.extract.date.DateReader;
import io.newswire.parser.extract.date.RelativeDates;
import io.newswire.parser.extract.html.ArticleHints;
import io.newswire.parser.extract.html.Body;
import io.newswire.parser.extract.html.FeedMarkup;
import io.newswire.parser.extract.html.FeedTail;
import io.newswire.parser.extract.html.HtmlBodies;
import io.newswire.parser.extract.html.HtmlCharset;
import io.newswire.parser.extract.html.HtmlDocuments;
import io.newswire.parser.extract.html.IconRows;
import io.newswire.parser.extract.html.KeyPoints;
import io.newswire.parser.extract.metadata.Addresses;
import io.newswire.parser.extract.metadata.Authors;
import io.newswire.parser.extract.metadata.Dates;
import io.newswire.parser.extract.metadata.LeadImage;
import io.newswire.parser.extract.metadata.PageFacts;
import io.newswire.parser.extract.metadata.PageLanguage;
import io.newswire.parser.extract.metadata.PersonNames;
import io.newswire.parser.extract.metadata.PersonNames.Names;
import io.newswire.parser.extract.metadata.ReadingTime;
import io.newswire.parser.extract.metadata.SiteName;
import io.newswire.parser.extract.metadata.Summary;
import io.newswire.parser.extract.metadata.TitleFinder;
import io.newswire.parser.extract.metadata.Topics;
import io.newswire.parser.extract.text.PlainTextArticles;
import io.newswire.parser.extract.vocabulary.ClassNames;
import io.newswire.parser.extract.vocabulary.FeedPhrases;
import io.newswire.parser.extract.vocabulary.Phrases;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;

/**
 * Finds the article in a document. Stateless and safe for use by several threads; making one reads
 * the word lists, so make one and keep it.
 */
public final class ArticleExtractor {

  /** Largest document that is looked at, in bytes. */
  public static final int LARGEST = 12 * 1024 * 1024;

  private final HtmlBodies bodies;
  private final PlainTextArticles plainTexts;
  private final Authors authors;
  private final Dates dates;
  private final FeedTail feedTail;

  public ArticleExtractor() {
    Phrases phrases = Phrases.load();
    KeyPoints keyPoints = new KeyPoints();
    PersonNames names = PersonNames.load();
    DateReader dateReader = DateReader.load();
    DateLabels dateLabels = DateLabels.load();
    bodies = new HtmlBodies(ClassNames.Vocabulary.load(), phrases, keyPoints);
    plainTexts = new PlainTextArticles(phrases, keyPoints, names, dateReader, dateLabels);
    authors = new Authors(names);
    dates = new Dates(dateReader, dateLabels, RelativeDates.load());
    feedTail = new FeedTail(FeedPhrases.load(), phrases);
  }

  /**
   * Extracts the article from an HTML page or a plain text, whichever the content type or the bytes
   * say it is.
   *
   * @throws ExtractionException where the document is beyond the limits or no text at all
   */
  public Extraction extract(Page page, Hints hints) throws ExtractionException {
    byte[] body = page.body();
    if (body.length > LARGEST) {
      throw new ExtractionException(
          "page-too-large", "the document has " + body.length + " bytes, more than " + LARGEST);
    }
    String type = page.contentType() == null ? "" : page.contentType().toLowerCase(Locale.ROOT);
    refuseBinary(body, type);
    String text = HtmlCharset.decode(body, page.contentType());
    if (type.startsWith("text/plain") && !looksLikeHtml(text)) {
      return plainTexts.extract(text, hints);
    }
    return type.isEmpty() && !looksLikeMarkup(text)
        ? plainTexts.extract(text, hints)
        : fromHtml(text, page.url(), hints);
  }

  /**
   * Extracts the text of an HTML fragment that a feed carries as content or summary: furniture is
   * removed, paragraphs kept.
   *
   * @param html the fragment, decoded from the feed
   * @param baseUrl what relative references are resolved against; may be empty
   * @throws ExtractionException where the fragment is beyond the limits
   */
  public Extraction extractFragment(String html, String baseUrl) throws ExtractionException {
    if (html.length() > LARGEST) {
      throw new ExtractionException(
          "page-too-large",
          "the fragment has " + html.length() + " characters, more than " + LARGEST);
    }
    Document document = HtmlDocuments.parse(FeedMarkup.mended(html), baseUrl);
    boolean goesOn = feedTail.remove(document.body());
    IconRows.remove(document.body());
    HtmlBodies.ReadPage page = bodies.readFragment(document, baseUrl);
    Body body = page.fragment();
    return new Extraction(
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        body.text(),
        body.html(),
        body.images(),
        List.of(),
        body.keyPoints(),
        body.sections(),
        null,
        goesOn ? Extraction.TEASER : Extraction.FRAGMENT);
  }

  private Extraction fromHtml(String html, String url, Hints hints) throws ExtractionException {
    Document document = HtmlDocuments.parse(html, url);
    HtmlBodies.ReadPage page = bodies.read(document, document.baseUri());
    PageFacts facts = PageFacts.of(document, url, hints, page.lines());
    Names names = authors.find(facts);
    String summary = Summary.find(facts);
    Body body =
        page.article(
            new ArticleHints(
                TitleFinder.spellings(facts),
                names.persons(),
                summary,
                facts.structured().articleBody()));
    Dates.Found found = dates.find(facts);
    return new Extraction(
        facts.title(),
        summary,
        names.persons(),
        names.agencies(),
        found.published(),
        found.updated(),
        PageLanguage.find(facts),
        Addresses.canonical(facts),
        SiteName.find(facts),
        body.text(),
        body.html(),
        LeadImage.first(facts, body.images()),
        Topics.find(facts),
        body.keyPoints(),
        body.sections(),
        ReadingTime.find(facts.lines()),
        body.method());
  }

  private static void refuseBinary(byte[] body, String type) throws ExtractionException {
    boolean other =
        type.startsWith("image/")
            || type.startsWith("audio/")
            || type.startsWith("video/")
            || type.startsWith("application/pdf")
            || type.startsWith("application/zip");
    if (other
        || startsWith(body, "%PDF-")
        || startsWith(body, "PK\u0003\u0004")
        || startsWith(body, "\u0089PNG")) {
      throw new ExtractionException(
          "not-text", "the document is no text: " + (type.isEmpty() ? "binary" : type));
    }
  }

  private static boolean startsWith(byte[] body, String magic) {
    int length = Math.min(body.length, magic.length());
    return length == magic.length()
        && new String(body, 0, length, StandardCharsets.ISO_8859_1).equals(magic);
  }

  /** Servers send pages as text/plain too. */
  private static boolean looksLikeHtml(String text) {
    String head =
        text.substring(0, Math.min(text.length(), 1000)).stripLeading().toLowerCase(Locale.ROOT);
    return head.startsWith("<!doctype html") || head.startsWith("<html");
  }

  private static boolean looksLikeMarkup(String text) {
    String head = text.substring(0, Math.min(text.length(), 20_000)).stripLeading();
    return head.startsWith("<")
        || head.contains("</")
        || head.contains("<p>")
        || head.contains("<br");
  }
}
