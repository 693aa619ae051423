package io.newswire.parser.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectionTest {

  private static final LanguageDetection LANGUAGES = new LanguageDetection();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The port authority takes delivery of two electric tugs this week.",
        "de | Die Hafenbehörde übernimmt in dieser Woche zwei elektrische Schlepper.",
        "fr | L'autorité portuaire prend livraison de deux remorqueurs électriques.",
        "es | La autoridad portuaria recibe esta semana dos remolcadores eléctricos.",
        "tr | Liman idaresi bu hafta iki elektrikli römorkörü teslim alıyor.",
        "ru | Портовые власти на этой неделе получают два электрических буксира.",
        "uk | Портова влада цього тижня отримує два електричні буксири.",
        "ar | تتسلم سلطة الميناء هذا الأسبوع قاطرتين كهربائيتين.",
        "fa | سازمان بندر این هفته دو یدک‌کش برقی تحویل می‌گیرد.",
        "zh | 港务局本周接收两艘电动拖船，取代两艘旧船。",
        "ja | 港湾局は今週、二隻の電動タグボートを受け取ります。",
        "ko | 항만청은 이번 주 전기 예인선 두 척을 인수한다.",
        "th | การท่าเรือรับมอบเรือลากจูงไฟฟ้าสองลำในสัปดาห์นี้",
        "hi | बंदरगाह प्राधिकरण इस सप्ताह दो विद्युत नौकाएँ प्राप्त कर रहा है।",
        "si | වරාය අධිකාරිය මෙම සතියේ විදුලි බෝට්ටු දෙකක් භාර ගනී.",
        "am | የወደብ ባለሥልጣን በዚህ ሳምንት ሁለት የኤሌክትሪክ ጀልባዎችን ይረከባል ነው።",
        "el | Η λιμενική αρχή παραλαμβάνει δύο ηλεκτρικά ρυμουλκά."
      })
  void tellsTheLanguageOfASentence(String language, String text) {
    assertThat(LANGUAGES.detect(text, null)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id | Kepala pelabuhan mengatakan kapal tunda listrik itu tiba hari Jumat karena cuaca buruk.",
        "ms | Ketua pelabuhan berkata kapal tunda elektrik itu tiba pada hari Jumaat kerana cuaca buruk.",
        "hr | Lučka uprava će tijekom sljedećeg tjedna preuzeti dva električna tegljača, rekao je ravnatelj.",
        "bs | Lučka uprava će tokom sljedeće sedmice preuzeti dva električna tegljača, rekao je direktor u Sarajevu.",
        "sr | Lučka uprava će tokom sledeće nedelje preuzeti dva električna tegljača, rekao je ministar u Beogradu.",
        "nb | Havnevesenet får to nye slepebåter denne uken, men vet ikke hvor mye de kommer til å koste.",
        "nn | Hamnevesenet får to nye slepebåtar denne veka, men veit ikkje kor mykje dei kjem til å koste.",
        "da | Havnevæsenet får to nye slæbebåde i denne uge, men ved ikke, hvor meget de kommer til at koste.",
        "ca | L'autoritat portuària rep aquesta setmana dos remolcadors elèctrics, però també n'espera més.",
        "cs | Přístav tento týden převezme dva elektrické remorkéry, které nahradí dva starší.",
        "sk | Prístav tento týždeň prevezme dva elektrické remorkéry, ktoré nahradia dva staršie.",
        "ti | ኣብዚ ሰሙን እዚ ክልተ ሓደሽቲ መራኽብ ናብ ወደብ ኣትየን ኣለዋ።",
        "mr | बंदर प्राधिकरणाला या आठवड्यात दोन विद्युत नौका मिळणार आहेत.",
        "om | Torban kana keessa doonii haaraa lama gara buufataatti dhufan, jedhan namoonni.",
        "kk | Порт әкімшілігі осы аптада екі электр кемесін қабылдап алады.",
        "en | Taxi to the harbour and back: it was the end of the line for us.",
        "om | Duula bara darbee aanaa sana keessatti namoota hedduu ajjeese.",
        "so | Dowladda ayaa sheegtay in dadka magaalada ay ku noqon doonaan guryahooda.",
        "nn | Boka blei skriven av ein forfattar som budde i ei lita bygd, og ho blir endå lesen.",
        "bs | Odjel za hirurgiju u toj bolnici ima saradnju s drugim preduzećima.",
        "ms | Pasukan itu dijangka bermain dalam kejohanan yang bermula pada petang Ahad.",
        "id | Klub itu merilis jadwal turnamen yang dimulai pada hari Minggu siang.",
      })
  void tellsCloseLanguagesApart(String language, String text) {
    assertThat(LANGUAGES.detect(text, null)).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Best Wi-Fi routers: Wi-Fi 7 explained",
        "Sci-fi fans get Hi-Fi sound in new cinema",
        "Sun, sea and more sun: the holiday guide",
        "Het kan niet en het kan ook niet anders",
        "Vi kan se at han kan komme hjem igen"
      })
  void shortWordsOfOtherLanguagesAreNotOromo(String text) {
    assertThat(LANGUAGES.detect(text, null)).isNotEqualTo("om");
  }

  @Test
  void theTextIsBelievedRatherThanTheDeclaration() {
    String german = "Die Hafenbehörde übernimmt in dieser Woche zwei elektrische Schlepper.";
    assertThat(LANGUAGES.detect(german, "en-US")).isEqualTo("de");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sv | Quiz – Vad kan du om bogserbåtar?",
        "en | Enjoy our third podcast, with Ola Marik",
        "en | Jolla Bosun and Sadla Koma 0.1.1 released"
      })
  void ofAShortTextTheDeclaredLanguageIsTakenAmongThoseThatItMayBeIn(String declared, String text) {
    assertThat(LANGUAGES.detect(text, declared)).isEqualTo(declared);
    assertThat(LANGUAGES.detect(text, "ja")).isNotEqualTo("ja");
  }

  @Test
  void theDeclarationIsBelievedWhereTheTextIsTooShort() {
    assertThat(LANGUAGES.detect("Taxi!", "pt-BR")).isEqualTo("pt");
    assertThat(LANGUAGES.detect("", "iw")).isEqualTo("he");
    assertThat(LANGUAGES.detect("…", null)).isEqualTo("und");
  }

  @ParameterizedTest
  @CsvSource({"en-GB, en", "EN_us, en", "zh-Hant-TW, zh", "in, id", "no, nb"})
  void declarationsAreReadInTheirManyForms(String declared, String language) {
    assertThat(LanguageDetection.tag(declared)).contains(language);
  }

  @ParameterizedTest
  @CsvSource({"xx", "und", "''", "*", "English (UK) !"})
  void declarationsThatNameNoLanguageAreIgnored(String declared) {
    assertThat(LanguageDetection.tag(declared)).isEmpty();
  }
}
