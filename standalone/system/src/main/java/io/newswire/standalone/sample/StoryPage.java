package io.newswire.standalone.sample;

import static io.newswire.standalone.sample.Markup.escaped;
import static io.newswire.standalone.sample.Markup.json;

import java.util.stream.Collectors;

/** A story's page, with all that surrounds a story on the page of a newspaper. */
final class StoryPage {

  private final Newspaper paper;
  private final Story story;
  private final String site;

  StoryPage(Newspaper paper, Story story, String site) {
    this.paper = paper;
    this.story = story;
    this.site = site;
  }

  @Override
  public String toString() {
    return """
        <!DOCTYPE html>
        <html lang="%s">
        %s
        <body>
        %s
        <main>
        <article>
        %s
        <div class="story-body">
        %s</div>
        %s
        </article>
        %s
        </main>
        %s
        </body>
        </html>
        """
        .formatted(
            paper.language(), head(), above(), heading(), body(), below(), comments(), foot());
  }

  private String head() {
    return """
        <head>
        <meta charset="utf-8">
        <title>%1$s | %2$s</title>
        <link rel="canonical" href="%3$s">
        <link rel="alternate" type="%7$s" href="%8$s" title="%2$s">
        <meta name="description" content="%4$s">
        <meta property="og:type" content="article">
        <meta property="og:title" content="%1$s">
        <meta property="og:site_name" content="%2$s">
        <meta property="article:published_time" content="%5$s">
        <meta name="author" content="%6$s">
        <script type="application/ld+json">%9$s</script>
        <style>body{font:1em serif}</style>
        </head>"""
        .formatted(
            escaped(story.title()),
            escaped(paper.name()),
            site + story.path(),
            escaped(story.teaser()),
            story.published(),
            escaped(story.author()),
            paper.contentType().split(";")[0],
            paper.feedPath(),
            linkedData());
  }

  private String linkedData() {
    return """
        {"@context": "https://schema.org", "@type": "NewsArticle", "headline": %s,
         "datePublished": %s, "inLanguage": %s, "author": {"@type": "Person", "name": %s},
         "publisher": {"@type": "NewsMediaOrganization", "name": %s},
         "mainEntityOfPage": %s, "keywords": %s}"""
        .formatted(
            json(story.title()),
            json(story.published().toString()),
            json(paper.language()),
            json(story.author()),
            json(paper.name()),
            json(site + story.path()),
            json(String.join(", ", story.topics())));
  }

  private String above() {
    return """
        <div id="cookie-notice" role="dialog">We use cookies to make this site work and to count \
        its readers. <button>Accept all</button> <button>Only necessary</button></div>
        <header><a href="/">%s</a>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li>\
        <li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li>\
        <li><a href="/subscribe">Subscribe</a></li></ul></nav></header>"""
        .formatted(escaped(paper.name()));
  }

  private String heading() {
    return """
        <h1>%s</h1>
        <p class="byline">By <a rel="author" href="/authors">%s</a> \
        <time datetime="%s">%s</time></p>
        <div class="share-bar">Share: <a href="#">Facebook</a> <a href="#">X</a> \
        <a href="#">E-mail</a> <a href="#">Copy link</a></div>"""
        .formatted(
            escaped(story.title()),
            escaped(story.author()),
            story.published(),
            story.published().toString().substring(0, 10));
  }

  /** A prompt for the newsletter interrupts the text after its second paragraph. */
  private String body() {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < story.paragraphs().size(); i++) {
      html.append("<p>").append(escaped(story.paragraphs().get(i))).append("</p>\n");
      if (i == 1) {
        html.append(
            """
            <aside class="newsletter"><h4>Get our morning newsletter</h4>\
            <p>Sign up and have the day's stories in your inbox at seven.</p>\
            <form><input type="email" placeholder="Your e-mail"><button>Sign up</button></form>\
            </aside>
            """);
      }
    }
    return html.toString();
  }

  private String below() {
    String related =
        paper.stories().stream()
            .filter(other -> !other.equals(story))
            .limit(3)
            .map(
                other ->
                    "<li><a href=\"%s\">%s</a></li>"
                        .formatted(other.path(), escaped(other.title())))
            .collect(Collectors.joining());
    return """
        <div class="author-box"><h3>About the author</h3><p>%s writes for %s. \
        Follow the author for more stories like this one.</p></div>
        <section class="related"><h3>Read more</h3><ul>%s</ul></section>"""
        .formatted(escaped(story.author()), escaped(paper.name()), related);
  }

  private String comments() {
    return """
        <section id="comments"><h3>2 comments</h3>
        <div class="comment"><b>gullwatcher</b><p>First! And well written, too.</p></div>
        <div class="comment"><b>Old Salt</b><p>In my day we had no newspaper at all.</p></div>
        <a href="/login">Log in to comment</a></section>""";
  }

  private String foot() {
    return """
        <footer><p>© 2026 %s. All rights reserved.</p><a href="/privacy">Privacy</a> \
        <a href="/terms">Terms of use</a> <a href="/contact">Contact</a></footer>"""
        .formatted(escaped(paper.name()));
  }
}
