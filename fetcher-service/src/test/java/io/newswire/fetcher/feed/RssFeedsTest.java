package io.newswire.fetcher.feed;

import static io.newswire.fetcher.feed.Feeds.feed;
import static io.newswire.fetcher.feed.Feeds.item;
import static io.newswire.fetcher.feed.Feeds.parsed;
import static io.newswire.fetcher.feed.Feeds.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** RSS of every version and CDF. */
class RssFeedsTest {

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
  void ofContentsInSeveralFormatsTheFirstMarkupIsTaken() {
    Feed feed =
        feed(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                xmlns:content="http://purl.org/rss/1.0/modules/content/">
              <channel rdf:about="https://gazette.example/"><title>T</title>
                <items><rdf:Seq><rdf:li rdf:resource="https://gazette.example/1"/></rdf:Seq></items></channel>
              <item rdf:about="https://gazette.example/1"><content:items><rdf:Bag>
                <rdf:li><content:item><content:format rdf:resource="http://www.iana.org/assignments/media-types/text/plain"/>
                  <rdf:value>plain words</rdf:value></content:item></rdf:li>
                <rdf:li><content:item><content:format rdf:resource="http://www.w3.org/1999/xhtml"/>
                  <rdf:value rdf:parseType="Literal"><p xmlns="http://www.w3.org/1999/xhtml">a <b>x</b></p></rdf:value>
                </content:item></rdf:li></rdf:Bag></content:items><title>One</title></item></rdf:RDF>
            """);
    assertThat(feed.entries()).hasSize(1);
    Entry entry = feed.entries().getFirst();
    assertThat(value(entry.title())).isEqualTo("One");
    assertThat(value(entry.content())).isEqualTo("<p>a <b>x</b></p>");
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
}
