package io.newswire.parser.extract.text;

import io.newswire.parser.extract.date.FoundDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands above an article's first paragraph; filled line by line. */
final class Header {

  @Nullable String title;
  @Nullable String summary;
  @Nullable FoundDate published;
  @Nullable FoundDate updated;
  @Nullable Integer readingMinutes;
  @Nullable String caption;
  @Nullable String credit;
  final List<String> bylines = new ArrayList<>();
  final List<String> keyPoints = new ArrayList<>();
  final List<String> topics = new ArrayList<>();
}
