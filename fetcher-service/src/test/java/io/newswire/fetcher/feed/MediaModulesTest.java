package io.newswire.fetcher.feed;

import static io.newswire.fetcher.feed.Feeds.item;
import static io.newswire.fetcher.feed.Feeds.value;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Podcast elements and Media RSS. */
class MediaModulesTest {

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
}
