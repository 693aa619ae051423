package io.newswire.parser.extract.date;

import io.newswire.parser.extract.date.DateLabels.Label;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may stand beside a date that counts from now. The words of such dates are those of sentences
 * as well: "what we learned yesterday", "hace 5 días que no llueve", "3日前橋市".
 */
final class BesideAges {

  private static final Pattern SEPARATED_BEFORE =
      Pattern.compile("^$|[^\\p{L}\\p{M}\\p{N}\\s]\\s*$");
  private static final Pattern SEPARATED_BEHIND =
      Pattern.compile("^\\s*(?:$|[^\\p{L}\\p{M}\\p{N}\\s])");

  /** Between such letters nothing tells where a word ends; this one says "about". */
  private static final Pattern UNSPACED_BEFORE =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}&&[^约]]$");

  private static final Pattern UNSPACED_BEHIND =
      Pattern.compile("^[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

  /** Japanese particles that leave an age one. */
  private static final Pattern PARTICLE = Pattern.compile("^[にの]");

  /** The month of a date of which an age would be the day. */
  private static final Pattern MONTH_BEFORE = Pattern.compile("[月월]\\s?$");

  private final DateLabels labels = DateLabels.load();

  /** Whether a phrase is the end of its line or of a part of it. */
  boolean isSeparatedBehind(String text, int end) {
    return SEPARATED_BEHIND.matcher(text.substring(end)).find();
  }

  /** Whether a day by its name is a part of its line, and no word of a sentence. */
  boolean isApart(String text, int start, int end) {
    String before = text.substring(0, start).strip();
    return (isSeparatedBehind(text, end) || isLabel(text.substring(end).strip()))
        && (SEPARATED_BEFORE.matcher(before).find() || isLabel(before));
  }

  /**
   * Whether an age that ends in a letter of East Asia is one.
   *
   * @param last what says that it is past
   */
  boolean isWhole(String text, int start, int end, @Nullable String last) {
    String before = text.substring(0, start);
    String behind = text.substring(end);
    if (MONTH_BEFORE.matcher(before).find()) {
      return false;
    }
    boolean opens = !UNSPACED_BEFORE.matcher(before).find() || isLabel(before);
    boolean korean = "전".equals(last);
    boolean runsOn =
        korean
            ? !SEPARATED_BEHIND.matcher(behind).find() && !behind.startsWith("에")
            : UNSPACED_BEHIND.matcher(behind).find() && !PARTICLE.matcher(behind).find();
    return opens && (!runsOn || isLabel(behind.strip()));
  }

  private boolean isLabel(String text) {
    return labels.opening(text) != Label.NONE;
  }
}
