package io.newswire.parser.extract.date;

/** Years as people write and count them. */
final class Years {

  private Years() {}

  /**
   * The year of the world's count. Two digits are of this or the last century; the Thai calendar is
   * 543 years ahead, Japan counts from the accession of its emperors, Taiwan from the founding of
   * its republic. Four digits are what they are, or a placeholder such as {@code 0001}.
   */
  static int of(String written, boolean thai) {
    String digits = written.replace("元", "1").replaceAll("\\D", "");
    int year = Integer.parseInt(digits);
    if (written.startsWith("令和")) {
      return 2018 + year;
    }
    if (written.startsWith("平成")) {
      return 1988 + year;
    }
    if (written.startsWith("昭和")) {
      return 1925 + year;
    }
    if (written.startsWith("大正") || written.startsWith("民") || digits.length() == 3) {
      return 1911 + year;
    }
    if (written.startsWith("明治")) {
      return 1867 + year;
    }
    if (digits.length() <= 2) {
      return thai ? 2500 - 543 + year : year + (year < 70 ? 2000 : 1900);
    }
    return year > 2450 && year < 2700 ? year - 543 : year;
  }
}
