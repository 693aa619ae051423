package io.newswire.parser.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.parser.article.RawArticle.Author;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BylinesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mara Lind | Mara Lind",
        "By Mara Lind | Mara Lind",
        "by Mara Lind and Ole Brandt | Mara Lind;Ole Brandt",
        "Mara Lind, Ole Brandt & Ida Moe | Mara Lind;Ole Brandt;Ida Moe",
        "mara@gazette.example (Mara Lind) | Mara Lind",
        "Mara Lind <mara@gazette.example> | Mara Lind",
        "Mara Lind, Staff Writer | Mara Lind",
        "Mara Lind, political editor | Mara Lind",
        "Lind, Mara | Mara Lind",
        "Von Mara Lind und Ole Brandt | Mara Lind;Ole Brandt",
        "Par Mara Lind et Ole Brandt | Mara Lind;Ole Brandt",
        "Por Mara Lind y Ole Brandt | Mara Lind;Ole Brandt",
        "José Ortega y Gasset | José Ortega y Gasset",
        "Martin King, Jr. | Martin King, Jr.",
        "Mara O&#8217;Lind | Mara O’Lind",
        "Mara Lind; mara lind | Mara Lind",
        "张伟、李娜 | 张伟;李娜"
      })
  void personsAreNamedOnceAndWithoutDecoration(String given, String names) {
    assertThat(bylines(given).authors()).containsExactly(names.split(";"));
  }

  @ParameterizedTest
  @CsvSource({"admin", "noreply@gazette.example", "''", "editor", "http://gazette.example/"})
  void nobodyIsNobody(String given) {
    assertThat(bylines(given)).isEqualTo(new Bylines(List.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource({"Reuters", "AFP", "The Associated Press", "Gazette News Desk", "Harbour Gazette"})
  void agenciesDesksAndTheSourceAreKeptApart(String given) {
    assertThat(bylines(given)).isEqualTo(new Bylines(List.of(), List.of(given)));
  }

  @Test
  void aLongTextInThePlaceOfANameCostsNothing() {
    assertThat(bylines("a.".repeat(200_000)).authors()).isEmpty();
  }

  private static Bylines bylines(String name) {
    return Bylines.of(List.of(new Author(name, null, null)), "Harbour Gazette");
  }
}
