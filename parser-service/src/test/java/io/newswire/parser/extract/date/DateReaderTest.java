package io.newswire.parser.extract.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateReaderTest {

  private final DateReader reader = DateReader.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 5 March 2024 at 6:30 pm GMT | 2024-03-05T18:30",
        "en | 8:00 PM EST, Tue March 5, 2024 | 2024-03-05T20:00",
        "en-US | 03/05/2024 6:30 PM | 2024-03-05T18:30",
        "en-GB | 05/03/2024, 18:30 | 2024-03-05T18:30",
        "de | Dienstag, 5. März 2024, 18:30 Uhr | 2024-03-05T18:30",
        "de | 05.03.2024 - 18:30 Uhr | 2024-03-05T18:30",
        "de-AT | 5. Jänner 2024 | 2024-01-05",
        "fr | mardi 5 mars 2024 à 18h30 | 2024-03-05T18:30",
        "fr | 1er août 2024 | 2024-08-01",
        "fr | Le 05/03/2024 à 18:30 | 2024-03-05T18:30",
        "es | 5 de marzo de 2024 a las 18:30 | 2024-03-05T18:30",
        "es | 5 mar. 2024 | 2024-03-05",
        "it | 5 marzo 2024 alle ore 18:30 | 2024-03-05T18:30",
        "pt | 5 de março de 2024 às 18h30 | 2024-03-05T18:30",
        "pt | 05/03/2024 18h30 | 2024-03-05T18:30",
        "nl | 5 maart 2024 om 18:30 | 2024-03-05T18:30",
        "sv | 5 mars 2024 kl. 18.30 | 2024-03-05T18:30",
        "fi | 5.3.2024 klo 18:30 | 2024-03-05T18:30",
        "pl | 5 listopada 2024, godz. 18:30 | 2024-11-05T18:30",
        "hr | 5. listopada 2024. u 18:30 | 2024-10-05",
        "cs | 5. března 2024 v 18:30 | 2024-03-05T18:30",
        "hu | 2024. március 5. 18:30 | 2024-03-05T18:30",
        "lt | 2024 m. kovo 5 d. 18:30 | 2024-03-05T18:30",
        "lv | 2024. gada 5. marts | 2024-03-05",
        "ro | 5 martie 2024, ora 18:30 | 2024-03-05T18:30",
        "ru | 5 марта 2024, 18:30 | 2024-03-05T18:30",
        "uk | 5 березня 2024 року, 18:30 | 2024-03-05T18:30",
        "el | 5 Μαρτίου 2024, 18:30 | 2024-03-05T18:30",
        "tr | 5 Mart 2024 Salı 18:30 | 2024-03-05",
        "ar | الثلاثاء ٥ مارس ٢٠٢٤ | 2024-03-05",
        "fa | ۱۵ اسفند ۱۴۰۲ | 2024-03-05",
        "fa | ۱۴۰۲/۱۲/۱۵ | 2024-03-05",
        "he | 5 במרץ 2024 | 2024-03-05",
        "hi | 5 मार्च 2024 | 2024-03-05",
        "bn | ৫ মার্চ ২০২৪ | 2024-03-05",
        "th | 5 มีนาคม 2567 | 2024-03-05",
        "vi | Thứ Ba, 5 tháng 3, 2024 | 2024-03-05",
        "id | Selasa, 5 Mei 2024 18:30 WIB | 2024-05-05T18:30",
        "ja | 2024年3月5日(火) 18時30分 | 2024-03-05T18:30",
        "ja | 2024年3月5日 午後6時30分 | 2024-03-05T18:30",
        "ja | 2024年3月5日 午前12:30 | 2024-03-05T00:30",
        "ja | 2024年3月5日 午後12:30 | 2024-03-05T12:30",
        "ja | 令和6年3月5日 | 2024-03-05",
        "ja | 更新日令和元年5月5日 | 2019-05-05",
        "ja | 昭和20年8月15日 | 1945-08-15",
        "zh | 2024年03月05日 18:30 | 2024-03-05T18:30",
        "zh | 发布于2024年3月5日 上午9:30 | 2024-03-05T09:30",
        "zh-TW | 民國113年3月5日 | 2024-03-05",
        "ko | 2024년 3월 5일 오후 6:30 | 2024-03-05T18:30",
        "ko | 입력 2024.03.05. 오후 6:30 | 2024-03-05T18:30",
      })
  void readsDatesOfTheMainLanguages(String language, String text, String expected) {
    FoundDate found = Objects.requireNonNull(reader.find(text, language));
    LocalTime time = found.time();
    assertThat(time == null ? found.day().toString() : found.day().atTime(time).toString())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-03-05T18:30:15-05:00 | 2024-03-05T23:30:15Z",
        "2024-03-05T18:30:15.123Z | 2024-03-05T18:30:15Z",
        "2024-03-05 18:30:15 +0100 | 2024-03-05T17:30:15Z",
        "20240305T183015Z | 2024-03-05T18:30:15Z",
        "1709663415 | 2024-03-05T18:30:15Z",
        "1709663415000 | 2024-03-05T18:30:15Z",
        "5 March 2024 18:30 ET | 2024-03-05T23:30:00Z",
        "5 July 2024 18:30 ET | 2024-07-05T22:30:00Z",
        "5 March 2024 18:30 CET | 2024-03-05T17:30:00Z",
        "8:00 PM EST, Tue March 5, 2024 | 2024-03-06T01:00:00Z",
      })
  void readsTheZoneWhereItIsStated(String text, Instant expected) {
    assertThat(reader.read(text, "en")).extracting(FoundDate::instant).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-13-45",
    "31 February 2024",
    "room 2024",
    "May 2024",
    "99/99/2024",
    "20年8月15日",
    "12.5.1 2024"
  })
  void whatIsNoDateIsNone(String text) {
    assertThat(reader.read(text, "en")).isNull();
  }

  @Test
  void aSlashIsReadAsTheLanguageWritesIt() {
    assertThat(reader.find("04/05/2024", "en-US"))
        .extracting(FoundDate::day)
        .isEqualTo(LocalDate.of(2024, 4, 5));
    assertThat(reader.find("04/05/2024", "fr"))
        .extracting(FoundDate::day)
        .isEqualTo(LocalDate.of(2024, 5, 4));
    assertThat(reader.find("04/15/2024", "fr"))
        .extracting(FoundDate::day)
        .isEqualTo(LocalDate.of(2024, 4, 15));
  }

  @Test
  void yearsOfThePersianCalendarGoWithItsMonthsOrDigits() {
    assertThat(reader.find("14 June 1381", "fa"))
        .extracting(FoundDate::day)
        .isEqualTo(LocalDate.of(1381, 6, 14));
    assertThat(reader.find("1402/12/15", null))
        .extracting(FoundDate::day)
        .isEqualTo(LocalDate.of(1402, 12, 15));
    assertThat(reader.find("۱۴۰۲/۱۲/۱۵", null))
        .extracting(FoundDate::day)
        .isEqualTo(LocalDate.of(2024, 3, 5));
  }
}
