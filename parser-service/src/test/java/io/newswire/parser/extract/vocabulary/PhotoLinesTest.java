package io.newswire.parser.extract.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoLinesTest {

  private final PhotoLines lines = new PhotoLines();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The mill in May. Fot. Jan Sowa|Jan Sowa",
        "The mill in May. Bild: Eva Berg|Eva Berg",
        "The mill in May, photo credit: Eva Berg|Eva Berg",
        "The mill in May (Photo Jan van der Berg)|Jan van der Berg",
        "The mill in May (Photo courtesy of Eva Berg)|courtesy of Eva Berg",
        "水車＝4月1日、佐藤由美撮影|佐藤由美",
        "水车。本报记者 王芳 摄|本报记者 王芳",
        "Divulgação/Prefeitura|Prefeitura",
        "Cortesía de Ana Ruiz|Ana Ruiz",
        "ภาพจากวัด|วัด",
        "Eva Berg/AFP via Getty Images|Eva Berg/AFP via Getty Images",
        "Reuters/archivo|Reuters/archivo"
      })
  void aLineNamesWhosePictureItIs(String line, String credit) {
    assertThat(lines.read(line))
        .extracting(photo -> Objects.requireNonNull(photo).credit())
        .isEqualTo(credit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "会場では軽食も用意され、飲み物は無料で提供。",
        "会場では軽食も用意され、飲み物は無料で提供",
        "学校开学了，午餐由志愿者提供",
        "But the survey painted a gloomier picture: sales fell by a tenth.",
        "Die Zahlen ergeben ein anderes Bild: Der Umsatz sank.",
        "He said nothing at all about it. (Photos will follow on Monday.)",
        "He said nothing at all about it. (Photos will follow)",
        "Foto-expositie geopend in Utrecht",
        "Cortesía y respeto pide el alcalde",
        "Divulgação dos resultados será na sexta",
        "In Fotovoltaik investiert die Stadt zwei Millionen.",
        "Na fotoradary gmina wyda milion.",
        "Bloomberg, Steyer spar over taxes"
      })
  void aSentenceIsNoLineOfAPicture(String sentence) {
    assertThat(lines.read(sentence)).isNull();
  }
}
