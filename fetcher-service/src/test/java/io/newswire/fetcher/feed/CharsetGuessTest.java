package io.newswire.fetcher.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds whose charset nothing names. */
class CharsetGuessTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EUC-JP       | 港では昨夜、三隻の渡し船が欠航になりました。
          windows-31j  | 港では昨夜、三隻の渡し船が欠航になりました。
          EUC-KR       | 어제 저녁 항구에서 여객선 세 척이 운항을 멈추었다.
          GB18030      | 港口昨天晚上有三条渡船停航，他们说今天会好的。
          Big5         | 港口昨天晚上有三艘渡輪停航，他們說今天會好的。
          windows-1251 | Вчера вечером в порту не вышли в рейс три парома.
          KOI8-R       | Вчера вечером в порту не вышли в рейс три парома.
          ISO-8859-5   | Вчера вечером в порту не вышли в рейс три парома.
          IBM866       | Вчера вечером в порту не вышли в рейс три парома.
          windows-1251 | Снощи в пристанището не отплаваха три ферибота.
          windows-1253 | Χθες το βράδυ τρία πλοία έμειναν στο λιμάνι.
          windows-1255 | אתמול בערב שלוש מעבורות לא יצאו מן הנמל
          windows-1256 | لم تغادر ثلاث عبارات الميناء مساء أمس
          ISO-8859-6   | لم تغادر ثلاث عبارات الميناء مساء أمس
          TIS-620      | เมื่อวานนี้เรือข้ามฟากสามลำหยุดเดินเรือ
          windows-1252 | Hier soir, trois bacs n’ont pas quitté le port : « la mer était trop forte » – déjà l’été.
          windows-1252 | Gestern Abend sind drei Fähren nicht ausgelaufen: „zu stürmisch für die Überfahrt“.
          windows-1252 | Rents in the harbour are up by £5, £10 and £20 a week.
          windows-1252 | The tanks hold 20 m³, 30 m³ and 45 m³, and cost £3 each.
          windows-1252 | On the 1º, 2º, 3º and 4º floors of the customs house.
          windows-1252 | Igår kväll ställdes tre färjor in på grund av blåsten över Öresund.
          windows-1252 | Eilen illalla kolme lauttaa jäi lähtemättä, sillä myrsky yltyi päivän mittaan.
          windows-1252 | Ontem à noite três barcas não saíram do porto, e a travessia só recomeça amanhã.
          windows-1252 | Í gærkvöldi sigldu þrjár ferjur ekki úr höfn því veðrið versnaði þegar leið á daginn.
          windows-1250 | Wczoraj wieczorem trzy promy nie wypłynęły z portu, bo wiał zbyt silny wiatr – „aż dziesięć”.
          ISO-8859-2   | Wczoraj wieczorem trzy promy nie wypłynęły z portu, ponieważ wiał zbyt silny wiatr i śnieżyło.
          windows-1250 | Včera večer tři trajekty nevypluly z přístavu, protože vítr příliš zesílil.
          ISO-8859-2   | Včera večer tři trajekty nevypluly z přístavu, protože vítr příliš zesílil.
          windows-1250 | Tegnap este három komp nem indult el a kikötőből, mert erős szél fújt a tengerről.
          windows-1250 | Aseară trei feriboturi nu au mai ieşit din port, iar vântul a bătut până dimineaţa.
          windows-1250 | Sinoć tri trajekta nisu isplovila iz luke jer je vjetar još jače zapuhao, a noć će biti teža.
          windows-1254 | Dün akşam üç vapur limandan ayrılmadı, çünkü rüzgâr öğleden sonra iyice sertleşti.
          windows-1257 | Vakar vakare trys keltai neišplaukė iš uosto, nes vėjas dieną labai sustiprėjo.
          windows-1257 | Vakar vakarā trīs prāmji neizgāja no ostas, jo vējš dienas laikā kļuva pārāk stiprs.
          """)
  void whatIsWrittenIsRead(String charset, String text) {
    String document =
        "<rss version='2.0'><channel><title>%s</title><item><title>News</title></item></channel></rss>"
            .formatted(text);
    ParseResult.Parsed result =
        (ParseResult.Parsed) Feeds.parse(document.getBytes(Charset.forName(charset)), Map.of());
    assertThat(Feeds.value(result.feed().title())).isEqualTo(text);
    assertThat(result.malformed()).isTrue();
  }

  /** An article in a western language stays one, whoever it is about. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Le maire Kovács a salué les équipes après la tempête ; « l’été sera long », dit-il à Šiauliai.",
        "Die Ärztin Dvořák arbeitet täglich für die Überwachung der Brücke in Łódź.",
        "Señor Gutiérrez habló ayer en Şişli, según él mismo contó más tarde."
      })
  void namesFromElsewhereChangeNothing(String text) {
    byte[] bytes = text.getBytes(Charset.forName("windows-1252"));
    assertThat(CharsetGuess.of(bytes)).isNull();
  }

  @Test
  void escapeSequencesTellJapaneseOfSevenBits() {
    String document =
        "<rss version='2.0'><channel><title>港の渡し船</title><item><title>x</title></item></channel></rss>";
    ParseResult.Parsed result =
        (ParseResult.Parsed)
            Feeds.parse(document.getBytes(Charset.forName("ISO-2022-JP")), Map.of());
    assertThat(Feeds.value(result.feed().title())).isEqualTo("港の渡し船");
  }

  /** What says US-ASCII and has more says nothing. */
  @Test
  void usAsciiIsNoAnswerWhereThereIsMore() {
    String document =
        "<?xml version='1.0' encoding='us-ascii'?><rss version='2.0'><channel>"
            + "<title>Вчера вечером в порту</title></channel></rss>";
    ParseResult.Parsed result =
        (ParseResult.Parsed)
            Feeds.parse(
                document.getBytes(Charset.forName("KOI8-R")),
                Map.of("content-type", "text/xml; charset=us-ascii"));
    assertThat(Feeds.value(result.feed().title())).isEqualTo("Вчера вечером в порту");
    assertThat(result.malformed()).isTrue();
  }

  /** A character of several bytes may lie across the end of what is weighed. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aLongDocumentIsReadLikeAShortOne(int offset) {
    byte[] bytes =
        (" ".repeat(offset) + "港口昨天晚上有三条渡船停航，他们说今天会好的。".repeat(4_000))
            .getBytes(Charset.forName("GB18030"));
    assertThat(CharsetGuess.of(bytes)).isEqualTo(Charset.forName("GB18030"));
  }

  @Test
  void whatIsFarIntoADocumentCanRuleACharsetOut() {
    byte[] bytes =
        ("港では昨夜、三隻の渡し船が欠航になりました。".repeat(4_000) + " ").getBytes(Charset.forName("EUC-JP"));
    assertThat(CharsetGuess.of(bytes)).isEqualTo(Charset.forName("EUC-JP"));
    bytes[bytes.length - 1] = (byte) 0xFF;
    assertThat(CharsetGuess.of(bytes)).isNotEqualTo(Charset.forName("EUC-JP"));
  }
}
