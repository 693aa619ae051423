package io.newswire.fetcher.feed;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The charset of Latin text that nothing names: that of Western Europe, unless the letters beyond
 * ASCII are far likelier to be those of a language of Central Europe, of Turkish or of a Baltic
 * language in its own charset. What is weighed is how often each language uses each letter.
 */
final class LatinGuess {

  private static final String WESTERN = "windows-1252";

  /** How often a letter is one that the language does not have: in names and quotations. */
  private static final double FOREIGN = 0.002;

  /** How often a sign stands in the middle of a word, in which it has no business. */
  private static final double IN_WORD = 0.0005;

  /** How often a sign is anything but punctuation. */
  private static final double ODD = 0.01;

  /** Signs that join words or parts of them. */
  private static final String JOINING = "’–—\u00A0\u00AD";

  /** Signs that stand before and behind words. */
  private static final String PUNCTUATION = "«»‹›„“”‚‘…¿¡™®©°•€";

  /** By how much likelier, as a natural logarithm, another charset has to be: all letters. */
  private static final double MARGIN = 7;

  /**
   * The same for an average letter: what a long text of one language with names in it stays below.
   */
  private static final double MARGIN_EACH = 0.3;

  /** So many letters of the language there have to be: one alone may be a sign, such as £ or ³. */
  private static final int LEAST_LETTERS = 2;

  /**
   * Letters beyond ASCII and how often they are used, in parts that are only compared within a
   * language (letter frequencies of news and prose, rounded).
   */
  private static final Language[] LANGUAGES = {
    // French, German, Spanish, Portuguese, Italian, Catalan
    new Language(WESTERN, "é190 à49 è35 ê22 ç9 ù6 â6 î5 û6 ô4 ï2 ë1 œ2 ü1"),
    new Language(WESTERN, "ü100 ä58 ö44 ß31 é1"),
    new Language(WESTERN, "ó83 í73 á50 é43 ñ31 ú17 ü1"),
    new Language(WESTERN, "ã75 ç55 á55 é55 í45 ó35 ê35 ú15 õ15 â12 à12 ô6"),
    new Language(WESTERN, "è60 à64 ù17 ò20 é8 ì5"),
    new Language(WESTERN, "à60 é50 è35 í40 ó50 ò15 ú15 ç10 ï7 ü2 ·5"),
    // Dutch, Swedish, Danish, Norwegian, Finnish, Estonian, Icelandic, Faroese
    new Language(WESTERN, "ë35 é35 ï15 è6 ö6 ü5 ê3 á2"),
    new Language(WESTERN, "ä180 å134 ö131 é3 ü1"),
    new Language(WESTERN, "å119 ø94 æ87 é3 ö1"),
    new Language(WESTERN, "å150 ø110 æ25 é4 ò2 ô1"),
    new Language(WESTERN, "ä360 ö44 å1 é1"),
    new Language(WESTERN, "ä130 õ100 ü80 ö20"),
    new Language(WESTERN, "ð440 á180 í157 þ146 ó99 æ87 ö78 é65 ú61 ý23"),
    new Language(WESTERN, "á220 ð200 í180 ø170 ó120 æ80 ú70 ý40"),
    // Irish, Welsh, Albanian, Luxembourgish, what has names from everywhere
    new Language(WESTERN, "á70 í70 ó50 é40 ú40"),
    new Language(WESTERN, "â40 ô30 ê20 î20 û10 ï10 ö5 á5"),
    new Language(WESTERN, "ë600 ç70"),
    new Language(WESTERN, "é140 ë70 ä110 ö20 ü20 è5 ê3"),
    new Language(
        WESTERN,
        "é20 á6 í5 ó6 ú3 à4 è6 ò2 ù2 â2 ê3 î2 ô2 û1 ä6 ë4 ï2 ö6 ü6 ç4 ñ4 ã3 õ2 å4 ø4 æ3 ß3 ð1 þ1 ý1"
            + " š1 ž1 œ1"),
    // Polish, Czech, Slovak, Hungarian, Romanian, Croatian and Bosnian, Slovene
    new Language("windows-1250 ISO-8859-2", "ł190 ę105 ą95 ó85 ż83 ś66 ć40 ń20 ź6"),
    new Language(
        "windows-1250 ISO-8859-2", "í164 ě122 ý100 á190 ž75 š69 é90 č80 ř100 ů40 ú10 ň3 ď3 ó3 ť3"),
    new Language(
        "windows-1250 ISO-8859-2",
        "á190 í100 ú100 č100 é90 ý90 š80 ž80 ť60 ľ40 ň20 ď20 ô16 ó10 ä10 ĺ2"),
    new Language("windows-1250 ISO-8859-2", "á370 é330 ö110 ó100 ő90 í60 ü60 ú30 ű20"),
    new Language("windows-1250 ISO-8859-2", "ă190 ş110 ţ90 î80 â60"),
    new Language("windows-1250 ISO-8859-2", "č100 š90 ć70 ž60 đ25"),
    new Language("windows-1250 ISO-8859-2", "č140 š100 ž70 ć2"),
    // Turkish
    new Language("windows-1254", "ı510 ü190 ş180 ç120 ğ110 ö80 İ30 â3 î1"),
    // Lithuanian, Latvian, Estonian
    new Language("windows-1257 ISO-8859-13", "ė160 š130 ų130 ž85 ą75 į55 ū45 č45 ę20"),
    new Language("windows-1257 ISO-8859-13", "ā460 ī200 ē180 š90 ū85 ņ55 ļ35 ž30 č20 ķ20 ģ15"),
  };

