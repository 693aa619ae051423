package io.newswire.parser.extract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the article in a document. Stateless and safe for use by several threads. */
public final class ArticleExtractor {

  /**
   * Extracts the article from an HTML page or a plain text, whichever the content type or the bytes
   * say it is.
   *
   * @throws ExtractionException where the document is beyond the limits or no text at all
   */
  public Extraction extract(Page page, Hints hints) throws ExtractionException {
    String text = new String(page.body(), StandardCharsets.UTF_8);
    if (isPlainText(page)) {
      return extraction(text.strip(), "", null, "text");
    }
    Document document = Jsoup.parse(text, page.url());
    document.select("script, style, noscript, template, nav, header, footer, aside, form").remove();
    Element article = document.selectFirst("article, main, [role=main]");
    Element body = article == null ? document.body() : article;
    return extraction(paragraphs(body), body.html(), document.title(), "page");
  }

  /**
   * Extracts the text of an HTML fragment that a feed carries as content or summary: furniture is
   * removed, paragraphs kept.
   *
   * @param html the fragment, decoded from the feed
   * @param baseUrl what relative references are resolved against; may be empty
   * @throws ExtractionException where the fragment is beyond the limits
   */
  public Extraction extractFragment(String html, String baseUrl, Hints hints)
      throws ExtractionException {
    Element body = Jsoup.parseBodyFragment(html, baseUrl).body();
    body.select("script, style, noscript, template, form").remove();
    return extraction(paragraphs(body), body.html(), null, "fragment");
  }

  private static boolean isPlainText(Page page) {
    String type = page.contentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("text/plain");
  }

  private static String paragraphs(Element body) {
    StringJoiner text = new StringJoiner("\n\n");
    body.select("p, h1, h2, h3, h4, h5, h6, li, blockquote:not(:has(p)), pre, td")
        .forEach(block -> addUnlessBlank(text, block.text()));
    return text.length() == 0 ? body.text() : text.toString();
  }

  private static void addUnlessBlank(StringJoiner text, String block) {
    if (!block.isBlank()) {
      text.add(block);
    }
  }

  private static Extraction extraction(
      String text, String html, @Nullable String title, String method) {
    return new Extraction(
        title, null, List.of(), List.of(), null, null, null, null, null, text, html, List.of(),
        List.of(), List.of(), List.of(), null, method);
  }
}
