package io.newswire.parser.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PersonNamesTest {

  private final PersonNames names = PersonNames.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Jo Field | Jo Field",
        "BY JO FIELD AND OLA BRANDT | Jo Field;Ola Brandt",
        "Words by Jo Field, Photography by Ola Brandt | Jo Field",
        "Jo Field, Ola Brandt and Mara Lindqvist | Jo Field;Ola Brandt;Mara Lindqvist",
        "Jo Field, Senior Reporter | Jo Field",
        "Jo Field • Staff Writer | Jo Field",
        "Jo Field (Berlin) | Jo Field",
        "Jo Field jo.field@news.example | Jo Field",
        "Jo Field @jofield | Jo Field",
        "By Jo Field for Wend Weekly | Jo Field",
        "Jo Field in Altenried | Jo Field",
        "Jo Field and Zeynep | Jo Field;Zeynep",
        "Anna Maria aus der Au | Anna Maria aus der Au",
        "Jo O'Field-McArdle | Jo O'Field-McArdle",
        "Jo Field, Ph.D. | Jo Field",
        "Dr. Jo Field | Dr. Jo Field",
        "Jo Field Jr. | Jo Field Jr.",
        "Mary-Ann van der Berg | Mary-Ann van der Berg",
        "Von Katrin Weiß und Jörg Müller | Katrin Weiß;Jörg Müller",
        "Von Katrin Weiß, Berlin | Katrin Weiß",
        "Ein Kommentar von Katrin Weiß | Katrin Weiß",
        "Par Léa Dubois et Paul Martin | Léa Dubois;Paul Martin",
        "Par Léa Dubois, avec AFP | Léa Dubois",
        "Propos recueillis par Léa Dubois | Léa Dubois",
        "Por Ana Gómez y Luis Pérez | Ana Gómez;Luis Pérez",
        "Por: Ana Gómez | Ana Gómez",
        "Di Paola Conti e Marco Russo | Paola Conti;Marco Russo",
        "Por Rita Sousa e João Alves | Rita Sousa;João Alves",
        "Door Eva de Vries en Jan Bakker | Eva de Vries;Jan Bakker",
        "Av Kari Berg og Nils Dahl | Kari Berg;Nils Dahl",
        "Tekst: Kari Berg Foto: Nils Dahl | Kari Berg",
        "Autor: Jan Kowalski | Jan Kowalski",
        "Автор: Ольга Белова | Ольга Белова",
        "Yazar: Ayşe Yılmaz | Ayşe Yılmaz",
        "بقلم: ليلى منصور | ليلى منصور",
        "文/张伟 | 张伟",
        "记者 张伟、李娜 | 张伟;李娜",
        "김민수 기자 | 김민수",
        "김민수 기자 minsu@news.example | 김민수",
      })
  void bylinesAreNames(String byline, String expected) {
    assertThat(names.of(List.of(byline), Set.of()).persons()).containsExactly(expected.split(";"));
  }

  @ParameterizedTest
  @CsvSource({
    "By Staff", "Editorial Team", "admin", "Redaktion", "La Rédaction", "Redacción", "编辑部",
    "Wend Courier", "By", "2 hours ago", "Updated 5:30 pm", "Follow", "Share", "info@news.example"
  })
  void whatNamesNobodyIsNoPerson(String byline) {
    assertThat(names.of(List.of(byline), Set.of("wendcourier")).persons()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Reuters", "By The Associated Press", "dpa", "AFP", "新华社", "연합뉴스", "Newsroom"})
  void agenciesAreAgencies(String byline) {
    PersonNames.Names found = names.of(List.of(byline), Set.of());
    assertThat(found.persons()).isEmpty();
    assertThat(found.agencies()).hasSize(1);
  }

  /**
   * @param language the language of the page, where it counts
   * @param agencies agencies; null where they are not asked for
   */
  record Byline(
      String text,
      @Nullable String language,
      List<String> persons,
      @Nullable List<String> agencies) {

    static Byline of(String line) {
      String[] fields = line.split(" \\| ");
      String[] text =
          fields[0].startsWith("id: ") ? fields[0].split(": ", 2) : new String[] {fields[0]};
      return new Byline(
          text[text.length - 1],
          text.length > 1 ? text[0] : null,
          fields[1].equals("-") ? List.of() : List.of(fields[1].split(";")),
          fields.length > 2 ? List.of(fields[2].split(";")) : null);
    }
  }

  static Stream<Byline> printed() {
    try (InputStream list = PersonNamesTest.class.getResourceAsStream("bylines.txt")) {
      assertThat(list).isNotNull();
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(Byline::of)
              .toList()
              .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("printed")
  void bylinesAsTheyArePrintedAreNames(Byline byline) {
    PersonNames.Names found =
        names.of(List.of(byline.text()), Set.of("wendcourier"), byline.language());
    assertThat(found.persons()).isEqualTo(byline.persons());
    if (byline.agencies() != null) {
      assertThat(found.agencies()).isEqualTo(byline.agencies());
    }
  }
}
