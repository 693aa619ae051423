package io.newswire.parser.extract.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

  private final Phrases phrases = Phrases.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pubblicato il 3 maggio 2024",
        "Опубликовано: вчера",
        "公開日：2024年5月3日",
        "公開日 2024年5月3日",
        "Yayın Tarihi | 3 Mayıs",
        "Tin liên quan",
        "تمامی حقوق این سایت محفوظ است"
      })
  void aLabelWithItsValueIsFurniture(String line) {
    assertThat(phrases.isFurniture(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pubblicato il bando per duecento assunzioni",
        "Zveřejněno bylo také jméno oběti.",
        "Opublikowano wyniki matur.",
        "Δημοσιεύτηκε στο ΦΕΚ ο νέος νόμος.",
        "Опубликовано новое исследование о климате.",
        "Yayın tarihi henüz açıklanmadı.",
        "公開日は来年2月14日に決まった。",
        "Publicado el informe, el alcalde dimitió.",
        "Publicado por primera vez en 1920, el libro vuelve.",
        "تمامی حقوق این ماه کارگران پرداخت شد."
      })
  void aSentenceThatBeginsLikeALabelIsNone(String sentence) {
    assertThat(phrases.isFurniture(sentence)).isFalse();
  }
}
