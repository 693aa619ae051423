package io.newswire.fetcher.opml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes OPML 2.0 (opml.org/spec2.opml), the subscriptions' own settings in a namespace.
 * Thread-safe.
 */
public final class OpmlWriter {

  /**
   * Writes {@code document} in UTF-8: feeds without tags first, then a folder for every tag, so
   * that a feed with several tags is written several times and read back as one.
   */
  public byte[] write(OpmlDocument document) {
    StringBuilder out = new StringBuilder(1_024);
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append(
        "<opml version=\"2.0\" xmlns:newswire=\"urn:newswire:opml\">\n  <head>\n    <title>");
    escape(document.title() == null ? "Newswire subscriptions" : document.title(), out);
    out.append("</title>\n  </head>\n  <body>\n");
    Map<String, List<OpmlFeed>> folders = new LinkedHashMap<>();
    for (OpmlFeed feed : document.feeds()) {
      if (feed.tags().isEmpty()) {
        feed(feed, "    ", out);
      }
      for (String tag : feed.tags()) {
        folders.computeIfAbsent(tag, t -> new ArrayList<>()).add(feed);
      }
    }
    folders.forEach((tag, feeds) -> folder(tag, feeds, out));
    return out.append("  </body>\n</opml>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void folder(String tag, List<OpmlFeed> feeds, StringBuilder out) {
    out.append("    <outline");
    attribute("text", tag, out);
    out.append(">\n");
    for (OpmlFeed feed : feeds) {
      feed(feed, "      ", out);
    }
    out.append("    </outline>\n");
  }

  private static void feed(OpmlFeed feed, String indent, StringBuilder out) {
    String title = feed.title() == null ? feed.url() : feed.title();
    out.append(indent).append("<outline type=\"rss\"");
    attribute("text", title, out);
    attribute("title", title, out);
    attribute("xmlUrl", feed.url(), out);
    attribute("htmlUrl", feed.siteUrl(), out);
    attribute(
        "newswire:fullText", feed.fullText() == null ? null : feed.fullText().toString(), out);
    attribute("newswire:paused", feed.paused() == null ? null : feed.paused().toString(), out);
    out.append("/>\n");
  }

  private static void attribute(String name, @Nullable String value, StringBuilder out) {
    if (value != null) {
      out.append(' ').append(name).append("=\"");
      escape(value, out);
      out.append('"');
    }
  }

  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\n', '\r', '\t' -> out.append("&#").append((int) c).append(';');
        default -> {
          if (c >= ' ' && c != '\uFFFE' && c != '\uFFFF') {
            out.append(c);
          }
        }
      }
    }
  }
}
