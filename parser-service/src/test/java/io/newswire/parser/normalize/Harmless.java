package io.newswire.parser.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.parser.article.Article;
import io.newswire.parser.article.ArticleJson;
import io.newswire.parser.url.ArticleUrl;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must hold for whatever an article says, so that nobody who shows it is harmed. */
final class Harmless {

  private static final Set<String> FORBIDDEN =
      Set.of(
          "script",
          "style",
          "svg",
          "math",
          "iframe",
          "frame",
          "frameset",
          "object",
          "embed",
          "applet",
          "form",
          "input",
          "button",
          "select",
          "base",
          "meta",
          "link",
          "template",
          "noscript",
          "textarea",
          "xmp",
          "plaintext",
          "title",
          "video",
          "audio");

  private static final Set<String> ADDRESSES =
      Set.of("url", "canonicalUrl", "siteUrl", "feedUrl", "comments");

  private Harmless() {}

  /**
   * Every field of the event, whichever there are: addresses are of the web, the body's HTML has
   * what is allowed and is read again as it was written, and other texts run nowhere.
   *
   * @param asWritten names of the fields that hold a feed's or a submission's text as it was
   *     written, which is the reader's to escape
   */
  static void assertHarmless(Article article, Set<String> asWritten) {
    JsonNode event = new JsonMapper().readTree(new ArticleJson().write(article));
    assertFields("", event, asWritten);
    assertStable(article.bodyHtml());
  }

  private static void assertFields(String name, JsonNode value, Set<String> asWritten) {
    if (value.isObject()) {
      value.properties().forEach(e -> assertFields(e.getKey(), e.getValue(), asWritten));
    } else if (value.isArray()) {
      value.forEach(member -> assertFields(name, member, asWritten));
    } else if (ADDRESSES.contains(name)) {
      assertThat(value.asString()).as(name).matches(ArticleUrl::isHttp, "is an http(s) address");
    } else if (value.isString() && !asWritten.contains(name)) {
      assertHarmless(value.asString());
    }
  }

  /** Read as a browser does, it has nothing that runs, loads a program, submits or styles. */
  static void assertHarmless(@Nullable String html) {
    Document document = Jsoup.parseBodyFragment(html == null ? "" : html);
    for (Element element : document.body().getAllElements()) {
      assertThat(element.normalName()).as(html).isNotIn(FORBIDDEN);
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey())
            .as(html)
            .doesNotStartWith("on")
            .isNotIn("style", "srcdoc", "formaction");
        if (attribute.getKey().equals("alt") || attribute.getKey().equals("title")) {
          continue;
        }
        String value = attribute.getValue().replaceAll("[\\s\\p{Cntrl}]", "");
        assertThat(value.toLowerCase(Locale.ROOT))
            .as(html)
            .doesNotStartWith("javascript:")
            .doesNotStartWith("data:")
            .doesNotStartWith("vbscript:");
      }
    }
  }

  /** What is written anew of what was read is the same: no reader makes other markup of it. */
  static void assertStable(@Nullable String html) {
    String once = written(html == null ? "" : html);
    assertThat(written(once)).isEqualTo(once);
  }

  private static String written(String html) {
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    return document.body().html();
  }
}
