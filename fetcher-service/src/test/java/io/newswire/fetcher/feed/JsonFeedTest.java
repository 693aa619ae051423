package io.newswire.fetcher.feed;

import static io.newswire.fetcher.feed.Feeds.feed;
import static io.newswire.fetcher.feed.Feeds.parsed;
import static io.newswire.fetcher.feed.Feeds.value;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** JSON Feed. */
class JsonFeedTest {

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

  @Test
  void aListThatBreaksOffIsReadUpToThere() {
    Entry entry =
        feed("{\"title\":\"J\",\"items\":[{\"id\":\"1\",\"tags\":[\"a\",2,\"b")
            .entries()
            .getFirst();
    assertThat(entry.categories()).containsExactly("a", "2");
  }

  @Test
  void aSingleTagOrAuthorIsAList() {
    Entry entry =
        feed("""
                {"title":"J","items":[{"id":1,"tags":"a","authors":{"name":"Ann"},"attachments":{"url":"a.mp3"},
                "image":["no"],"content_text":"t"}]}
                """)
            .entries()
            .getFirst();
    assertThat(entry.id()).isEqualTo("1");
    assertThat(entry.categories()).containsExactly("a");
    assertThat(entry.authors()).containsExactly(new Author("Ann", null, null));
    assertThat(entry.enclosures()).hasSize(1);
    assertThat(entry.images()).isEmpty();
    assertThat(value(entry.content())).isEqualTo("t");
  }
}
