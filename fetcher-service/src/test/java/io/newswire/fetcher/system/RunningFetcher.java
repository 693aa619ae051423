package io.newswire.fetcher.system;

import static org.awaitility.Awaitility.await;

import io.newswire.fetcher.FetcherApplication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service in this JVM on loopback, with topics and group of its own. */
final class RunningFetcher extends FetcherApi {

  private final ConfigurableApplicationContext context;

  private RunningFetcher(ConfigurableApplicationContext context) {
    super(Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port")));
    this.context = context;
  }

  /** Starts one and waits until it is ready. */
  static RunningFetcher start(Names names, String... more) {
    RunningFetcher fetcher = begin(names, more);
    await().atMost(Duration.ofMinutes(2)).until(fetcher::isReady);
    return fetcher;
  }

  /** Starts one that need not become ready. */
  static RunningFetcher begin(Names names, String... more) {
    List<String> arguments = new ArrayList<>(names.arguments());
    arguments.addAll(
        List.of(
            "--server.port=0",
            "--newswire.topics.partitions=3",
            "--newswire.http.allowed-private-hosts=127.0.0.1,localhost",
            "--newswire.http.host-delay=0ms"));
    arguments.addAll(List.of(more));
    return new RunningFetcher(
        new SpringApplicationBuilder(FetcherApplication.class)
            .run(arguments.toArray(String[]::new)));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    super.close();
    context.close();
  }
}
