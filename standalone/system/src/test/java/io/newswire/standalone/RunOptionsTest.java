package io.newswire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunOptionsTest {

  private static final Path ROOT = Path.of("/newswire");

  @Test
  void nothingGivenMeansTheSampleSiteOnTheDocumentedPorts() {
    RunOptions options = RunOptions.parse(ROOT, List.of(), Map.of());
    assertThat(options.feeds()).isNull();
    assertThat(options.data()).isEqualTo(Path.of("/newswire/data"));
    assertThat(options.ports())
        .containsEntry(Program.KAFKA, 9092)
        .containsEntry(Program.ELASTICSEARCH, 9200)
        .containsEntry(Program.FETCHER, 8081)
        .containsEntry(Program.PARSER, 8082)
        .containsEntry(Program.INDEXER, 8083)
        .containsEntry(Program.SAMPLE, 8090);
  }

  @Test
  void theCommandLineWinsOverTheEnvironment() {
    RunOptions options =
        RunOptions.parse(
            ROOT,
            List.of("--port-kafka", "19092", "--heap-indexer=1g", "--data", "/elsewhere"),
            Map.of(
                "NEWSWIRE_PORT_KAFKA", "29092",
                "NEWSWIRE_PORT_FETCHER", "28081",
                "NEWSWIRE_HEAP_INDEXER", "2g",
                "NEWSWIRE_FEEDS", "/feeds.opml"));
    assertThat(options.port(Program.KAFKA)).isEqualTo(19092);
    assertThat(options.port(Program.FETCHER)).isEqualTo(28081);
    assertThat(options.heap(Program.INDEXER)).isEqualTo("1g");
    assertThat(options.data()).isEqualTo(Path.of("/elsewhere"));
    assertThat(options.feeds()).isEqualTo(Path.of("/feeds.opml"));
  }

  @ParameterizedTest
  @CsvSource({
    "--port-kafka=0, --port-kafka",
    "--port-kafka=70000, --port-kafka",
    "--port-parser=eighty, --port-parser",
    "--heap-kafka=512, --heap-kafka",
    "--heap-kafka=much, --heap-kafka",
    "--heap-sample=1g, unknown option",
    "--prot-kafka=1, unknown option",
    "--start-timeout=soon, --start-timeout",
    "--data, needs a value"
  })
  void aWrongOptionIsNamed(String argument, String named) {
    assertThatThrownBy(() -> RunOptions.parse(ROOT, List.of(argument), Map.of()))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining(named);
  }

  @Test
  void aWrongVariableIsNamed() {
    Map<String, String> environment = Map.of("NEWSWIRE_PORT_INDEXER", "-1");
    assertThatThrownBy(() -> RunOptions.parse(ROOT, List.of(), environment))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("NEWSWIRE_PORT_INDEXER");
  }
}
