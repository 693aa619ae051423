package io.newswire.standalone;

import io.newswire.servers.Ports;

/** What a person sees when everything runs: where it is, and what to try first. */
final class Welcome {

  private Welcome() {}

  static String text(RunOptions options) {
    String fetcher = url(options, Program.FETCHER);
    String elasticsearch = url(options, Program.ELASTICSEARCH);
    String search = options.feeds() == null ? "harbour" : "*";
    return """

        Newswire is ready

          Feeds and articles in   %s/api/v1
          Search                  %s/news-articles
          Kafka                   %s:%d
          Health                  %s/actuator/health
                                  %s/actuator/health
                                  %s/actuator/health
          Feeds polled            %s
          Logs                    %s

        Try
          curl '%s/news-articles/_search?q=%s&size=3&pretty'
          curl '%s/api/v1/feeds'
          curl '%s/api/v1/articles?url=https://wire.example/1&source=Wire' -H 'Content-Type: text/plain' --data-binary @FILE

        Ctrl-C stops everything; ./newswire run with the same --data continues.
        """
        .formatted(
            fetcher,
            elasticsearch,
            Ports.HOST,
            options.port(Program.KAFKA),
            fetcher,
            url(options, Program.PARSER),
            url(options, Program.INDEXER),
            options.feeds() == null
                ? "the sample site at " + url(options, Program.SAMPLE)
                : "those of " + options.feeds(),
            options.data().resolve("logs"),
            elasticsearch,
            search,
            fetcher,
            fetcher);
  }

  private static String url(RunOptions options, Program program) {
    return "http://" + Ports.HOST + ":" + options.port(program);
  }
}
