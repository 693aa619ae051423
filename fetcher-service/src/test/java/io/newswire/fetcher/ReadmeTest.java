package io.newswire.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README promises is shown by tests: each that it names has to be there. */
class ReadmeTest {

  private static final Pattern NAME =
      Pattern.compile("`(?:([A-Z]\\w*(?:Test|IT))(?:\\.(\\w+))?|([a-z]\\w*[A-Z]\\w*))`");
  private static final Pattern ROW = Pattern.compile("\\|.*\\|.*\\|(.*)\\|");

  private final Map<String, String> tests = sources();

  private static Map<String, String> sources() {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      Map<String, String> sources = new HashMap<>();
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        sources.put(name, Files.readString(file));
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyTestThatTheTableOfMannersNamesIsThere() throws IOException {
    List<String> rows =
        Files.readString(Path.of("README.md"))
            .transform(text -> text.substring(text.indexOf("| behaviour | source | test |")))
            .lines()
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .toList();

    assertThat(rows).hasSizeGreaterThan(20);
    for (String row : rows) {
      Matcher cells = ROW.matcher(row);
      assertThat(cells.matches()).as(row).isTrue();
      assertThat(namedIn(cells.group(1))).as(row).isPositive();
    }
  }

  /** Checks each name of a cell; one without a class belongs to the class before it. */
  private int namedIn(String cell) {
    Matcher names = NAME.matcher(cell);
    String test = "";
    int found = 0;
    while (names.find()) {
      test = names.group(1) == null ? test : names.group(1);
      String method = names.group(1) == null ? names.group(3) : names.group(2);
      assertThat(tests).as(cell).containsKey(test);
      if (method != null) {
        assertThat(tests.getOrDefault(test, ""))
            .as(cell)
            .containsPattern("(void|class) " + method + "\\b");
      }
      found++;
    }
    return found;
  }
}
