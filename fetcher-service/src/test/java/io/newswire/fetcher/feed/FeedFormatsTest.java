package io.newswire.fetcher.feed;

import static io.newswire.fetcher.feed.Feeds.atomEntry;
import static io.newswire.fetcher.feed.Feeds.feed;
import static io.newswire.fetcher.feed.Feeds.item;
import static io.newswire.fetcher.feed.Feeds.parsed;
import static io.newswire.fetcher.feed.Feeds.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedFormatsTest {

  @Test
  void rss20IsReadWithItsModules() {
    ParseResult.Parsed result =
        parsed(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
                xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:atom="http://www.w3.org/2005/Atom"
                xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
              <channel>
                <title>Gazette</title><link>https://gazette.example/</link><description>News</description>
                <atom:link rel="self" href="https://gazette.example/feeds/news.xml"/>
                <atom:link rel="hub" href="https://hub.example/"/>
                <language>en_GB</language><ttl>60</ttl>
                <skipHours><hour>0</hour><hour>23</hour></skipHours><skipDays><day>Sunday</day></skipDays>
                <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
                <image><title>Logo</title><url>/logo.png</url><link>/</link></image>
                <managingEditor>ed@gazette.example (Ed Itor)</managingEditor>
                <item>
                  <title>Tugs &amp;amp; ferries</title><link>/2026/tugs</link>
                  <guid isPermaLink="false">g-1</guid><pubDate>Fri, 02 Oct 2026 09:30:00 +0200</pubDate>
                  <dc:creator>Ann Author</dc:creator><category domain="x">Ports</category><category>Ports</category>
                  <description>Short</description><content:encoded><![CDATA[<p>Long</p>]]></content:encoded>
                  <enclosure url="/a.mp3" type="audio/mpeg" length="1024"/>
                  <media:content url="https://gazette.example/p.jpg" medium="image" width="640" height="480">
                    <media:title>At the quay</media:title><media:credit>O. Brandt</media:credit>
                  </media:content>
                  <comments>/2026/tugs#c</comments><slash:comments>7</slash:comments>
                </item>
              </channel>
            </rss>
            """);
    assertThat(result.malformed()).isFalse();
    Feed feed = result.feed();
    assertThat(feed.format()).isEqualTo("rss-2.0");
    assertThat(feed.language()).isEqualTo("en-GB");
    assertThat(feed.image()).isEqualTo("https://gazette.example/logo.png");
    assertThat(feed.hub()).isEqualTo("https://hub.example/");
    assertThat(feed.authors()).containsExactly(new Author("Ed Itor", "ed@gazette.example", null));
    assertThat(feed.hints().ttl()).isEqualTo(Duration.ofHours(1));
    assertThat(feed.hints().updatePeriod()).isEqualTo(Duration.ofHours(6));
    assertThat(feed.hints().skipHours()).containsExactlyInAnyOrder(0, 23);
    assertThat(feed.hints().skipDays()).containsExactly(DayOfWeek.SUNDAY);
    Entry entry = feed.entries().getFirst();
    assertThat(entry.id()).isEqualTo("g-1");
    assertThat(entry.link()).isEqualTo("https://gazette.example/2026/tugs");
    assertThat(entry.title()).isEqualTo(new Text("Tugs &amp; ferries", TextType.HTML));
    assertThat(entry.summary()).isEqualTo(new Text("Short", TextType.HTML));
    assertThat(entry.content()).isEqualTo(new Text("<p>Long</p>", TextType.HTML));
    assertThat(entry.published()).isEqualTo(Instant.parse("2026-10-02T07:30:00Z"));
    assertThat(entry.authors()).containsExactly(new Author("Ann Author", null, null));
    assertThat(entry.categories()).containsExactly("Ports");
    assertThat(entry.enclosures())
        .containsExactly(new Enclosure("https://gazette.example/a.mp3", "audio/mpeg", 1024L));
    assertThat(entry.images())
        .containsExactly(
            new Image("https://gazette.example/p.jpg", 640, 480, "At the quay", "O. Brandt", null));
    assertThat(entry.comments()).isEqualTo("https://gazette.example/2026/tugs#c");
    assertThat(entry.commentCount()).isEqualTo(7);
  }

  @Test
  void atom10IsReadWithTombstonesAndThreading() {
    Feed feed =
        feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"
                xmlns:thr="http://purl.org/syndication/thread/1.0" xml:lang="de" xml:base="https://gazette.example/a/">
              <title type="text">Zeitung</title><subtitle type="html">&lt;b&gt;Neues&lt;/b&gt;</subtitle>
              <id>urn:x:feed</id><updated>2026-10-02T09:30:00+02:00</updated><logo>logo.png</logo>
              <author><name>Redaktion</name></author>
              <link href="../"/><link rel="next" href="?page=2"/><rights>© 2026</rights>
              <at:deleted-entry ref="urn:x:old" when="2026-10-01T00:00:00Z"/>
              <entry>
                <title>A &lt;b&gt; c</title><id>urn:x:1</id>
                <link rel="alternate" type="text/html" href="eins"/><link rel="replies" href="eins#k" thr:count="3"/>
                <link rel="enclosure" type="audio/mpeg" length="9" href="eins.mp3"/>
                <published>2026-10-01T00:00:00.5Z</published><updated>2026-10-02T00:00:00Z</updated>
                <category term="h" label="Häfen"/><thr:in-reply-to ref="urn:x:0"/>
                <summary>kurz</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a &lt; b<br/></p></div></content>
              </entry>
            </feed>
            """);
    assertThat(feed.format()).isEqualTo("atom-1.0");
    assertThat(feed.link()).isEqualTo("https://gazette.example/");
    assertThat(feed.next()).isEqualTo("https://gazette.example/a/?page=2");
    assertThat(feed.description()).isEqualTo(new Text("<b>Neues</b>", TextType.HTML));
    assertThat(feed.deletions())
        .containsExactly(new Deletion("urn:x:old", Instant.parse("2026-10-01T00:00:00Z")));
    Entry entry = feed.entries().getFirst();
    assertThat(entry.title()).isEqualTo(new Text("A <b> c", TextType.TEXT));
    assertThat(entry.content()).isEqualTo(new Text("<p>a &lt; b<br/></p>", TextType.HTML));
    assertThat(entry.baseUrl()).isEqualTo("https://gazette.example/a/");
    assertThat(entry.link()).isEqualTo("https://gazette.example/a/eins");
    assertThat(entry.authors()).containsExactly(new Author("Redaktion", null, null));
    assertThat(entry.published()).isEqualTo(Instant.parse("2026-10-01T00:00:00.500Z"));
    assertThat(entry.language()).isEqualTo("de");
    assertThat(entry.categories()).containsExactly("Häfen");
    assertThat(entry.commentCount()).isEqualTo(3);
    assertThat(entry.inReplyTo()).isEqualTo("urn:x:0");
    assertThat(entry.enclosures())
        .containsExactly(new Enclosure("https://gazette.example/a/eins.mp3", "audio/mpeg", 9L));
  }

  @Test
  void rdfTakesItsIdsFromAbout() {
    Feed feed =
        feed(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://gazette.example/"><title>R</title><link>https://gazette.example/</link>
                <items><rdf:Seq><rdf:li rdf:resource="https://gazette.example/1"/></rdf:Seq></items></channel>
              <item rdf:about="https://gazette.example/1"><title>One</title><link>https://gazette.example/1</link>
                <dc:date>2026-10-02</dc:date><dc:subject>Ports</dc:subject></item>
            </rdf:RDF>
            """);
    assertThat(feed.format()).isEqualTo("rdf-1.0");
    assertThat(feed.entries()).hasSize(1);
    Entry entry = feed.entries().getFirst();
    assertThat(entry.id()).isEqualTo("https://gazette.example/1");
    assertThat(entry.published()).isEqualTo(Instant.parse("2026-10-02T00:00:00Z"));
    assertThat(entry.categories()).containsExactly("Ports");
  }

  @Test
  void atom03KnowsModes() {
    Feed feed =
        feed(
            """
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><tagline>T</tagline><entry>
              <title mode="base64" type="text/plain">SGVsbG8=</title><issued>2026-10-02T09:30Z</issued>
              <modified>2026-10-02</modified><content type="text/html" mode="escaped">&lt;p&gt;x&lt;/p&gt;</content>
            </entry></feed>
            """);
    assertThat(feed.format()).isEqualTo("atom-0.3");
    assertThat(value(feed.description())).isEqualTo("T");
    Entry entry = feed.entries().getFirst();
    assertThat(value(entry.title())).isEqualTo("Hello");
    assertThat(entry.content()).isEqualTo(new Text("<p>x</p>", TextType.HTML));
    assertThat(entry.published()).isEqualTo(Instant.parse("2026-10-02T09:30:00Z"));
  }

  @Test
  void cdfIsReadFromItsAttributes() {
    Feed feed =
        feed(
            """
            <CHANNEL HREF="https://gazette.example/" LASTMOD="2026-10-02T09:30"><TITLE>C</TITLE><ABSTRACT>About</ABSTRACT>
              <ITEM HREF="https://gazette.example/1"><TITLE>One</TITLE><ABSTRACT>First</ABSTRACT></ITEM></CHANNEL>
            """);
    assertThat(feed.format()).isEqualTo("cdf");
    assertThat(feed.updated()).isEqualTo(Instant.parse("2026-10-02T09:30:00Z"));
    assertThat(feed.entries().getFirst().link()).isEqualTo("https://gazette.example/1");
    assertThat(value(feed.entries().getFirst().summary())).isEqualTo("First");
  }

  @Test
  void jsonFeedIsReadUpToWhereItBreaks() {
    ParseResult.Parsed result =
        parsed(
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"https://gazette.example/",
             "authors":[{"name":"Ann"}],"items":[{"id":"1","url":"/one","content_html":"<p>x</p>","tags":["a","b"],
             "date_published":"2026-10-02T09:30:00Z","attachments":[{"url":"/a.mp3","mime_type":"audio/mpeg","size_in_bytes":5}]},
             {"id":2,"title":"Two","content_text":"plain
            """);
    assertThat(result.malformed()).isTrue();
    assertThat(result.feed().format()).isEqualTo("json-1.1");
    assertThat(result.feed().entries()).hasSize(2);
    Entry first = result.feed().entries().getFirst();
    assertThat(first.link()).isEqualTo("https://gazette.example/one");
    assertThat(first.content()).isEqualTo(new Text("<p>x</p>", TextType.HTML));
    assertThat(first.authors()).containsExactly(new Author("Ann", null, null));
    assertThat(first.categories()).containsExactly("a", "b");
    assertThat(first.enclosures())
        .containsExactly(new Enclosure("https://gazette.example/a.mp3", "audio/mpeg", 5L));
    assertThat(value(result.feed().entries().get(1).title())).isEqualTo("Two");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ann@gazette.example (Ann Lee)      | Ann Lee | ann@gazette.example
          Ann Lee <ann@gazette.example>      | Ann Lee | ann@gazette.example
          Ann Lee (ann@gazette.example)      | Ann Lee | ann@gazette.example
          ann@gazette.example                |         | ann@gazette.example
          mailto:ann@gazette.example?subject=x|        | ann@gazette.example
          Ann Lee                            | Ann Lee |
          """)
  void peopleAreTakenApart(String text, String name, String email) {
    String escaped = text.replace("<", "&lt;");
    assertThat(item("<author>" + escaped + "</author>").authors())
        .containsExactly(new Author(name, email, null));
  }

  @Test
  void aGuidIsALinkUnlessItSaysOtherwise() {
    assertThat(item("<guid>https://gazette.example/1</guid>").link())
        .isEqualTo("https://gazette.example/1");
    assertThat(item("<guid isPermaLink='false'>https://gazette.example/1</guid>").link()).isNull();
    assertThat(item("<guid>https://gazette.example/1</guid><link>/2</link>").link())
        .isEqualTo("https://gazette.example/2");
  }

  @Test
  void theOriginalLinkIsPreferredToTheCountingOne() {
    Entry entry =
        item(
            "<link>https://feeds.example/~r/1</link><feedburner:origLink"
                + " xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'>https://gazette.example/1</feedburner:origLink>");
    assertThat(entry.link()).isEqualTo("https://gazette.example/1");
  }

  @Test
  void podcastElementsFillWhatTheFeedLeavesOpen() {
    Entry entry =
        item(
            "<itunes:author xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>Pod"
                + " Caster</itunes:author><itunes:summary>About"
                + " ships</itunes:summary><itunes:keywords>sea, tugs</itunes:keywords><itunes:image"
                + " href='/cover.jpg'/>");
    assertThat(entry.authors()).containsExactly(new Author("Pod Caster", null, null));
    assertThat(value(entry.summary())).isEqualTo("About ships");
    assertThat(entry.categories()).containsExactly("sea", "tugs");
    assertThat(entry.images())
        .extracting(Image::url)
        .containsExactly("https://gazette.example/cover.jpg");
  }

  @Test
  void ofOneGroupOfRenditionsTheLargestIsTaken() {
    Entry entry =
        item(
            "<media:group xmlns:media='http://search.yahoo.com/mrss/'><media:content medium='image'"
                + " width='100' url='/s.jpg'/><media:content medium='image' width='900'"
                + " url='/l.jpg'/></media:group>");
    assertThat(entry.images())
        .extracting(Image::url)
        .containsExactly("https://gazette.example/l.jpg");
  }

  @Test
  void aTextKeepsTheBaseOfItsOwnElement() {
    Entry entry =
        atomEntry(
            "<title type='html' xml:base='https://other.example/'>&lt;a"
                + " href='x'&gt;y&lt;/a&gt;</title>");
    assertThat(entry.title())
        .isEqualTo(new Text("<a href='x'>y</a>", TextType.HTML, "https://other.example/"));
    assertThat(HtmlLinks.absolute("<a href='x'>y</a>", "https://other.example/"))
        .isEqualTo("<a href='https://other.example/x'>y</a>");
  }

  @Test
  void addressesInMarkupAreRelativeToTheNearestBase() {
    assertThat(
            HtmlLinks.absolute(
                "<p xml:base='/p/'><a href='x'>1</a><b xml:base='b/'><img src='y'></b><i><q"
                    + " cite='z'></q></i></p><a href='w'>",
                "https://gazette.example/a/"))
        .isEqualTo(
            "<p xml:base='/p/'><a href='https://gazette.example/p/x'>1</a><b xml:base='b/'><img"
                + " src='https://gazette.example/p/b/y'></b><i><q"
                + " cite='https://gazette.example/p/z'></q></i></p><a"
                + " href='https://gazette.example/a/w'>");
  }

  @Test
  void theDivAroundContentIsNoneOfItInAtom10Alone() {
    String div = "<div xmlns='http://www.w3.org/1999/xhtml'><b>x</b></div>";
    assertThat(value(atomEntry("<content type='xhtml'>" + div + "</content>").content()))
        .isEqualTo("<b>x</b>");
    Feed old =
        feed(
            "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry>"
                + "<content type='application/xhtml+xml' mode='xml'>"
                + div
                + "</content></entry></feed>");
    assertThat(value(old.entries().getFirst().content())).isEqualTo("<div><b>x</b></div>");
    assertThat(
            value(item("<body xmlns='http://www.w3.org/1999/xhtml'><div>x</div></body>").content()))
        .isEqualTo("<div>x</div>");
    assertThat(
            value(
                atomEntry("<content type='xhtml'><div xml:base='/b/'><a href='c'/></div></content>")
                    .content()))
        .startsWith("<div xml:base='/b/'>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          xml:lang='en' |                | <title>x</title>                                              | en
          xml:lang='en' | xml:lang='de'  | <title>x</title>                                              | de
          xml:lang='en' | xml:lang='de'  | <title>x</title><content xml:lang='fr_CA'>y</content>         | fr-CA
          xml:lang='en' | xml:lang='de'  | <content xml:lang='fr'>y</content><title xml:lang='it'>x</title> | fr
          xml:lang='en' | xml:lang=''    | <title>x</title>                                              |
          lang='en'     |                | <title>x</title>                                              | en
                        |                | <title>x</title>                                              | nl
          xml:lang=''   |                | <title>x</title>                                              |
          """)
  void anEntryIsInTheLanguageOfItsText(String feed, String entry, String inside, String language) {
    String document =
        "<feed xmlns='http://www.w3.org/2005/Atom' %s><entry %s>%s</entry></feed>"
            .formatted(feed == null ? "" : feed, entry == null ? "" : entry, inside);
    ParseResult.Parsed result =
        (ParseResult.Parsed)
            Feeds.parse(
                document.getBytes(StandardCharsets.UTF_8), Map.of("content-language", "nl, en"));
    assertThat(result.feed().entries().getFirst().language()).isEqualTo(language);
  }

  @Test
  void picturesAndFormulasInMarkupKeepTheirNamespace() {
    assertThat(
            value(
                atomEntry(
                        """
                        <content type='xhtml'><h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:p>a
                        <svg xmlns='http://www.w3.org/2000/svg' width='1'><g/></svg>
                        <m:math xmlns:m='http://www.w3.org/1998/Math/MathML'><m:mi>x</m:mi></m:math></h:p></h:div></content>
                        """)
                    .content()))
        .isEqualTo(
            """
            <p>a
            <svg xmlns="http://www.w3.org/2000/svg" width="1"><g></g></svg>
            <math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math></p>\
            """);
  }

  @Test
  void ofAlternativeContentsTheMarkupIsTaken() {
    Feed feed =
        feed(
            """
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><content type="multipart/alternative">
            <content type="text/plain">plain</content><content type="text/html" mode="escaped">&lt;b&gt;rich&lt;/b&gt;</content>
            </content></entry></feed>
            """);
    assertThat(feed.entries().getFirst().content())
        .isEqualTo(new Text("<b>rich</b>", TextType.HTML));
  }

  @Test
  void anEntryAsContentIsContent() {
    Entry entry =
        atomEntry(
            "<content type='application/atom+xml'><entry><title>inner</title></entry></content><title>outer</title>");
    assertThat(value(entry.content())).isEqualTo("<entry><title>inner</title></entry>");
    assertThat(value(entry.title())).isEqualTo("outer");
  }

  @Test
  void anIdIsOneLine() {
    assertThat(item("<guid>https://gazette.example/a\n  b</guid>").id())
        .isEqualTo("https://gazette.example/a  b");
    assertThat(item("<guid>a\n b</guid>").id()).isEqualTo("a b");
  }

  @Test
  void anRssCategoryIsCalledByItsLabel() {
    assertThat(item("<category term='t' label='L'/><category>U</category>").categories())
        .containsExactly("L", "U");
  }

  @Test
  void prefixesMeanWhatTheyAreBoundTo() {
    Feed feed =
        feed(
            """
            <a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns="http://www.w3.org/1999/xhtml"><a:title>T</a:title>
              <a:entry><a:id>1</a:id><a:content type="xhtml"><div><p>x</p></div></a:content></a:entry></a:feed>
            """);
    assertThat(value(feed.title())).isEqualTo("T");
    assertThat(value(feed.entries().getFirst().content())).isEqualTo("<p>x</p>");
  }
}