  private LatinGuess() {}

  /**
   * The charset that the first {@code length} of {@code bytes} are in; null for Western Europe's.
   */
  static @Nullable Charset of(byte[] bytes, int length) {
    int[] counts = new int[256];
    int[] inWords = new int[256];
    int all = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] < 0) {
        int value = bytes[i] & 0xFF;
        all++;
        counts[value]++;
        boolean inWord =
            i > 0 && isLetter(bytes[i - 1]) && i + 1 < length && isLetter(bytes[i + 1]);
        inWords[value] += inWord ? 1 : 0;
      }
    }
    double western = Double.NEGATIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    Alphabet best = null;
    for (Language language : LANGUAGES) {
      for (Alphabet alphabet : language.alphabets) {
        double likelihood = alphabet.likelihood(counts, inWords);
        if (alphabet.charset.equals(WESTERN)) {
          western = Math.max(western, likelihood);
        } else if (likelihood > most) {
          most = likelihood;
          best = alphabet;
        }
      }
    }
    double lead = most - western;
    boolean clear = lead >= MARGIN && lead >= MARGIN_EACH * all;
    return clear && best != null && best.letters(counts) >= LEAST_LETTERS
        ? Charset.forName(best.charset)
        : null;
  }

  private static boolean isLetter(byte value) {
    return value < 0 || value >= 'a' && value <= 'z' || value >= 'A' && value <= 'Z';
  }

  /** A language in the charsets it is written in. */
  private static final class Language {

    final Alphabet[] alphabets;

    Language(String charsets, String letters) {
      alphabets =
          Arrays.stream(charsets.split(" "))
              .map(charset -> new Alphabet(charset, letters.split(" ")))
              .toArray(Alphabet[]::new);
    }
  }

  /** The letters of a language in a charset. */
  private static final class Alphabet {

    final String charset;

    /** For each byte from 0x80 the logarithm of how likely it is; 0 for what says nothing. */
    private final double[] likelihoods = new double[128];

    /** For each byte from 0x80 which letter of the language it is; -1 for none. */
    private final int[] letters = new int[128];

    /** What a byte in the middle of a word has more, if it is a sign. */
    private final double[] inWord = new double[128];

    Alphabet(String charset, String[] frequencies) {
      this.charset = charset;
      byte[] upper = new byte[128];
      for (int i = 0; i < 128; i++) {
        upper[i] = (byte) (i + 128);
      }
      String decoded = new String(upper, Charset.forName(charset));
      double sum = Arrays.stream(frequencies).mapToInt(Alphabet::number).sum();
      Arrays.fill(letters, -1);
      for (int i = 0; i < 128; i++) {
        char c = decoded.charAt(i);
        if (Character.isLetter(c) || c == '·') {
          likelihoods[i] = Math.log(FOREIGN);
        } else if (Character.isISOControl(c) || c == '\uFFFD') {
          likelihoods[i] = Math.log(IN_WORD);
        } else if (JOINING.indexOf(c) < 0) {
          inWord[i] = Math.log(IN_WORD);
          likelihoods[i] = PUNCTUATION.indexOf(c) < 0 ? Math.log(ODD) : 0;
        }
        for (int number = 0; number < frequencies.length; number++) {
          String frequency = frequencies[number];
          char letter = frequency.charAt(0);
          if (c == letter || c != 'İ' && Character.toLowerCase(c) == letter) {
            likelihoods[i] = Math.log(number(frequency) / sum);
            letters[i] = number;
          }
        }
      }
    }

    private static int number(String frequency) {
      return Integer.parseInt(frequency.substring(1));
    }

    /**
     * How many different letters of the language there are, large and small ones being the same.
     */
    int letters(int[] counts) {
      return (int)
          IntStream.range(0, 128)
              .filter(i -> counts[i + 128] > 0 && letters[i] >= 0)
              .map(i -> letters[i])
              .distinct()
              .count();
    }

    double likelihood(int[] counts, int[] inWords) {
      double sum = 0;
      for (int i = 0; i < 128; i++) {
        sum += counts[i + 128] * likelihoods[i] + inWords[i + 128] * inWord[i];
      }
      return sum;
    }
  }
}
