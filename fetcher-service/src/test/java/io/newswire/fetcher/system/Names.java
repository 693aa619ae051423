package io.newswire.fetcher.system;

import io.newswire.fetcher.kafka.TopicsProperties;
import io.newswire.servers.TestKafka;
import java.util.List;
import java.util.UUID;

/** Names of topics and group that the instances of one test share, and no other test. */
public record Names(String suffix, String kafka) {

  public static Names unique() {
    return unique(TestKafka.bootstrapServers());
  }

  /** The same on a broker of the test's own. */
  public static Names unique(String kafka) {
    return new Names(UUID.randomUUID().toString(), kafka);
  }

  public String feeds() {
    return "feeds-" + suffix;
  }

  public String states() {
    return "states-" + suffix;
  }

  public String articles() {
    return "articles-" + suffix;
  }

  public String prefix() {
    return "fetcher-" + suffix;
  }

  /** The topics as the service knows them. */
  public TopicsProperties topics(int partitions) {
    return new TopicsProperties(feeds(), states(), articles(), partitions, (short) 1);
  }

  /** What makes a fetcher use them, on loopback, with a key for credentials. */
  List<String> arguments() {
    return List.of(
        "--spring.kafka.bootstrap-servers=" + kafka,
        "--newswire.topics.feeds=" + feeds(),
        "--newswire.topics.feed-states=" + states(),
        "--newswire.topics.raw-articles=" + articles(),
        "--newswire.ownership.group=" + prefix(),
        "--newswire.ownership.transactional-id-prefix=" + prefix(),
        "--newswire.access-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
  }
}
