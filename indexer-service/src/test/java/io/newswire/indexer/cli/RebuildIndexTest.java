package io.newswire.indexer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RebuildIndexTest {

  @ParameterizedTest
  @CsvSource({"cancelled,0", "failed,1", "building,1"})
  void givingUpSucceedsOnlyWhereTheRebuildHasEndedSo(String phase, int code) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HttpServer indexer = indexer(phase);
    try {
      int exit =
          RebuildIndex.run(
              new String[] {
                "--cancel", "--url", "http://127.0.0.1:" + indexer.getAddress().getPort()
              },
              Map.of(),
              new PrintStream(out, true, UTF_8),
              System.err);

      assertThat(exit).isEqualTo(code);
      assertThat(out.toString(UTF_8)).contains("news-articles-000002 " + phase);
    } finally {
      indexer.stop(0);
    }
  }

  /** With a rebuild that is in the phase once it has been asked to be given up. */
  private static HttpServer indexer(String phase) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/rebuilds",
        exchange -> {
          String rebuild = "{\"index\":\"news-articles-000002\",\"phase\":\"%s\"}";
          byte[] answer =
              (exchange.getRequestMethod().equals("DELETE")
                      ? rebuild.formatted(phase)
                      : "[" + rebuild.formatted("building") + "]")
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    return server;
  }
}
