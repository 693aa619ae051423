package io.newswire.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Feeds in the shapes of real ones, the same at every run: RSS with escaped HTML or CDATA, Atom
 * with XHTML, RDF.
 */
final class GeneratedFeeds {

  private static final String[] WORDS = {
    "harbour",
    "council",
    "vote",
    "ferry",
    "price",
    "winter",
    "storm",
    "school",
    "budget",
    "port",
    "señor",
    "naïve",
    "the",
    "of",
    "and",
    "to",
    "in",
    "for",
    "with",
    "after",
    "Zürich",
    "€20",
    "“quoted”",
    "2026",
    "report",
    "minister"
  };

  private final SplittableRandom random = new SplittableRandom(42);

  private GeneratedFeeds() {}

  static List<byte[]> documents(int count) {
    GeneratedFeeds feeds = new GeneratedFeeds();
    List<byte[]> documents = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      documents.add(feeds.document(i).getBytes(StandardCharsets.UTF_8));
    }
    return documents;
  }

  private String document(int number) {
    int entries = 10 + random.nextInt(40);
    StringBuilder items = new StringBuilder();
    int shape = number % 4;
    for (int i = 0; i < entries; i++) {
      items.append(shape == 2 ? atom(number, i) : rss(number, i, shape));
    }
    String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    return switch (shape) {
      case 2 ->
          head
              + "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Feed "
              + number
              + "</title><id>urn:feed:"
              + number
              + "</id><link href=\"https://site"
              + number
              + ".example/\"/><updated>2026-10-02T09:30:00Z</updated>\n"
              + items
              + "</feed>\n";
      case 3 ->
          head
              + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\""
              + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
              + "<channel rdf:about=\"https://site"
              + number
              + ".example/\"><title>Feed "
              + number
              + "</title>"
              + "<link>https://site"
              + number
              + ".example/</link></channel>\n"
              + items
              + "</rdf:RDF>\n";
      default ->
          head
              + "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
              + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Feed "
              + number
              + "</title>"
              + "<link>https://site"
              + number
              + ".example/</link><description>News</description>\n"
              + items
              + "</channel></rss>\n";
    };
  }

  private String rss(int feed, int item, int shape) {
    String link = "https://site" + feed + ".example/2026/10/" + item;
    String html = html();
    String body =
        shape == 0
            ? html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            : "<![CDATA[" + html + "]]>";
    return "  <item>\n    <title>"
        + text(8)
        + "</title>\n    <link>"
        + link
        + "</link>\n    <guid>"
        + link
        + "</guid>\n"
        + "    <pubDate>Fri, 02 Oct 2026 09:"
        + (10 + item % 50)
        + ":00 +0000</pubDate>\n    <dc:creator>"
        + text(2)
        + "</dc:creator>\n    <category>"
        + text(1)
        + "</category>\n    <description>"
        + text(40)
        + "</description>\n    <content:encoded>"
        + body
        + "</content:encoded>\n  </item>\n";
  }

  private String atom(int feed, int entry) {
    String link = "https://site" + feed + ".example/2026/10/" + entry;
    return "  <entry>\n    <title>"
        + text(8)
        + "</title>\n    <link rel=\"alternate\" type=\"text/html\" href=\""
        + link
        + "\"/>\n    <id>"
        + link
        + "</id>\n    <published>2026-10-02T09:"
        + (10 + entry % 50)
        + ":00Z</published>\n"
        + "    <updated>2026-10-02T10:00:00Z</updated>\n    <author><name>"
        + text(2)
        + "</name></author>\n"
        + "    <content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">"
        + html()
        + "</div></content>\n"
        + "  </entry>\n";
  }

  private String html() {
    StringBuilder out = new StringBuilder();
    int paragraphs = 3 + random.nextInt(8);
    for (int i = 0; i < paragraphs; i++) {
      out.append("<p>")
          .append(text(50))
          .append(" <a href=\"https://example.org/")
          .append(i)
          .append("\">");
      out.append(text(3)).append("</a> &amp; ").append(text(10)).append("</p>\n");
    }
    return out.toString();
  }

  private String text(int words) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < words; i++) {
      out.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return out.toString();
  }
}
