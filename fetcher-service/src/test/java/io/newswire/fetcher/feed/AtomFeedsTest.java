package io.newswire.fetcher.feed;

import static io.newswire.fetcher.feed.Feeds.atomEntry;
import static io.newswire.fetcher.feed.Feeds.feed;
import static io.newswire.fetcher.feed.Feeds.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Atom 0.3 and 1.0. */
class AtomFeedsTest {

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
