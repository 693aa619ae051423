package io.newswire.fetcher.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.newswire.servers.TestKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker's name does not exist when the service starts, as in a cluster that is coming up. */
class BrokerNameKafkaTest {

  private static final String NAME = "broker.newswire.test";

  @TempDir private Path folder;

  @Test
  void aBrokerWhoseNameCannotBeResolvedIsWaitedFor() throws IOException {
    Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
    int port = URI.create("kafka://" + TestKafka.bootstrapServers()).getPort();
    Names names = Names.unique(NAME + ":" + port);
    List<String> resolver =
        List.of("-Djdk.net.hosts.file=" + hosts, "-Dsun.net.inetaddr.negative.ttl=0");
    try (FetcherProcess fetcher = FetcherProcess.start("early", names, folder, resolver)) {
      await("it says what keeps it")
          .atMost(Duration.ofMinutes(1))
          .ignoreException(UncheckedIOException.class)
          .untilAsserted(
              () ->
                  assertThat(fetcher.get("/actuator/health").body())
                      .contains("\"DOWN\"", "bootstrap"));
      assertThat(fetcher.log()).contains("event=start-delayed");
      assertThat(fetcher.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
      assertThat(fetcher.isReady()).isFalse();
      assertThat(fetcher.get("/api/v1/feeds").statusCode()).isEqualTo(503);

      Files.writeString(hosts, "127.0.0.1 localhost " + NAME + "\n");

      fetcher.awaitReady();
      assertThat(fetcher.get("/api/v1/feeds").statusCode()).isEqualTo(200);
    }
  }
}
