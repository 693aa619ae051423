package io.newswire.standalone.sample;

import static io.newswire.standalone.sample.Markup.escaped;
import static io.newswire.standalone.sample.Markup.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** A newspaper's feed, written in the newspaper's format. */
final class FeedText {

  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Newspaper paper;
  private final String site;

  FeedText(Newspaper paper, String site) {
    this.paper = paper;
    this.site = site;
  }

  @Override
  public String toString() {
    return switch (paper.format()) {
      case RSS -> rss(true);
      case TEASERS -> rss(false);
      case ATOM -> atom();
      case JSON -> jsonFeed();
      case RDF -> rdf();
      case MALFORMED -> malformed();
    };
  }

  private String rss(boolean fullText) {
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel>
            <title>%s</title>
            <link>%s</link>
            <description>%s</description>
            <language>%s</language>
            <lastBuildDate>%s</lastBuildDate>
            """
                .formatted(
                    escaped(paper.name()),
                    home(),
                    escaped(paper.about()),
                    paper.language(),
                    rfc822(paper.updated())));
    for (Story story : paper.stories()) {
      xml.append(
          """
          <item>
          <title>%s</title>
          <link>%s</link>
          <guid isPermaLink="false">%s</guid>
          <dc:creator>%s</dc:creator>
          <pubDate>%s</pubDate>
          %s<description>%s</description>
          %s</item>
          """
              .formatted(
                  escaped(story.title()),
                  link(story),
                  guid(story),
                  escaped(story.author()),
                  rfc822(story.published()),
                  story.topics().stream()
                      .map(topic -> "<category>" + escaped(topic) + "</category>\n")
                      .collect(Collectors.joining()),
                  escaped(story.teaser()),
                  fullText
                      ? "<content:encoded><![CDATA[" + story.html() + "]]></content:encoded>\n"
                      : ""));
    }
    return xml.append("</channel>\n</rss>\n").toString();
  }

  private String atom() {
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="%s">
            <id>%s</id>
            <title>%s</title>
            <subtitle>%s</subtitle>
            <link rel="alternate" href="%s"/>
            <link rel="self" href="%s"/>
            <updated>%s</updated>
            """
                .formatted(
                    paper.language(),
                    home(),
                    escaped(paper.name()),
                    escaped(paper.about()),
                    home(),
                    site + paper.feedPath(),
                    paper.updated()));
    for (Story story : paper.stories()) {
      xml.append(
          """
          <entry>
          <id>%s</id>
          <title>%s</title>
          <link rel="alternate" href="%s"/>
          <author><name>%s</name></author>
          <published>%s</published>
          <updated>%s</updated>
          %s<summary>%s</summary>
          <content type="html">%s</content>
          </entry>
          """
              .formatted(
                  guid(story),
                  escaped(story.title()),
                  link(story),
                  escaped(story.author()),
                  story.published(),
                  story.published(),
                  story.topics().stream()
                      .map(topic -> "<category term=\"" + escaped(topic) + "\"/>\n")
                      .collect(Collectors.joining()),
                  escaped(story.teaser()),
                  escaped(story.html())));
    }
    return xml.append("</feed>\n").toString();
  }

  private String jsonFeed() {
    String items =
        paper.stories().stream()
            .map(
                story ->
                    """
                    {"id": %s, "url": %s, "title": %s, "summary": %s, "content_html": %s,
                     "date_published": %s, "authors": [{"name": %s}], "tags": [%s]%s}"""
                        .formatted(
                            json(guid(story)),
                            json(paper.link(story, site)),
                            json(story.title()),
                            json(story.teaser()),
                            json(story.html()),
                            json(story.published().toString()),
                            json(story.author()),
                            story.topics().stream()
                                .map(Markup::json)
                                .collect(Collectors.joining(", ")),
                            story.image() == null
                                ? ""
                                : ", \"image\": "
                                    + json(site + "/" + story.paper() + "/" + story.image())))
            .collect(Collectors.joining(",\n"));
    return """
        {"version": "https://jsonfeed.org/version/1.1",
         "title": %s, "description": %s, "home_page_url": %s, "feed_url": %s, "language": %s,
         "items": [
        %s
        ]}
        """
        .formatted(
            json(paper.name()),
            json(paper.about()),
            json(home()),
            json(site + paper.feedPath()),
            json(paper.language()),
            items);
  }

  private String rdf() {
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="%s">
            <title>%s</title>
            <link>%s</link>
            <description>%s</description>
            <dc:language>%s</dc:language>
            </channel>
            """
                .formatted(
                    site + paper.feedPath(),
                    escaped(paper.name()),
                    home(),
                    escaped(paper.about()),
                    paper.language()));
    for (Story story : paper.stories()) {
      xml.append(
          """
          <item rdf:about="%s">
          <title>%s</title>
          <link>%s</link>
          <description>%s</description>
          <dc:creator>%s</dc:creator>
          <dc:date>%s</dc:date>
          <dc:subject>%s</dc:subject>
          </item>
          """
              .formatted(
                  site + story.path(),
                  escaped(story.title()),
                  link(story),
                  escaped(String.join(" ", story.paragraphs())),
                  escaped(story.author()),
                  story.published(),
                  escaped(String.join(", ", story.topics()))));
    }
    return xml.append("</rdf:RDF>\n").toString();
  }

  /** Nothing is escaped, the declaration comes late, and little is closed. */
  private String malformed() {
    StringBuilder xml =
        new StringBuilder(
            """

            <?xml version="1.0"?>
            <rss version="2.0"><channel>
            <title>%s</title>
            <link>%s
            <description>%s &nbsp;&copy; %s</description>
            """
                .formatted(paper.name(), home(), paper.about(), paper.name()));
    for (Story story : paper.stories()) {
      xml.append(
          """
          <item>
          <title>%s</title>
          <link>%s</link>
          <guid isPermaLink=false>%s</guid>
          <author>%s</author>
          <pubDate>%s</pubDate>
          <description><p>%s</description>
          """
              .formatted(
                  story.title(),
                  paper.link(story, site),
                  guid(story),
                  story.author(),
                  rfc822(story.published()),
                  String.join("<br>", story.paragraphs())
                      .replace("é", "&eacute;")
                      .replace(" – ", " &ndash; ")));
      xml.append(story.equals(paper.stories().getLast()) ? "" : "</item>\n");
    }
    return xml.toString();
  }

  private String home() {
    return site + "/" + paper.id() + "/";
  }

  private String link(Story story) {
    return escaped(paper.link(story, site));
  }

  /** Each newspaper has its own idea of a story's identity. */
  private String guid(Story story) {
    return "tag:saltmere.example,2026:" + paper.id() + ":" + story.slug();
  }

  private static String rfc822(Instant instant) {
    return RFC_822.format(instant);
  }
}
