package io.newswire.parser.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The tugs don't make noise – at 4.5 knots. | 8",
        "สวัสดีชาวโลก | 3",
        "新しい引き船は静かです | 6",
        "我们今天坐船 | 4",
        "새로운 예인선은 조용하다 | 3",
        "ສະບາຍດີຊາວໂລກ | 3",
        "សួស្តីពិភពលោក | 2",
        "မင်္ဂလာပါကမ္ဘာလောက | 3"
      })
  void countsTheWordsOfScriptsWithAndWithoutSpaces(String text, int words) {
    assertThat(ReadingTime.of(text).words()).isBetween(words - 1, words + 1);
  }

  @Test
  void minutesAreRoundedUpAndNoneWithoutText() {
    assertThat(ReadingTime.of("").minutes()).isZero();
    assertThat(ReadingTime.of("").words()).isZero();
    assertThat(ReadingTime.of("one word").minutes()).isEqualTo(1);
    assertThat(ReadingTime.of("word ".repeat(238 * 3)).minutes()).isEqualTo(3);
    assertThat(ReadingTime.of("word ".repeat(238 * 3 + 1)).minutes()).isEqualTo(4);
  }

  @Test
  void chineseAndJapaneseAreReadByCharacters() {
    assertThat(ReadingTime.of("我们今天坐船".repeat(255)).minutes()).isEqualTo(6);
    assertThat(ReadingTime.of("引き船は静か".repeat(357)).minutes()).isEqualTo(6);
  }
}
