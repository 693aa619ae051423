package io.newswire.parser.extract.text;

import io.newswire.parser.extract.date.DateLabels;
import io.newswire.parser.extract.date.DateLabels.Label;
import io.newswire.parser.extract.date.DateReader;
import io.newswire.parser.extract.date.FoundDate;
import io.newswire.parser.extract.html.KeyPoints;
import io.newswire.parser.extract.html.TextMeasure;
import io.newswire.parser.extract.metadata.PersonNames;
import io.newswire.parser.extract.metadata.ReadingTime;
import io.newswire.parser.extract.vocabulary.PhotoLines;
import io.newswire.parser.extract.vocabulary.Phrases;
import io.newswire.parser.extract.vocabulary.WordLists;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands above an article's first paragraph: title, dek, byline, dates, key points. */
final class HeaderReader {

  private static final int DEEPEST = 30;
  private static final Pattern SEGMENTS =
      Pattern.compile("\\s++[|·•‧｜／]\\s++|\\s*+[|｜]\\s*+|\\s++(?=\\p{IsHan}{2,4}[:：])");

  /** Names in Chinese and Japanese, family name first, perhaps with a space between. */
  private static final Pattern HAN_NAME = Pattern.compile("\\p{IsHan}{1,3}[ 　]?\\p{IsHan}{2}");

  private final Phrases phrases;
  private final KeyPoints keyPoints;
  private final PersonNames names;
  private final DateReader dates;
  private final DateLabels labels;
  private final PhotoLines photos;
  private final List<String> titleLabels = WordLists.read("title-labels");
  private final Set<String> topicLabels;

  HeaderReader(
      Phrases phrases,
      KeyPoints keyPoints,
      PersonNames names,
      DateReader dates,
      DateLabels labels,
      PhotoLines photos,
      Set<String> topicLabels) {
    this.phrases = phrases;
    this.keyPoints = keyPoints;
    this.names = names;
    this.dates = dates;
    this.labels = labels;
    this.photos = photos;
    this.topicLabels = topicLabels;
  }

  /** Reads the header into the given one and returns the index of the first line after it. */
  int read(
      List<Line> lines, @Nullable String hintedTitle, @Nullable String language, Header header) {
    int title = titleLine(lines, hintedTitle, language);
    if (title < 0) {
      return 0;
    }
    header.title = withoutTitleLabel(lines.get(title).text());
    int end = title + 1;
    int last = Math.min(lines.size(), title + DEEPEST);
    int prose = 0;
    for (int i = 0; i < title; i++) {
      readMeta(lines, i, language, header, false);
    }
    for (int i = title + 1; i < last && prose < 2; ) {
      int next = readMeta(lines, i, language, header, prose > 0);
      if (next > i) {
        end = next;
        prose = 0;
        i = next;
      } else {
        prose += lines.get(i).isProse() ? 1 : 0;
        i++;
      }
    }
    readDek(lines, title, end, language, header);
    return end;
  }

  private int titleLine(List<Line> lines, @Nullable String hinted, @Nullable String language) {
    int last = Math.min(lines.size(), 15);
    if (hinted != null) {
      for (int i = 0; i < last; i++) {
        if (Phrases.fold(lines.get(i).text()).equals(Phrases.fold(hinted))) {
          return i;
        }
      }
    }
    int fallback = -1;
    for (int i = 0; i < last; i++) {
      Line line = lines.get(i);
      String text = line.text();
      if (line.bullet() || isMeta(text, language) || phrases.isFurniture(text) || isTrail(text)) {
        continue;
      }
      boolean sentence = TextMeasure.endsSentence(text) && text.endsWith(".");
      // A sentence is no title where there is one already, in the hints or above it.
      boolean opening = sentence && (hinted != null || fallback >= 0);
      if (text.length() > 250 || opening || (sentence && line.size() > 120)) {
        break;
      }
      if (line.words() >= 4) {
        return i;
      }
      fallback = fallback < 0 ? i : fallback;
    }
    return fallback;
  }

  /** Breadcrumbs and menus: names between arrows or bars. */
  private static boolean isTrail(String text) {
    long marks = text.chars().filter(c -> ">›»|/·".indexOf(c) >= 0).count();
    return marks >= 2 || text.contains(" > ") || text.contains(" › ") || text.contains(" » ");
  }

  private boolean isMeta(String text, @Nullable String language) {
    return names.opensByline(text) && text.length() < 100
        || ReadingTime.in(text) != null
        || isDateLine(text, language)
        || photos.credit(text) != null;
  }

  private boolean isDateLine(String text, @Nullable String language) {
    if (text.length() > 110 || dates.read(text, language) == null) {
      return false;
    }
    return labels.opening(text) != Label.NONE || TextMeasure.size(text) <= 45;
  }

  /**
   * Takes in a line that tells about the article; the index after it, or the same where it does
   * not.
   */
  private int readMeta(
      List<Line> lines, int at, @Nullable String language, Header header, boolean belowProse) {
    Line line = lines.get(at);
    if (keyPoints.isLabel(line.text())) {
      int next = readKeyPoints(lines, at + 1, header);
      return next > at + 1 ? next : at;
    }
    if (line.bullet() || line.text().length() > 400) {
      return at;
    }
    if (!belowProse && readPhoto(lines, at, header)) {
      return lines.size() > at + 1 && header.credit == null && credit(lines.get(at + 1), header)
          ? at + 2
          : at + 1;
    }
    boolean any = false;
    for (String segment : SEGMENTS.split(line.text())) {
      any |= readSegment(segment.strip(), lines, at, language, header);
    }
    return any || (!belowProse && phrases.isFurniture(line.text())) ? at + 1 : at;
  }

