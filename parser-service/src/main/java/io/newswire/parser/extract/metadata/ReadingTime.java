package io.newswire.parser.extract.metadata;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the reading time that a publisher states. */
public final class ReadingTime {

  private static final int LONGEST_LINE = 120;

  /** A number of minutes beside a word for reading, in the main languages. */
  private static final Pattern STATED =
      Pattern.compile(
          "(?<!\\d)(\\d{1,3})(?:\\s?[-–]\\s?\\d{1,3})?[\\s-]{0,2}(?:min(?:ute|uti|uto|utos|uut|ut|uten)?s?\\.?[\\s-]{0,2}(?:to |of )?(?:read|lesezeit|lesen|de lecture|lecture|de lectura|lectura|de leitura|leitura|di lettura|lettura|leestijd|lezen|läsning|lästid|lesetid|læsetid|lukuaika|czytania|čtení|чтения|читання)|分で読|分钟阅读|分鐘閱讀|分钟读完|분 읽기|dakika okuma|dk okuma|دقائق للقراءة|دقيقة قراءة)"
              + "|(?:read(?:ing)?[\\s-]time|lesezeit|lesedauer|temps de lecture|lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|lästid|lesetid|læsetid|lukuaika|czas czytania|doba čtení|время чтения|час читання|okuma süresi|阅读时间|閱讀時間|読了時間|読了目安|읽는 시간|مدة القراءة|وقت القراءة)"
              + "[\\s:：約约]{0,4}(?:ca\\.|circa|about|ungefähr)?\\s{0,2}(\\d{1,3})\\s?(?:min|m\\b|分|분|dk|dakika|دقائق|دقيقة|мин|хв|')",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private ReadingTime() {}

  /** Minutes, from the first short line that states them. */
  public static @Nullable Integer find(List<String> lines) {
    for (String line : lines) {
      Integer minutes = in(line);
      if (minutes != null) {
        return minutes;
      }
    }
    return null;
  }

  private static boolean hasDigit(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) >= '0' && line.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  /** Minutes that a line states, or null. */
  public static @Nullable Integer in(String line) {
    if (line.length() > LONGEST_LINE || !hasDigit(line)) {
      return null;
    }
    Matcher matcher = STATED.matcher(line);
    if (!matcher.find()) {
      return null;
    }
    String digits = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    int minutes = Integer.parseInt(digits);
    return minutes > 0 ? minutes : null;
  }
}
