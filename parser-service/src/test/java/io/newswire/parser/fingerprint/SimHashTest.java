package io.newswire.parser.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimHashTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The port authority takes delivery of two electric tugs. | 7e4633d7570e6519",
        "港務局接收了兩艘電動拖船 | 809c41340e016a74",
        "word | d7e21a44af8f2fc0"
      })
  void theFingerprintIsTheSameForEver(String text, String expected) {
    assertThat(SimHash.hex(text)).contains(expected);
  }

  @Test
  void aTextWithoutWordsHasNone() {
    assertThat(SimHash.hex(" … – !")).isEmpty();
  }

  @Test
  void caseMarksOfPunctuationAndSpacesMakeNoDifference() {
    assertThat(SimHash.hex("Two NEW tugs,\n\nfor the harbour!"))
        .isEqualTo(SimHash.hex("two new tugs for the harbour"));
  }

  @Test
  void aFewChangedWordsKeepTextsNearAndOtherTextsAreFar() {
    List<String> words = words(300, new Random(1));
    String text = String.join(" ", words);
    words.set(20, "changed");
    words.set(200, "changed");
    words.add("agency");
    String edited = String.join(" ", words);
    String other = String.join(" ", words(300, new Random(2)));
    assertThat(distance(text, edited)).isLessThanOrEqualTo(SimHash.NEAR_DUPLICATE_BITS);
    assertThat(distance(text, other)).isGreaterThan(SimHash.NEAR_DUPLICATE_BITS);
  }

  private static int distance(String one, String other) {
    return SimHash.distance(SimHash.hex(one).orElseThrow(), SimHash.hex(other).orElseThrow());
  }

  private static List<String> words(int count, Random random) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.format(Locale.ROOT, "w%03d", random.nextInt(900)))
        .collect(Collectors.toList());
  }
}
