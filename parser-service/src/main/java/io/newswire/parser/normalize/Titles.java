package io.newswire.parser.normalize;

import io.newswire.parser.article.RawArticle;
import io.newswire.parser.article.TextType;
import io.newswire.parser.extract.Extraction;
import io.newswire.parser.html.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Titles: the feed's, cleaned; the page's where the feed has none or only its beginning. */
final class Titles {

  private static final List<String> SEPARATORS =
      List.of(" - ", " | ", " – ", " — ", " :: ", " » ", " · ");

  private static final int LONGEST_BEGINNING = 120;

  /** Nothing behind it can be part of a beginning. */
  private static final int LONGEST_LOOKED_AT = 200;

  /**
   * A sentence of some length. It ends at no initial, no two letters such as "Dr." and no "vs."; it
   * may end at other abbreviations.
   */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "^.{20,}?(?:(?<!(?<!\\p{L})(?:\\p{Lu}\\p{Ll}?|vs))[.!?…]++[\"'”»)]?+(?=\\s|$)|[。！？]++[」』”]?+)");

  private Titles() {}

  /** The feed's title as plain text; empty where it has none. */
  static String given(RawArticle.Entry entry) {
    return text(entry.title(), entry.titleType());
  }

  /** A text of a feed as the plain text that its type makes it. */
  static String text(@Nullable String text, @Nullable TextType type) {
    if (text == null) {
      return "";
    }
    return type == TextType.TEXT ? PlainText.ofText(text) : PlainText.ofHtml(text);
  }

  /** The beginning of the text of an entry that has no title, as posts and notes have none. */
  static String ofText(String text) {
    int end = text.indexOf('\n');
    String line = (end < 0 ? text : text.substring(0, end)).strip();
    Matcher sentence =
        SENTENCE.matcher(line.substring(0, Math.min(line.length(), LONGEST_LOOKED_AT)));
    if (sentence.find() && sentence.end() <= LONGEST_BEGINNING) {
      return sentence.group().strip();
    }
    if (line.length() <= LONGEST_BEGINNING) {
      return line;
    }
    int space = line.lastIndexOf(' ', LONGEST_BEGINNING);
    boolean split = Character.isLowSurrogate(line.charAt(LONGEST_BEGINNING));
    int cut = space > LONGEST_BEGINNING / 2 ? space : LONGEST_BEGINNING - (split ? 1 : 0);
    return line.substring(0, cut).strip() + "…";
  }

  static String of(String given, @Nullable Extraction page, @Nullable String sourceName) {
    String feedTitle =
        withoutSource(given, Stream.of(sourceName, page == null ? null : page.siteName()));
    String pageTitle = page == null || page.title() == null ? "" : page.title().strip();
    return feedTitle.isEmpty() || isBeginning(feedTitle, pageTitle) ? pageTitle : feedTitle;
  }

  /** Aggregators append the source: "Two new tugs - Harbour Gazette". */
  private static String withoutSource(String title, Stream<@Nullable String> sources) {
    return sources
        .filter(Objects::nonNull)
        .flatMap(source -> SEPARATORS.stream().map(separator -> separator + source.strip()))
        .filter(suffix -> suffix.length() < title.length())
        .filter(suffix -> endsWithIgnoringCase(title, suffix))
        .findFirst()
        .map(suffix -> title.substring(0, title.length() - suffix.length()).strip())
        .filter(rest -> !rest.isEmpty())
        .orElse(title);
  }

  private static boolean endsWithIgnoringCase(String title, String suffix) {
    return title.toLowerCase(Locale.ROOT).endsWith(suffix.toLowerCase(Locale.ROOT));
  }

  private static boolean isBeginning(String feedTitle, String pageTitle) {
    if (!Teaser.isCut(feedTitle)) {
      return false;
    }
    String beginning = feedTitle.replaceFirst("(?<![\\s.…\\[\\]()])[\\s.…\\[\\]()]++$", "");
    return !beginning.isEmpty()
        && pageTitle.length() > beginning.length()
        && pageTitle.startsWith(beginning);
  }
}
