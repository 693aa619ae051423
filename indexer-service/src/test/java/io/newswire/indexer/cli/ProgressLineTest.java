package io.newswire.indexer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.indexer.cli.RebuildClient.Rebuild;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, UTF_8);

  @ParameterizedTest
  @CsvSource({
    "35,about 35 s left",
    "89,about 89 s left",
    "600,about 10 min left",
    "9000,about 2 h 30 min left"
  })
  void theEstimateIsInUnitsOfItsSize(long seconds, String text) {
    assertThat(ProgressLine.text(rebuild("building", 42, seconds, null)))
        .isEqualTo("news-articles-000002 building: 42 %, 4,200 of 10,000 records, " + text);
  }

  @Test
  void whatIsInTheWayIsSaid() {
    assertThat(ProgressLine.text(rebuild("building", 42, 35L, "503 busy")))
        .endsWith("records, in the way: 503 busy");
  }

  @Test
  void onATerminalTheLineIsWrittenOver() {
    ProgressLine line = new ProgressLine(out, true);
    line.show(rebuild("building", 1, null, null));
    line.show(rebuild("building", 2, null, null));
    line.end();
    line.end();

    assertThat(written().split("\r", -1)).hasSize(3);
    assertThat(written().chars().filter(c -> c == '\n').count()).isEqualTo(1);
  }

  @Test
  void elsewhereALineIsWrittenOnlyWhenThereIsNews() {
    ProgressLine line = new ProgressLine(out, false);
    line.show(rebuild("building", 1, 50L, null));
    line.show(rebuild("building", 1, 40L, null));
    line.show(rebuild("done", 100, null, null));
    line.end();

    assertThat(written().lines())
        .containsExactly(
            "news-articles-000002 building: 1 %, 100 of 10,000 records, about 50 s left",
            "news-articles-000002 done: 100 %, 10,000 of 10,000 records");
  }

  private String written() {
    return bytes.toString(UTF_8);
  }

  private static Rebuild rebuild(
      String phase, int percent, @Nullable Long seconds, @Nullable String waitingFor) {
    return new Rebuild(
        "news-articles-000002", phase, percent, percent * 100L, 10_000, seconds, waitingFor);
  }
}
