package io.newswire.parser.extract.metadata;

import static java.util.stream.Collectors.joining;

import io.newswire.parser.extract.vocabulary.Phrases;
import io.newswire.parser.extract.vocabulary.WordLists;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a byline apart into what names one person, one agency or one role each. */
final class BylineParts {

  /**
   * A part of a byline.
   *
   * @param text its words
   * @param joined whether an "and" stands before it, which joins persons and nothing else
   * @param author whether it may name an author; a label may say that it names an editor or a
   *     source
   */
  record Part(String text, boolean joined, boolean author) {}

  private static final Pattern NOISE =
      Pattern.compile(
          "<[^>]{0,200}>|\\([^)]{0,120}\\)|（[^）]{0,120}）|\\[[^]]{0,120}]|\\S{1,64}@\\S{1,64}|@\\w{1,40}"
              + "|https?://\\S{1,300}|www\\.\\S{1,200}");

  /** The whole byline in brackets. */
  private static final Pattern WRAPPED =
      Pattern.compile("^\\s*+[\\[【(（]([^\\[\\]【】()（）]{2,200})[\\]】)）]\\s*+$");

  private static final Pattern SEPARATOR =
      Pattern.compile("\\s*+[,;|/／•·\\n&+、，；・]\\s*+|\\s++[-–—]\\s++");

  private static final Pattern SEPARATED = Pattern.compile("[,;|/／•·\\n，；]\\s*+$");

