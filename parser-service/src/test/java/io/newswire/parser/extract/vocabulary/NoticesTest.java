package io.newswire.parser.extract.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesTest {

  private final Notices notices = Notices.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "To serve you better, we use cookies and ask you to put up with them.",
        "Dieser Brief kommt freitags. Unseren Newsletter können Sie hier bestellen.",
        "« Toute reproduction, même partielle, des textes est interdite. »",
        "Los lectores escriben y el diario no se hace responsable de las opiniones.",
        "Wydawca nie odpowiada za treść komentarzy.",
        "Редакция не несёт ответственности за мнения читателей.",
        "Yorum yazanlar bilsin: yapılan yorumlardan gazete sorumlu değildir.",
        "التعليقات تعبر عن آراء أصحابها فقط.",
        "本報の記事は無断転載を禁じます。",
        "เว็บไซต์นี้ใช้คุกกี้เพื่อให้คุณใช้งานได้สะดวก",
        "본 사이트는 편의를 위해 쿠키를 사용합니다."
      })
  void whatASiteSaysAboutItselfIsANotice(String paragraph) {
    assertThat(notices.isNotice(paragraph)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A",
        "The baker says that she uses cookies of last week for her cakes.",
        "Der Verlag verschickte seinen ersten Newsletter im Jahr 1998.",
        "Queda prohibida la venta de alcohol en la playa.",
        "Город не несёт ответственности за состояние моста.",
        "未经授权的房屋将在年底前拆除。"
      })
  void whatAnArticleSaysAboutTheWorldIsNone(String paragraph) {
    assertThat(notices.isNotice(paragraph)).isFalse();
  }

  @Test
  void aLongTextThatMentionsItIsNone() {
    String essay = "The river had no bridge then. ".repeat(30);
    assertThat(notices.isNotice(essay + "We use cookies.")).isFalse();
  }
}
