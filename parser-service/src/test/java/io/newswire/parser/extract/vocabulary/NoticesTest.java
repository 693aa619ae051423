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
        "본 사이트는 편의를 위해 쿠키를 사용합니다.",
        "Questo sito utilizza i cookie.",
        "Alle Texte auf dieser Webseite dürfen nur mit schriftlicher Genehmigung verwendet werden.",
        "Puede darse de baja cuando quiera del boletín.",
        "Оставаясь на сайте, вы соглашаетесь с правилами.",
        "未经授权不得转载或改编。",
        "تمامی حقوق این سایت متعلق به ناشر است.",
        "لا تعبر بالضرورة عن رأي الموقع.",
        "記事の無断複製や転載はお断りします。"
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
        "未经授权的房屋将在年底前拆除。",
        "The map may not leave the house without the prior written permission of the owner, the"
            + " court held.",
        "Die Halle darf nur mit schriftlicher Genehmigung des Amtes betreten werden.",
        "Für unverlangt eingesandte Rechnungen zahlt die Gemeinde nicht.",
        "El paciente puede darse de baja cuando lo pida el médico.",
        "Os votos em branco não refletem a opinião do eleitorado.",
        "Questo sito utilizza l'acqua del fiume per raffreddare le turbine.",
        "Aan deze voorlopige uitslag kunnen geen rechten worden ontleend.",
        "Stavba vznikla bez písemného souhlasu sousedů.",
        "Лекарство зарегистрировано Федеральной службой по надзору в сфере здравоохранения.",
        "Міністр може не поділяти думку парламенту.",
        "Kaynak gösterilmeden alıntı yapan öğretim üyesi görevden alındı.",
        "تصريحات النائب لا تعبر بالضرورة عن رأي الحكومة.",
        "تمامی حقوق این ماه کارگران پرداخت شد.",
        "শব্দযন্ত্র অনুমতি ছাড়া ব্যবহার করায় জরিমানা হয়েছে।",
        "Ủy ban đã đồng ý bằng văn bản về việc xây cầu.",
        "律师说，邻居的摄像头侵犯了您的隐私。",
        "未经授权不得进入施工现场。",
        "映画を無断複製した疑いで三人が逮捕された。",
        "보험은 언제든지 해지할 수 있다고 설명했다.",
        "소프트웨어 무단복제 혐의로 두 명이 기소됐다.",
        "Ga je akkoord met het bod, dan is het huis van jou.",
        "Proč souhlasíte s jejich návrhem?",
        "Ön elfogadja a miniszter válaszát?",
        "Вы соглашаетесь с мнением тренера?",
        "Ви погоджуєтеся з рішенням суду?",
        "Apakah Anda setuju dengan rencana itu?"
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