  /** Whose pictures they are stands beside who wrote, and is not asked for. */
  private static final Pattern PICTURES =
      Pattern.compile(
          "(?<![\\p{L}])(?:photo(?:graph)?(?:s|y)?|pictures?|illustrations?|images?|fotos?|bilder|bild|grafik|images?|imágenes|ilustraciones|foto's|фото|写真|사진|图片|摄影|kuvat?|valokuvat?|zdjęcia|zdj\\.|снимки|צילום|تصوير)(?: (?:by|von|par|por|di|de|door|av|af))?\\s?[:：]?\\s[^,;|•·\n]{0,80}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** "Jana Feld (Text) und Ole Brück (Fotos)": pictures are of whom stands before their bracket. */
  private static final String OF_PICTURES =
      "\\((?:fotos?|photos?|bilder|bild|pictures|zdjęcia|kuvat)\\)";

  /** A word before a colon: "Text: …", "Penulis : … Editor : …", or two: "Edited By: …". */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}])((?:\\p{L}{4,12} (?=[Bb][Yy]\\s?:))?[\\p{L}\\p{M}'’・]{1,20})\\s?[:：＝=](?!//)\\s*+");

  /** China writes the paper and the role before the names, and spaces between these. */
  private static final Pattern CHINESE_REPORTER =
      Pattern.compile("(?:^|[\\s,，、/／])[\\p{IsHan}]{0,8}?(?:记者|記者|通讯员|通訊員|特派员)[:：]?\\s*+");

  private static final Pattern CHINESE_NAME = Pattern.compile("[\\p{IsHan}·]{2,4}");

  /** Arabic writes "and" and the next name as one word, which some names begin with as well. */
  private static final Pattern ARABIC_AND =
      Pattern.compile(
          "(?<=[\\u0621-\\u064A] [\\u0621-\\u064A]{2,20}) و(?!(?:ليد|ائل|سام|فاء|جدي|حيد|داد|سيم)(?![\\u0621-\\u064A]))(?=[\\u0621-\\u064A]{3,20} [\\u0621-\\u064A]{2})");

  /** Hebrew does so, too. */
  private static final Pattern HEBREW_AND =
      Pattern.compile(
          "(?<=[\\u05D0-\\u05EA] [\\u05D0-\\u05EA]{2,20}) ו(?!(?:יקטור|יקטוריה|יטלי|אדים|לדימיר|לדיסלב|לנטין|לנטינה|לרי|רד|רה|ייס|ולף)(?![\\u05D0-\\u05EA]))(?=[\\u05D0-\\u05EA]{2,20} [\\u05D0-\\u05EA]{2})");

  /** Alone it names who wrote; behind them, who did not. */
  private static final String EDITED_BY = "edited by";

  /** These are also parts of names, before a single word: "José Ortega y Gasset". */
  private static final Set<String> WEAK = Set.of("y", "e", "i");

  /** In Spanish and French it means "in", and a place follows. */
  private static final String EN = "en";

  private final Set<String> conjunctions = new HashSet<>(WordLists.read("byline-conjunctions"));
  private final Set<String> otherLabels = new HashSet<>(WordLists.read("other-labels"));
  private final Set<String> known = new HashSet<>(otherLabels);
  private final Pattern picturesBehind = picturesBehind(conjunctions);

  BylineParts() {
    known.addAll(WordLists.read("byline-prefixes"));
    known.addAll(WordLists.read("byline-introductions"));
    known.addAll(WordLists.read("role-words"));
  }

  /**
   * The last few words before "(Fotos)", back to the "and" before them, and a "By" that opens the
   * byline. One of the weak is an "and" where two words follow.
   */
  private static Pattern picturesBehind(Set<String> conjunctions) {
    String word = "[^\\s,;|/•·&+()]++";
    String and =
        "(?:[-–—]|"
            + conjunctions.stream()
                .sorted()
                .map(
                    one ->
                        WEAK.contains(one) ? one + "(?=\\s++" + word + "\\s++" + word + ")" : one)
                .collect(joining("|"))
            + ")(?!\\S)";
    String opening = "(?:^\\s*+" + word + "\\s++|" + and + "\\s++)?";
    String words = "(?:(?!" + and + ")" + word + "\\s*+){1,4}";
    return Pattern.compile(
        "(?<![^\\s,;|/•·&+()])" + opening + words + OF_PICTURES,
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The parts of a byline, in order. */
  List<Part> of(String byline) {
    Matcher wrapped = WRAPPED.matcher(byline);
    String all = picturesBehind.matcher(byline).replaceAll(" | ");
    String text = NOISE.matcher(wrapped.find() ? wrapped.group(1) : all).replaceAll(" | ");
    text = PICTURES.matcher(text).replaceAll(" | ");
    List<Part> parts = new ArrayList<>();
    Matcher label = LABEL.matcher(text);
    boolean author = true;
    int from = 0;
    while (label.find()) {
      String before = text.substring(from, label.start());
      String word = Phrases.fold(label.group(1));
      boolean opens = before.isBlank() || SEPARATED.matcher(before).find();
      if (!opens && !known.contains(word)) {
        continue; // a colon within a name or a title
      }
      if (!known.contains(Phrases.fold(before + label.group(1)))) {
        separate(before, author, parts);
      }
      author = !otherLabels.contains(word) && (parts.isEmpty() || !word.equals(EDITED_BY));
      from = label.end();
    }
    separate(text.substring(from), author, parts);
    return parts;
  }

  private void separate(String text, boolean author, List<Part> parts) {
    for (String segment : SEPARATOR.split(chinese(text))) {
      boolean first = true;
      for (String half : halves(segment)) {
        join(half.strip().split("[\\s\\u00A0]++"), !first, author, parts);
        first = false;
      }
    }
  }

  private static String[] halves(String segment) {
    String[] halves = ARABIC_AND.split(segment);
    return halves.length > 1 ? halves : HEBREW_AND.split(segment);
  }

  private void join(String[] words, boolean joined, boolean author, List<Part> parts) {
    StringBuilder part = new StringBuilder();
    boolean and = joined;
    for (int i = 0; i < words.length; i++) {
      String folded = Phrases.fold(words[i]);
      boolean conjunction = conjunctions.contains(folded);
      boolean initial = i == 0 && folded.length() == 1;
      boolean within = initial || WEAK.contains(folded) && i + 2 >= words.length;
      if (!conjunction || within) {
        part.append(part.isEmpty() ? "" : " ").append(words[i]);
        continue;
      }
      if (!part.isEmpty()) {
        parts.add(new Part(part.toString(), and, author));
        part.setLength(0);
      }
      and = !folded.equals(EN);
    }
    if (!part.isEmpty()) {
      parts.add(new Part(part.toString(), and, author));
    }
  }

  private static String chinese(String text) {
    Matcher reporter = CHINESE_REPORTER.matcher(text);
    if (!reporter.find()) {
      return text;
    }
    StringBuilder names = new StringBuilder();
    for (String word : reporter.replaceAll("、").split("[\\s、／/]++")) {
      boolean name = CHINESE_NAME.matcher(word).matches();
      names.append(names.isEmpty() ? "" : name ? "、" : " ").append(word);
    }
    return names.toString();
  }
}
