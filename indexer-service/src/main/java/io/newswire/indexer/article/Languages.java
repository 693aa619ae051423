package io.newswire.indexer.article;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Languages for which the mapping has fields with an analyser of their own. */
public final class Languages {

  /** Keys of the language fields in the mapping: ISO 639 codes. */
  public static final Set<String> ANALYSED =
      Set.of(
          "ar", "bg", "bn", "ca", "ckb", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi",
          "fr", "ga", "gl", "hi", "hu", "hy", "id", "it", "ja", "ko", "lt", "lv", "nl", "no", "pt",
          "ro", "ru", "sr", "sv", "th", "tr", "zh");

  private static final Map<String, String> SAME_ANALYSER =
      Map.of("nb", "no", "nn", "no", "yue", "zh", "in", "id", "prs", "fa");

  private Languages() {}

  /** The key of the fields for a BCP 47 tag, by its primary language; null where there are none. */
  public static @Nullable String fieldFor(String tag) {
    int hyphen = tag.indexOf('-');
    String primary = (hyphen < 0 ? tag : tag.substring(0, hyphen)).toLowerCase(Locale.ROOT);
    String key = SAME_ANALYSER.getOrDefault(primary, primary);
    return ANALYSED.contains(key) ? key : null;
  }
}
