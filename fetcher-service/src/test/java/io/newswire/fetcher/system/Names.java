package io.newswire.fetcher.system;

import io.newswire.servers.TestKafka;
import java.util.List;
import java.util.UUID;

/** Names of topics and group that the instances of one test share, and no other test. */
record Names(String suffix, String kafka) {

  static Names unique() {
    return unique(TestKafka.bootstrapServers());
  }

  /** The same on a broker of the test's own. */
  static Names unique(String kafka) {
    return new Names(UUID.randomUUID().toString(), kafka);
  }

  String feeds() {
    return "feeds-" + suffix;
  }

  String states() {
    return "states-" + suffix;
  }

  String articles() {
    return "articles-" + suffix;
  }

  String prefix() {
    return "fetcher-" + suffix;
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
