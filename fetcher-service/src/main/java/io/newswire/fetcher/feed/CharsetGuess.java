package io.newswire.fetcher.feed;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * The charset of bytes that are not UTF-8 and that nothing names: the one in which they spell most
 * characters that its languages use all the time. Latin text is told by its letters beyond ASCII
 * standing alone between others, and is {@link LatinGuess}'s business.
 */
final class CharsetGuess {

  /** Bytes that are looked at to tell Latin script, and to weigh a charset. */
  private static final int SAMPLE = 1 << 16;

  private static final byte ESCAPE = 0x1B;

  /** Bytes beyond ASCII that a guess takes. */
  private static final int LEAST = 4;

  /** Characters beyond ASCII that are weighed. */
  private static final int MOST = 4_000;

  private static final String KANA =
      "のにをはがでとしてるいなたれまかすもっこらさりうくよけんきそめだアイウエオカキクケコサシスセソタチツテトナニノハヒフホマミムメモラリルレロンーッャュョ、。";
  private static final String HANGUL = "이다는의에을가고하지은로를사기한대자도서인시리정일해어스전국과부보제나수원라년그장상으구여";
  private static final String SIMPLIFIED =
      "的一是不了在有人这中大国为上个我以要他时来们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严";
  private static final String TRADITIONAL =
      "的一是不了人我在有他這中大來上個國和也子時道出而要於就下得可你年生自會那後能對著事其里所去行過家十用發天如然作方成者多日都三小軍二無同麼經法當起與好看學進種將還分此心前面又定見只主沒公從本長新聞報導臺灣";
  private static final String CYRILLIC = "оеаинтсрвлкмдпуяыьъгзбчйхжюшцщэфёіїє";
  private static final String GREEK = "αοιετσνηυρπκμλςάίόέήδύγχθώφβξζψ";
  private static final String HEBREW = "יוהלאתרמבשנדעקכםפחטגןסצזךףץ";
  private static final String ARABIC = "اليمنوترعبدفسهقكحجشطصخزةضثغذءأىئظإؤآ";
  private static final String THAI = "านรอกเงมยลวดทสตะบคปขใชแจพหไผถซธภศโอิีึืุู่้์ัำ";

  /** Charsets by how strictly their bytes are built, and what is written in them. */
  private static final Candidate[] CANDIDATES = {
    new Candidate("EUC-JP", KANA, 0.3),
    new Candidate("windows-31j", KANA, 0.3),
    new Candidate("x-windows-949", HANGUL, 0.2),
    new Candidate("GB18030", SIMPLIFIED, 0.3),
    new Candidate("Big5-HKSCS", TRADITIONAL, 0.1),
    new Candidate("windows-1251", CYRILLIC, 0.6),
    new Candidate("KOI8-U", CYRILLIC, 0.6),
    new Candidate("ISO-8859-5", CYRILLIC, 0.6),
    new Candidate("IBM866", CYRILLIC, 0.6),
    new Candidate("windows-1253", GREEK, 0.6),
    new Candidate("windows-1255", HEBREW, 0.6),
    new Candidate("windows-1256", ARABIC, 0.6),
    new Candidate("ISO-8859-6", ARABIC, 0.6),
    new Candidate("x-windows-874", THAI, 0.6),
  };

  private CharsetGuess() {}

  /** The charset that {@code bytes} are most likely in, or null if none is likely. */
  static @Nullable Charset of(byte[] bytes) {
    if (isSparse(bytes)) {
      return LatinGuess.of(bytes, Math.min(bytes.length, SAMPLE));
    }
    Charset best = null;
    double most = 0;
    for (Candidate candidate : CANDIDATES) {
      Charset charset = CharsetNames.find(candidate.charset);
      double excess = charset == null ? 0 : candidate.weight(bytes, charset) - candidate.least;
      excess /= 1 - candidate.least;
      if (charset != null && excess > most && isAllIn(bytes, charset)) {
        best = charset;
        most = excess;
      }
    }
    return best;
  }

  /**
   * The charset of seven bits whose escape sequences are in {@code bytes} (ISO-2022-JP: RFC 1468,
   * ISO-2022-KR: RFC 1557), or null if there is none.
   */
  static @Nullable Charset ofEscapes(byte[] bytes) {
    for (int i = 0; i + 3 < bytes.length; i++) {
      if (bytes[i] == ESCAPE && bytes[i + 1] == '$') {
        boolean korean = bytes[i + 2] == ')' && bytes[i + 3] == 'C';
        if (korean || bytes[i + 2] == 'B' || bytes[i + 2] == '@') {
          Charset charset = Charset.forName(korean ? "ISO-2022-KR" : "ISO-2022-JP");
          return isAllIn(bytes, charset) ? charset : null;
        }
      }
    }
    return null;
  }

  /** Whether all of {@code bytes}, and not only those that were weighed, are in this charset. */
  private static boolean isAllIn(byte[] bytes, Charset charset) {
    CharsetDecoder decoder = strict(charset);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(Math.clamp(bytes.length, 2, SAMPLE));
    CoderResult result = decoder.decode(in, out, true);
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, true);
    }
    return result.isUnderflow();
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * Whether bytes beyond ASCII mostly stand alone or in pairs, as accented letters do in Latin
   * script: Finnish {@code ää}, Portuguese {@code çã}.
   */
  private static boolean isSparse(byte[] bytes) {
    int high = 0;
    int together = 0;
    int run = 0;
    for (int i = 0; i < Math.min(bytes.length, SAMPLE); i++) {
      run = bytes[i] < 0 ? run + 1 : 0;
      high += run > 0 ? 1 : 0;
      together += run == 3 ? 3 : run > 3 ? 1 : 0;
    }
    return high < LEAST || together * 10 < high * 6;
  }

  /**
   * A charset that may be.
   *
   * @param frequent characters that texts in it are full of, the most frequent first
   * @param least the least weight of an average character beyond ASCII in any such text
   */
  private record Candidate(String charset, String frequent, double least) {

    /**
     * The weight of an average character beyond ASCII: from 1 for the most frequent to a half for
     * the last, 0 for any other; 0 also where the bytes are not in this charset. Looks no further
     * than {@link #SAMPLE}.
     */
    double weight(byte[] bytes, Charset charset) {
      ByteBuffer sample = ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, SAMPLE));
      // No character of these charsets is longer in UTF-16 than in bytes.
      CharBuffer text = CharBuffer.allocate(sample.remaining());
      if (!strict(charset).decode(sample, text, false).isUnderflow()) {
        return 0;
      }
      text.flip();
      int all = 0;
      double sum = 0;
      for (int i = 0; i < text.length() && all < MOST; i++) {
        char c = text.charAt(i);
        if (c >= 0x80) {
          all++;
          int rank = frequent.indexOf(c);
          sum += rank < 0 ? 0 : 1 - 0.5 * rank / frequent.length();
        }
      }
      return all < 2 ? 0 : sum / all;
    }
  }
}
