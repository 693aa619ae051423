package io.newswire.parser.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.newswire.parser.RawArticles;
import io.newswire.parser.article.Article;
import io.newswire.parser.article.BadRecordException;
import io.newswire.parser.article.Image;
import io.newswire.parser.article.Method;
import io.newswire.parser.article.TextType;
import io.newswire.parser.extract.ArticleExtractor;
import io.newswire.parser.language.LanguageDetection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What feeds of many makes put around the text of an entry. */
class FeedEntriesTest {

  private static final ArticleNormalizer NORMALIZER =
      new ArticleNormalizer(new ArticleExtractor(), new LanguageDetection());

  private static final String SENTENCES =
      "The port authority took delivery of two electric tugs on Friday. They halve the noise at the quay.";
  private static final String TEXT = ("<p>" + SENTENCES + "</p>").repeat(8);
  private static final String LINK = "<a href=\"https://gazette.example/a/1\">%s</a>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Continue reading",
        "Continue reading <span class=\"hidden\">Two tugs</span> &rarr;",
        "Read more…",
        "[Read more]",
        "Read more of this story",
        "Keep reading on Harbour Notes »",
        "Weiterlesen …",
        "Mehr lesen",
        "Lire la suite",
        "Seguir leyendo",
        "Leer más &raquo;",
        "Leggi tutto",
        "Continua a leggere →",
        "Leia mais",
        "Lees verder",
        "Läs mer »",
        "Læs mere",
        "Les mer",
        "Lue lisää",
        "Czytaj dalej",
        "Číst dále",
        "Tovább olvasom",
        "Citește mai mult",
        "Читать далее",
        "Читати далі",
        "Прочетете още",
        "Διαβάστε περισσότερα",
        "Devamını oku",
        "اقرأ المزيد",
        "ادامه مطلب",
        "המשך קריאה",
        "और पढ़ें",
        "আরও পড়ুন",
        "อ่านต่อ",
        "Đọc tiếp",
        "Baca selengkapnya",
        "続きを読む",
        "계속 읽기",
        "阅读全文",
        "繼續閱讀"
      })
  void whereTheTextIsToBeReadOnItIsATeaserAndThePromptIsNoText(String prompt)
      throws BadRecordException {
    String link = LINK.formatted(prompt);
    for (String end : new String[] {"<p>" + link + "</p>", "<br/>" + link + "<br/>"}) {
      Article article = ofContent(TEXT + end);
      assertThat(article.body()).endsWith("at the quay.");
      assertThat(article.method()).isEqualTo(Method.FEED_SUMMARY);
    }
    Article inline = ofContent(TEXT + "<p>" + SENTENCES + " " + link + "</p>");
    assertThat(inline.body()).endsWith("at the quay.");
    assertThat(inline.method()).isEqualTo(Method.FEED_SUMMARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The port wants to read more about it.",
        "Weiter geht es, wenn der Kai fertig ist.",
        "Two tugs are not enough, <a href=\"https://gazette.example/b\">the port says</a>.",
        "Das Projekt läuft <a href='x'>weiter</a>.",
        "Residents of the east quay can <a href='x'>find out more</a>.",
        "See the full moon rise over <a href='x'>the quay</a> on Friday.",
        "Подробнее о планах порта рассказал <a href='x'>его глава</a> в пятницу.",
        "The post office first appeared on <a href='x'>a map</a> in 1840.",
        "Příspěvek na opravu pochází z <a href='x'>dotace kraje</a>.",
        "该病毒最先出现在<a href='x'>港口</a>。"
      })
  void aSentenceThatSoundsLikeAPromptStays(String sentence) throws BadRecordException {
    Article article = ofContent(TEXT + "<p>" + sentence + "</p>");
    assertThat(article.body()).doesNotEndWith("at the quay.");
    assertThat(article.method()).isEqualTo(Method.FEED_CONTENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Read more at <a href='x'>Gazette</a>",
        "Read more about <a href='x'>tugs</a>.",
        "<a href='x'>Continue reading</a> Two tugs and a barge in the harbour"
      })
  void aPromptMayBeLinkedInPart(String prompt) throws BadRecordException {
    Article article = ofContent(TEXT + "<p>" + prompt + "</p>");
    assertThat(article.body()).endsWith("at the quay.");
    assertThat(article.method()).isEqualTo(Method.FEED_SUMMARY);
  }

  @Test
  void aPromptBehindWordsThatBreakOffIsNoText() throws BadRecordException {
    String end = "The tugs are as quiet as " + LINK.formatted("Read more");
    assertThat(ofContent(TEXT + "<p>" + end + "</p>").body()).endsWith("as quiet as");
  }

  @Test
  void aLongTextIsAnArticleWhateverElseItAsksToRead() throws BadRecordException {
    String article = TEXT.repeat(6) + "<p>" + LINK.formatted("Read more") + "</p>";
    assertThat(ofContent(article).method()).isEqualTo(Method.FEED_CONTENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The post <a href='x'>Two tugs</a> appeared first on <a href='y'>Gazette</a>.",
        "The post <a href='x'>Two tugs</a> first appeared on <a href='y'>Gazette</a>.",
        "Der Beitrag <a href='x'>Zwei Schlepper</a> erschien zuerst auf <a href='y'>Hafenblatt</a>.",
        "L’article <a href='x'>Deux remorqueurs</a> est apparu en premier sur <a href='y'>La Gazette</a>.",
        "La entrada <a href='x'>Dos remolcadores</a> se publicó primero en <a href='y'>Gaceta</a>.",
        "L'articolo <a href='x'>Due rimorchiatori</a> proviene da <a href='y'>Gazzetta</a>.",
        "O post <a href='x'>Dois rebocadores</a> apareceu primeiro em <a href='y'>Gazeta</a>.",
        "Het bericht <a href='x'>Twee slepers</a> verscheen eerst op <a href='y'>Havenblad</a>.",
        "Inlägget <a href='x'>Två bogserbåtar</a> dök först upp på <a href='y'>Hamnbladet</a>.",
        "Indlægget <a href='x'>To slæbebåde</a> blev først udgivet på <a href='y'>Havnebladet</a>.",
        "Artykuł <a href='x'>Dwa holowniki</a> pochodzi z serwisu <a href='y'>Gazeta</a>.",
        "Сообщение <a href='x'>Два буксира</a> появились сначала на <a href='y'>Вестник</a>.",
        "Запис <a href='x'>Два буксири</a> спершу з'явився на <a href='y'>Вісник</a>.",
        "<a href='x'>İki römorkör</a> yazısı ilk önce <a href='y'>Liman Gazetesi</a> üzerinde ortaya çıktı.",
        "ظهرت المقالة <a href='x'>قاطرتان</a> أولاً على <a href='y'>الجريدة</a>.",
        "投稿 <a href='x'>2隻のタグボート</a> は <a href='y'>港新聞</a> に最初に表示されました。",
        "<a href='x'>两艘拖船</a>最先出现在<a href='y'>港报</a>。",
        "&#32; submitted by &#32; <a href='x'> /u/jofield </a> <br/> <span><a href='x'>[link]</a></span> &#32; <span><a href='x'>[comments]</a></span>",
        "<a href='x'>View original</a>",
        "The post “<a href='x'>Two tugs</a>” appeared first on <a href='y'>Gazette</a>.",
        "This article was originally published on <a href='x'>Gazette</a>. Read <a href='y'>it</a>.",
        "Filed under: <a href='x'>Harbour</a>",
        "Annons: https://ads.example/t?a=1",
        "See <a href='x'>voices.example/listener</a> for privacy information."
      })
  void whatTheFeedSaysBelowTheTextIsNoText(String footer) throws BadRecordException {
    Article article = ofContent(TEXT + "<p>" + footer + "</p>");
    assertThat(article.body()).endsWith("at the quay.");
    assertThat(article.method()).isEqualTo(Method.FEED_CONTENT);
  }

  @Test
  void anEntryThatOnlyPointsElsewhereHasNoText() throws BadRecordException {
    assertThat(
            ofContent(
                    "<table><tr><td><a href='x'><img src='https://i.example/1.jpg'/></a></td><td> submitted by"
                        + " <a href='x'>/u/jo</a> <br/> <a href='x'>[link]</a> <a href='x'>[comments]</a></td></tr></table>")
                .body())
        .isNull();
    assertThat(
            ofContent(
                    "<p>Article URL: <a href='https://a.example/1'>https://a.example/1</a></p>"
                        + "<p>Points: 123</p><p># Comments: 4</p>")
                .body())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>Off to the beach</p> | Off to the beach",
        "<h2>Two tugs arrive</h2> | Two tugs arrive",
        "<div><img src='https://i.example/1.jpg' width='300'/>Two tugs in the harbour</div> | Two tugs in the harbour",
        "<p>Two tugs arrive.</p><p>-- Jo</p> | 'Two tugs arrive.\n\n-- Jo'",
        "<p>Winning numbers: 4, 12, 33, 41</p> | Winning numbers: 4, 12, 33, 41",
        "<p>Sunset over the harbour:</p><p><img src='https://i.example/1.jpg'/></p> | Sunset over the harbour:",
        "<p>Dawn:</p><p><img src='https://i.example/1.jpg'/></p><p>Dusk: 18.30</p> | 'Dawn:\n\nDusk: 18.30'",
        "Two tugs. Subscribe: https://v.example/sub #tugs | Two tugs. Subscribe: https://v.example/sub #tugs"
      })
  void aFewWordsMayBeAllThatAnEntrySays(String html, String text) throws BadRecordException {
    assertThat(ofContent(html).body()).isEqualTo(text);
  }

  @Test
  void aLabelOfNothingAtTheEndIsNoText() throws BadRecordException {
    assertThat(ofContent(TEXT + "<p>Also on the Gazette:</p>").body()).endsWith("at the quay.");
    assertThat(ofContent(TEXT + "<h3>Links</h3>").body()).endsWith("at the quay.");
    assertThat(ofContent(TEXT + "<h2>In short, tugs are fine.</h2>").body()).endsWith("are fine.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "&lt;p&gt;Two tugs &amp;amp; a barge&lt;/p&gt;&lt;p&gt;More of it.&lt;/p&gt; | 'Two tugs & a barge\n\nMore of it.'",
        "<![CDATA[<p>Two tugs</p>]]&gt; | Two tugs",
        "&lt;![CDATA[<p>Two tugs</p>]]&gt; | Two tugs",
        "&lt;p&gt;Two tugs&lt;/p&gt;&lt;p&gt;More of it | 'Two tugs\n\nMore of it'",
        "&lt;p&gt; opens a paragraph | <p> opens a paragraph",
        "&lt;p&gt; opens a paragraph and &lt;/p&gt; closes it | <p> opens a paragraph and </p> closes it",
        "Use &lt;b&gt;bold&lt;/b&gt; | Use <b>bold</b>"
      })
  void markupThatWasEncodedOnceTooOftenIsMarkup(String html, String text)
      throws BadRecordException {
    assertThat(ofContent(html).body()).isEqualTo(text);
  }

  @Test
  void emptyLinesPartParagraphsWhereThereIsNoOtherMarkup() throws BadRecordException {
    assertThat(ofContent("Two tugs\narrive.\n\nThey are <b>quiet</b>.").body())
        .isEqualTo("Two tugs arrive.\n\nThey are quiet.");
    assertThat(ofContent("Two tugs\n\narrive.<br/>They are quiet.").body())
        .isEqualTo("Two tugs arrive.\nThey are quiet.");
  }

  @Test
  void iconsForSharingAndSmileysAreNoImages() throws BadRecordException {
    String icons =
        "<p>Add to: <a href='https://s.example/1'><img src='https://s.example/a.png'/></a> | "
            + "<a href='https://s.example/2'><img src='https://s.example/c?id=2' border='0'/></a></p>";
    String smiley = "<p>Ahoy <img src='https://s.example/1f6a2.png' class='wp-smiley'/></p>";
    Article article = ofContent(TEXT + smiley + icons);
    assertThat(article.images()).isEmpty();
    assertThat(article.body()).endsWith("Ahoy");
  }

  @Test
  void picturesSideBySideAreImages() throws BadRecordException {
    String pictures =
        "<p><a href='https://i.example/1.png'><img src='https://i.example/1s.png'/></a> "
            + "<a href='https://i.example/2'><img src='https://i.example/2s.jpg'/></a> "
            + "<a href='https://i.example/3'><img src='https://i.example/3s' width='640'/></a></p>";
    assertThat(ofContent(TEXT + pictures).images())
        .extracting(Image::url)
        .containsExactly(
            "https://i.example/1s.png", "https://i.example/2s.jpg", "https://i.example/3s");
  }

  @Test
  void topicsThatCameAsOneAreSeveralAndThoseOfMachinesAreNone() throws BadRecordException {
    assertThat(topics("tugs,harbour,quay", "Ports; Ships", "Noise | Air", "a, b, c, d"))
        .containsExactly(
            "tugs", "harbour", "quay", "Ports", "Ships", "Noise", "Air", "a", "b", "c", "d");
    assertThat(
            topics("Bonn, Germany", "1,000 metres", "Field, Jo", "AC/DC", "Bonn,DE", "Field,Ola"))
        .containsExactly(
            "Bonn, Germany", "1,000 metres", "Field, Jo", "AC/DC", "Bonn,DE", "Field,Ola");
    assertThat(topics("New York", "new-york", "geo:lat=51.5", "https://s.example/kind#post"))
        .containsExactly("New York");
    assertThat(topics("Non classé", "Без рубрики", "未分类", "Sin categoría")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>Two tugs arrived this morning. They are quiet.</p> | Two tugs arrived this morning.",
        "<p>Two tugs 🚢</p><p>Quiet ones.</p> | Two tugs 🚢",
        "<p>今朝、港に電気で動くタグボートが二隻、静かに到着しました。静かです。</p> | 今朝、港に電気で動くタグボートが二隻、静かに到着しました。",
        "<p>Many saw Angela Brandt vs. Dr. J. Jones at 9. They are quiet.</p> | Many saw Angela Brandt vs. Dr. J. Jones at 9.",
        "<p>The ferry is reported OK!!! It is quiet.</p> | The ferry is reported OK!!!",
        "'' | ''"
      })
  void anEntryWithoutATitleIsCalledByTheBeginningOfItsText(String html, String title)
      throws BadRecordException {
    RawArticles untitled = new RawArticles().title(null, TextType.TEXT);
    assertThat(normalized(untitled.content(html, TextType.HTML)).title()).isEqualTo(title);
  }

  @Test
  void aLongBeginningIsCutBetweenWords() throws BadRecordException {
    RawArticles untitled = new RawArticles().title(null, TextType.TEXT);
    String words = "tug ".repeat(60);
    assertThat(normalized(untitled.content(words, TextType.HTML)).title())
        .endsWith("tug…")
        .hasSizeBetween(60, 121);
    assertThat(normalized(untitled.content("🚢".repeat(90), TextType.HTML)).title())
        .isEqualTo("🚢".repeat(60) + "…");
  }

  @Test
  void signsWithoutEndCostABeginningNothing() {
    String text = "The tugs arrived at last" + "!".repeat(1_000_000) + "a";
    assertTimeoutPreemptively(Duration.ofSeconds(1), () -> Titles.ofText(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {" \n", "&#32;", "&#9;&#10;", "&nbsp;"})
  void aSourceWhoseNameIsOnlySpaceIsCalledByItsHost(String name) throws BadRecordException {
    assertThat(normalized(new RawArticles().feedTitle(name)).source().name()).contains(".example");
  }

  @Test
  void theNameOfTheSourceIsPlainText() throws BadRecordException {
    assertThat(normalized(new RawArticles().feedTitle("Field &amp;  Sons &#8211;\n News")).source())
        .extracting(Article.Source::name)
        .isEqualTo("Field & Sons – News");
  }

  private static List<String> topics(String... categories) throws BadRecordException {
    return normalized(new RawArticles().categories(categories)).topics();
  }

  private static Article ofContent(String html) throws BadRecordException {
    return normalized(new RawArticles().content(html, TextType.HTML));
  }

  private static Article normalized(RawArticles raw) throws BadRecordException {
    return NORMALIZER.normalize(raw.build()).article();
  }
}