  private boolean readSegment(
      String segment, List<Line> lines, int at, @Nullable String language, Header header) {
    Integer minutes = ReadingTime.in(segment);
    if (minutes != null) {
      header.readingMinutes = header.readingMinutes == null ? minutes : header.readingMinutes;
      return true;
    }
    if (segment.length() <= 160
        && names.opensByline(segment)
        && !names.of(List.of(segment), Set.of()).isEmpty()) {
      header.bylines.add(segment);
      readDates(segment, language, header);
      return true;
    }
    if (isDateLine(segment, language)) {
      readDates(segment, language, header);
      String byline = names.bylineWithin(segment);
      if (byline != null && header.bylines.isEmpty()) {
        header.bylines.add(byline);
      }
      return true;
    }
    boolean names =
        isHanName(segment, lines, at, language)
            || (isNames(segment) && besideMeta(lines, at, language));
    if (header.bylines.isEmpty() && names) {
      header.bylines.add(segment);
      return true;
    }
    return false;
  }

  private void readDates(String segment, @Nullable String language, Header header) {
    int change = labels.updateWithin(segment);
    boolean updated = labels.opening(segment) == Label.UPDATED;
    String before = change > 0 ? segment.substring(0, change) : segment;
    FoundDate first = dates.find(before, language);
    if (first == null) {
      first = dates.read(before, language);
    }
    if (updated) {
      header.updated = header.updated == null ? first : header.updated;
    } else if (header.published == null) {
      header.published = first;
    }
    if (change > 0 && header.updated == null) {
      header.updated = dates.find(segment.substring(change), language);
    }
  }

  /** A line of nothing but names of persons. */
  private boolean isNames(String text) {
    if (text.length() > 120 || TextMeasure.endsSentence(text)) {
      return false;
    }
    PersonNames.Names found = names.of(List.of(text), Set.of());
    int letters = found.persons().stream().mapToInt(TextMeasure::size).sum();
    boolean full =
        found.persons().stream()
            .allMatch(name -> name.contains(" ") && name.split(" ").length <= 4);
    return !found.persons().isEmpty() && full && letters >= 0.8 * TextMeasure.size(text);
  }

  /** A name in Han alone between the title and the date; elsewhere such a line is a section. */
  private boolean isHanName(String text, List<Line> lines, int at, @Nullable String language) {
    return HAN_NAME.matcher(text).matches()
        && at > 0
        && at + 1 < lines.size()
        && lines.get(at - 1).text().length() > 2 * text.length()
        && isDateLine(lines.get(at + 1).text(), language);
  }

  private boolean besideMeta(List<Line> lines, int at, @Nullable String language) {
    for (int i = Math.max(0, at - 2); i <= Math.min(lines.size() - 1, at + 2); i++) {
      String text = lines.get(i).text();
      if (i != at && (isDateLine(text, language) || ReadingTime.in(text) != null)) {
        return true;
      }
    }
    return SEGMENTS.split(lines.get(at).text()).length > 1;
  }

  private boolean readPhoto(List<Line> lines, int at, Header header) {
    PhotoLines.Photo photo = photos.read(lines.get(at).text());
    if (photo == null) {
      boolean captionAbove =
          at + 1 < lines.size()
              && lines.get(at + 1).joined()
              && photos.credit(lines.get(at + 1).text()) != null
              && lines.get(at).text().length() < 300;
      if (!captionAbove || header.caption != null) {
        return false;
      }
      header.caption = lines.get(at).text();
      return true;
    }
    header.caption = header.caption == null ? photo.caption() : header.caption;
    header.credit = header.credit == null ? photo.credit() : header.credit;
    return true;
  }

  private boolean credit(Line line, Header header) {
    header.credit = photos.credit(line.text());
    return header.credit != null;
  }

  private static int readKeyPoints(List<Line> lines, int from, Header header) {
    int at = from;
    while (at < lines.size() && lines.get(at).bullet() && at - from < 12) {
      header.keyPoints.add(lines.get(at).text());
      at++;
    }
    return at;
  }

  /** The lines between title and body that are nothing else are the dek. */
  private void readDek(
      List<Line> lines, int title, int end, @Nullable String language, Header header) {
    for (int i = title + 1; i < end; i++) {
      Line line = lines.get(i);
      String text = line.text();
      boolean other =
          line.bullet()
              || text.equals(header.caption)
              || isMeta(text, language)
              || header.bylines.contains(text)
              || phrases.isFurniture(text)
              || topicLabels.contains(Phrases.fold(text));
      if (!other
          && line.words() >= 4
          && text.length() <= 500
          && photos.read(text) == null
          && !isTrail(text)) {
        header.summary = text;
        return;
      }
    }
  }

  private String withoutTitleLabel(String text) {
    String folded = Phrases.fold(text);
    for (String label : titleLabels) {
      if (folded.startsWith(label) && text.length() > label.length()) {
        return text.substring(Phrases.lower(text).indexOf(label) + label.length()).strip();
      }
    }
    return text;
  }
}
