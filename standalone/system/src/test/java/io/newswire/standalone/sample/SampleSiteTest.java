package io.newswire.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleSiteTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private SampleSite site;

  @BeforeEach
  void start() throws Exception {
    site = SampleSite.start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    http.close();
    site.close();
  }

  @Test
  void everyFeedOfTheListIsServed() throws Exception {
    List<String> urls = feedUrls();
    assertThat(urls).hasSize(8).doesNotHaveDuplicates();
    for (String url : urls) {
      assertThat(get(url).statusCode()).as(url).isEqualTo(200);
    }
    assertThat(get(site.url() + "/feeds.opml").body()).isEqualTo(site.opml());
  }

  @Test
  void everyStoryHasAPageThatNamesItself() throws Exception {
    for (Newspaper paper : Newspapers.bundled()) {
      assertThat(paper.stories()).as(paper.id()).hasSizeBetween(4, 8);
      for (Story story : paper.stories()) {
        HttpResponse<String> page = get(paper.link(story, site.url()));
        assertThat(page.statusCode()).as(story.path()).isEqualTo(200);
        assertThat(page.body())
            .contains("<link rel=\"canonical\" href=\"" + site.url() + story.path() + "\">")
            .contains(Markup.escaped(story.paragraphs().getLast()));
      }
    }
  }

  @Test
  void oneStoryIsInTwoFeedsUnderTwoLinks() {
    Set<String> paths = new HashSet<>();
    Set<String> shared = new HashSet<>();
    Set<String> links = new HashSet<>();
    for (Newspaper paper : Newspapers.bundled()) {
      for (Story story : paper.stories()) {
        assertThat(links.add(paper.link(story, site.url()))).isTrue();
        if (!paths.add(story.path())) {
          shared.add(story.path());
        }
      }
    }
    assertThat(shared).containsExactly("/gazette/harbour-reopens.html");
  }

  @Test
  void theXmlFeedsAreWellFormedExceptTheOneThatIsMeantNotToBe() throws Exception {
    for (Newspaper paper : Newspapers.bundled()) {
      String feed = get(site.url() + paper.feedPath()).body();
      switch (paper.format()) {
        case RSS, TEASERS, ATOM, RDF ->
            assertThat(entries(xml(feed))).as(paper.id()).isEqualTo(paper.stories().size());
        case MALFORMED -> assertThatThrownBy(() -> xml(feed)).isInstanceOf(SAXException.class);
        case JSON -> {
          JsonNode json = JsonMapper.shared().readTree(feed);
          assertThat(json.get("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
          assertThat(json.get("items").size()).isEqualTo(paper.stories().size());
        }
      }
    }
  }

  @Test
  void aReaderThatHasTheCurrentFeedIsToldSo() throws Exception {
    String url = site.url() + "/gazette/rss.xml";
    HttpResponse<String> first = get(url);
    String etag = first.headers().firstValue("ETag").orElseThrow();
    String modified = first.headers().firstValue("Last-Modified").orElseThrow();

    assertThat(get(url, "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(get(url, "If-None-Match", "W/" + etag).statusCode()).isEqualTo(304);
    assertThat(get(url, "If-None-Match", "\"old\", " + etag).statusCode()).isEqualTo(304);
    assertThat(get(url, "If-None-Match", "\"old\"").statusCode()).isEqualTo(200);
    assertThat(get(url, "If-Modified-Since", modified).statusCode()).isEqualTo(304);
    assertThat(get(url, "If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT").statusCode())
        .isEqualTo(200);
    assertThat(get(url, "If-Modified-Since", "yesterday").statusCode()).isEqualTo(200);
    assertThat(get(url, "If-None-Match", "\"old\"", "If-Modified-Since", modified).statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    assertThat(get(site.url() + "/none").statusCode()).isEqualTo(404);
    assertThat(get(site.url() + "/robots.txt").body()).contains("User-agent: *");
    assertThat(get(site.url() + "/").body()).contains("Newspapers of Saltmere", "潮見新聞");
  }

  private List<String> feedUrls() {
    Matcher matcher = Pattern.compile("xmlUrl=\"([^\"]+)\"").matcher(site.opml());
    return matcher.results().map(result -> result.group(1)).toList();
  }

  private HttpResponse<String> get(String url, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static int entries(Document document) {
    NodeList items = document.getElementsByTagNameNS("*", "item");
    NodeList entries = document.getElementsByTagNameNS("*", "entry");
    for (int i = 0; i < items.getLength(); i++) {
      assertThat(((Element) items.item(i)).getElementsByTagNameNS("*", "link").getLength())
          .isEqualTo(1);
    }
    return items.getLength() + entries.getLength();
  }

  private static Document xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(new Strict());
    return builder.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Throws instead of printing to standard error. */
  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
