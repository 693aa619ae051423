package io.newswire.parser.extract.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dates that count from now, in many languages; {@code relative-dates.txt} has them. */
class RelativeDatesTest {

  private static final Instant NOW = Instant.parse("2024-05-03T14:20:30Z");

  private final RelativeDates dates = RelativeDates.load();

  static List<String> lines() throws IOException {
    try (InputStream list = RelativeDatesTest.class.getResourceAsStream("relative-dates.txt")) {
      assertThat(list).isNotNull();
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void theWordsSayWhen(String line) {
    String[] fields = line.split(" \\| ", 3);
    assertThat(written(dates.find(fields[2], fields[0], NOW))).isEqualTo(fields[1]);
  }

  @Test
  void aTimeThatHasNotComeAnywhereIsOfTheDayBefore() {
    Instant earlyInUtc = Instant.parse("2024-05-03T04:10:00Z");
    assertThat(written(dates.find("Today at 11:50 PM", "en", earlyInUtc)))
        .isEqualTo("2024-05-02T23:50");
    assertThat(written(dates.find("Today at 3:50 PM", "en", earlyInUtc)))
        .isEqualTo("2024-05-03T15:50");
  }

  @Test
  void aLongTextIsASentence() {
    assertThat(
            dates.find("The bridge over the Wend was closed 3 hours ago after a flood.", "en", NOW))
        .isNull();
  }

  private static String written(@Nullable FoundDate date) {
    if (date == null) {
      return "-";
    }
    String day = date.day().toString();
    String time = date.time() == null ? "" : "T" + date.time();
    return day + time + (date.zone() == null ? "" : date.instant().atZone(date.zone()).getOffset());
  }
}
