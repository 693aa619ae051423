package io.newswire.fetcher.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedUrlTest {

  @ParameterizedTest
  @CsvSource({
    "HTTP://News.Example:80,http://news.example/",
    "https://news.example:443/F?q=1#top,https://news.example/F?q=1",
    "feed://news.example/rss,http://news.example/rss",
    "feed:https://news.example/rss,https://news.example/rss",
    "https://u:p@news.example/rss,https://news.example/rss",
  })
  void anAddressIsNormalisedWithoutChangingWhatItNames(String given, String expected) {
    assertThat(FeedUrl.parse(given).value()).isEqualTo(expected);
  }

  @Test
  void theIdIsTheStartOfTheHashOfTheNormalisedAddress() {
    assertThat(FeedUrl.parse("HTTPS://news.example").feedId())
        .matches("[0-9a-f]{16}")
        .isEqualTo(FeedUrl.parse("https://news.example:443/#x").feedId())
        .isNotEqualTo(FeedUrl.parse("http://news.example").feedId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "news.example", "ftp://news.example/", "https://", "file:///etc/passwd"})
  void whatCannotBePolledIsRefused(String given) {
    assertThatThrownBy(() -> FeedUrl.parse(given)).isInstanceOf(InvalidFeedUrlException.class);
  }

  @Test
  void feedsOfOneRegistrableDomainShareAPartition() {
    FeedPartitions partitions = new FeedPartitions(6);

    assertThat(FeedPartitions.domain("https://feeds.news.co.uk/a")).isEqualTo("news.co.uk");
    assertThat(partitions.of("https://feeds.news.co.uk/a"))
        .isEqualTo(partitions.of("http://www.news.co.uk:8080/b"));
    assertThat(FeedPartitions.domain("http://127.0.0.1:99/")).isEqualTo("127.0.0.1");
    assertThat(FeedPartitions.domain("http://localhost/")).isEqualTo("localhost");
  }
}
