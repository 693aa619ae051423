package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.ExtractedDate;
import io.newswire.parser.extract.ExtractedDate.Source;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The last resort: dates of publication in the data that a page gives its own scripts. They tell
 * nothing where there is more than one of them, as the others are those of other articles; alone,
 * one is believed no more than what the text shows.
 */
final class ScriptDates {

  private static final Pattern PUBLISHED =
      Pattern.compile(
          "\\\\?[\"'](?i:datePublished|publishedAt|published_at|publishDate|publish_date|publicationDate|datePublication|pubDate)\\\\?[\"']\\s{0,3}:\\s{0,3}\\\\?[\"']([0-9TZ:.+\\-\\s]{8,40}+)\\\\?[\"']");
  private static final int LARGEST = 2_000_000;
  private static final int MOST = 20;

  private ScriptDates() {}

  static @Nullable ExtractedDate published(PageFacts facts, DateCheck check) {
    ExtractedDate only = null;
    int seen = 0;
    for (Element script : facts.document().select("script:not([src])")) {
      String data = script.data();
      if (data.length() > LARGEST) {
        continue;
      }
      String plain = data.contains("&quot;") ? data.replace("&quot;", "\"") : data;
      Matcher matcher = PUBLISHED.matcher(plain);
      while (seen++ < MOST && matcher.find()) {
        ExtractedDate date = check.believed(matcher.group(1), facts, Source.TEXT);
        if (date != null && only != null && !only.instant().equals(date.instant())) {
          return null;
        }
        only = date == null ? only : date;
      }
    }
    return only;
  }
}
