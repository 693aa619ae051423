package io.newswire.parser.extract.text;

import io.newswire.parser.extract.ExtractedDate;
import io.newswire.parser.extract.ExtractedDate.Source;
import io.newswire.parser.extract.ExtractedImage;
import io.newswire.parser.extract.Extraction;
import io.newswire.parser.extract.Hints;
import io.newswire.parser.extract.date.DateLabels;
import io.newswire.parser.extract.date.DateReader;
import io.newswire.parser.extract.date.FoundDate;
import io.newswire.parser.extract.html.KeyPoints;
import io.newswire.parser.extract.html.TextMeasure;
import io.newswire.parser.extract.metadata.Dates;
import io.newswire.parser.extract.metadata.PersonNames;
import io.newswire.parser.extract.metadata.PersonNames.Names;
import io.newswire.parser.extract.vocabulary.PhotoLines;
import io.newswire.parser.extract.vocabulary.Phrases;
import io.newswire.parser.extract.vocabulary.WordLists;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article in a plain text as it was copied from a page. Safe for use by several threads.
 */
public final class PlainTextArticles {

  private final Phrases phrases;
  private final PersonNames names;
  private final HeaderReader headers;
  private final TrailerReader trailers;
  private final PhotoLines photos = new PhotoLines();
  private final Datelines datelines;
  private final Interludes interludes = new Interludes();

  public PlainTextArticles(
      Phrases phrases,
      KeyPoints keyPoints,
      PersonNames names,
      DateReader dates,
      DateLabels labels) {
    this.phrases = phrases;
    this.names = names;
    Set<String> topicLabels = new HashSet<>(WordLists.read("topic-labels"));
    headers = new HeaderReader(phrases, keyPoints, names, dates, labels, photos, topicLabels);
    trailers = new TrailerReader(phrases, photos, topicLabels, interludes);
    datelines = new Datelines(names);
  }

  /** Extracts the article; every text has one, if only its lines. */
  public Extraction extract(String text, Hints hints) {
    List<Line> lines = Lines.read(text);
    Header header = new Header();
    int start = headers.read(lines, hints.title(), hints.language(), header);
    int end = trailers.read(lines, start, header);
    List<String> sections = new ArrayList<>();
    List<String> reporters = new ArrayList<>();
    List<String> paragraphs = paragraphs(lines.subList(start, end), sections, reporters, header);
    if (paragraphs.isEmpty() && header.title == null && header.summary == null) {
      paragraphs = lines.stream().map(Line::text).toList();
    }
    List<String> bylines = header.bylines.isEmpty() ? reporters : header.bylines;
    Names authors = names.of(bylines, Set.of());
    Set<String> agencies = new java.util.LinkedHashSet<>(authors.agencies());
    if (!paragraphs.isEmpty()) {
      agencies.addAll(datelines.agencies(paragraphs.getFirst()));
    }
    return new Extraction(
        header.title == null ? hints.title() : header.title,
        header.summary,
        authors.persons(),
        List.copyOf(agencies),
        date(header.published, hints),
        date(header.updated, hints),
        null,
        null,
        null,
        String.join("\n\n", paragraphs),
        html(paragraphs, sections),
        images(header),
        header.topics,
        header.keyPoints,
        sections,
        header.readingMinutes,
        "text");
  }

  private List<String> paragraphs(
      List<Line> lines, List<String> sections, List<String> reporters, Header header) {
    List<String> paragraphs = new ArrayList<>();
    int next;
    for (int i = 0; i < lines.size(); i = Math.max(i + 1, next)) {
      Line line = lines.get(i);
      next = interludes.after(lines, i);
      if (next > i) {
        continue;
      }
      if (Datelines.isReporting(line.text())) {
        reporters.addAll(Datelines.reporters(line.text()));
      } else if (!isPhoto(lines, i, header) && !phrases.isFurniture(line.text())) {
        paragraphs.add(line.text());
        if (isSection(lines, i)) {
          sections.add(line.text());
        }
      }
    }
    return paragraphs;
  }

  private boolean isPhoto(List<Line> lines, int at, Header header) {
    Line line = lines.get(at);
    boolean captionAbove =
        at + 1 < lines.size()
            && lines.get(at + 1).joined()
            && photos.credit(lines.get(at + 1).text()) != null
            && line.text().length() < 300;
    PhotoLines.Photo photo =
        line.isProse() && !captionAbove ? inBrackets(line) : photos.read(line.text());
    if (photo != null && header.credit == null && header.caption == null) {
      header.caption = photo.caption();
      header.credit = photo.credit();
    }
    return photo != null || captionAbove;
  }

  /** A full sentence is a caption only where it closes with a credit in brackets. */
  private PhotoLines.@Nullable Photo inBrackets(Line line) {
    PhotoLines.Photo photo = photos.read(line.text());
    boolean brackets = line.text().endsWith(")") || line.text().endsWith("]");
    return photo != null && photo.credit() != null && brackets && line.text().length() < 300
        ? photo
        : null;
  }

  private static boolean isSection(List<Line> lines, int at) {
    if (!lines.get(at).isHeadingLike() || lines.get(at).joined() || at + 1 >= lines.size()) {
      return false;
    }
    Line next = lines.get(at + 1);
    return next.bullet() || next.isProse() || TextMeasure.endsSentence(next.text());
  }

  private static @Nullable ExtractedDate date(@Nullable FoundDate date, Hints hints) {
    return date == null ? null : Dates.sane(date, hints.now(), Source.TEXT);
  }

  private static List<ExtractedImage> images(Header header) {
    return header.caption == null && header.credit == null
        ? List.of()
        : List.of(new ExtractedImage(null, null, null, header.caption, header.credit, null));
  }

  private static String html(List<String> paragraphs, List<String> sections) {
    Set<String> headings = new HashSet<>(sections);
    StringJoiner html = new StringJoiner("\n");
    for (String paragraph : paragraphs) {
      String tag = headings.contains(paragraph) ? "h2" : "p";
      html.add("<" + tag + ">" + Entities.escape(paragraph) + "</" + tag + ">");
    }
    return html.toString();
  }
}
