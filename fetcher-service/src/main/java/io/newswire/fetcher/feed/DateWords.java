package io.newswire.fetcher.feed;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of dates: months, zones, halves of the day. */
final class DateWords {

  /** Korea's offset, which Korean dates without a zone mean. */
  static final int KOREA = 9 * 3_600;

  private static final String ENGLISH = "janfebmaraprmayjunjulaugsepoctnovdec";

  /**
   * Month names, or beginnings of them that no other month shares, without accents, of languages
   * with feeds.
   */
  private static final String[] MONTHS = {
    "jan janv ene gen jaen ian sty led ocak tammi sije sij sausis januar stycz янв січ студз ιαν ינואר يناير كانون जनवरी",
    "feb fev fevr lut uno subat helmi veljace febr luty фев лют φεβ פברואר فبراير شباط फरवरी",
    "mar mars marz maerz mrz maart mrt bre mart maalis ozu marzo marec mac marc мар бер сак μαρ μαρτ מרץ مارس آذار मार्च",
    "apr avr avril abr kwi dub nisan huhti tra aprile апр кві кра απρ אפריל أبريل ابريل نيسان अप्रैल",
    "may mai maj mag mei kve mayis touko svi maio май мая тра траў μαι μαϊ מאי مايو ماي أيار मई",
    "jun juin juni giu cze cer haziran kesa iun jún juny июн чер чэр ιουν ιούν יוני يونيو حزيران जून",
    "jul juil juli lug lip cervenec cervence temmuz heina iul juliol ιουλ ιούλ июл лип ліп יולי يوليو تموز जुलाई",
    "aug aou aout ago sie srp agustos elo kol авг сер жні αυγ αύγ אוגוסט أغسطس اغسطس آب अगस्त",
    "sep sept set wrz zar eylul syys ruj septembre сен вер σεπ ספטמבר سبتمبر أيلول सितंबर सितम्बर",
    "oct okt ott out paz rij ekim loka octobre окт жов кас οκτ אוקטובר أكتوبر اكتوبر تشرين अक्टूबर",
    "nov noi lis kasim marras stu novembre ноя лис ліс νοε נובמבר نوفمبر नवंबर नवम्बर",
    "dec dez dic des gru pro aralik joulu decembre déc дек гру сне δεκ דצמבר ديسمبر दिसंबर दिसम्बर",
  };

  private static final Map<String, Integer> MONTH_OF = months();
  private static final Map<String, Integer> ZONES = zones();

  private DateWords() {}

  /** The number of the English month whose first three letters stand at {@code at}, or 0. */
  static int englishMonth(String s, int at) {
    if (at + 3 > s.length()) {
      return 0;
    }
    for (int month = 0; month < 12; month++) {
      if (ENGLISH.regionMatches(true, month * 3, s, at, 3)) {
        return month + 1;
      }
    }
    return 0;
  }

  /**
   * The number of the month that a lower-case word names, by its longest known beginning, or null.
   */
  static @Nullable Integer month(String word) {
    String plain = withoutAccents(word);
    for (int length = Math.min(plain.length(), 9); length >= 2; length--) {
      Integer month = MONTH_OF.get(plain.substring(0, length));
      if (month != null) {
        return isWeekday(plain) ? null : month;
      }
    }
    return null;
  }

  static boolean isMorning(String word) {
    return word.equals("am") || word.equals("오전") || word.equals("上午");
  }

  static boolean isAfternoon(String word) {
    return word.equals("pm") || word.equals("오후") || word.equals("下午");
  }

  /** Seconds east of Greenwich of a zone's abbreviation, or null if it is not known. */
  static @Nullable Integer zone(String name) {
    return ZONES.get(name.toLowerCase(Locale.ROOT));
  }

  /** Weekdays that begin as a month does. */
  private static boolean isWeekday(String word) {
    return switch (word) {
      case "mardi", "martes", "martedi", "marti", "mar.", "lundi", "lunes" -> true;
      default -> false;
    };
  }

  private static String withoutAccents(String word) {
    String decomposed =
        Normalizer.normalize(word.replace("ł", "l").replace("ı", "i"), Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      if (Character.getType(decomposed.charAt(i)) != Character.NON_SPACING_MARK) {
        out.append(decomposed.charAt(i));
      }
    }
    return out.toString();
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> table = new HashMap<>();
    for (int month = 0; month < 12; month++) {
      for (String name : MONTHS[month].split(" ")) {
        table.putIfAbsent(withoutAccents(name), month + 1);
      }
    }
    return Map.copyOf(table);
  }

  private static Map<String, Integer> zones() {
    Map<String, Integer> table = new HashMap<>();
    String[] hours = {
      "ut 0 utc 0 gmt 0 z 0 wet 0 bst 1 west 1 cet 1 met 1 mez 1 cest 2 mest 2 mesz 2 eet 2 sast 2 cat 2 eest 3 msk 3",
      "eat 3 trt 3 msd 4 gst 4 pkt 5 wib 7 ict 7 hkt 8 sgt 8 awst 8 pht 8 myt 8 wita 8 jst 9 kst 9 aest 10 aedt 11",
      "nzst 12 nzdt 13 art -3 brt -3 brst -2 clt -4 adt -3 ast -4 at -4 edt -4 est -5 et -5 cdt -5 cst -6 ct -6 mdt -6",
      "mst -7 mt -7 pdt -7 pst -8 pt -8 akdt -8 akst -9 hst -10 sst -11 a -1 n 1 m -12 y 12",
    };
    for (String line : hours) {
      String[] words = line.split(" ");
      for (int i = 0; i < words.length; i += 2) {
        table.put(words[i], Integer.parseInt(words[i + 1]) * 3_600);
      }
    }
    table.put("ist", 19_800);
    table.put("npt", 20_700);
    table.put("acst", 34_200);
    table.put("acdt", 37_800);
    table.put("nst", -12_600);
    table.put("ndt", -9_000);
    return Map.copyOf(table);
  }
}
