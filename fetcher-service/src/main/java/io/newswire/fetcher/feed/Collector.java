package io.newswire.fetcher.feed;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the feed and its entries collect alike: lists that end at the limits, and categories. */
abstract sealed class Collector permits FeedBuilder, EntryBuilder {

  final FeedLimits limits;
  final Set<String> categories = new LinkedHashSet<>();

  Collector(FeedLimits limits) {
    this.limits = limits;
  }

  /** Adds {@code item} to a list of this collector's unless it is full. */
  final <T> void add(List<T> list, T item) {
    if (list.size() < limits.maxItems()) {
      list.add(item);
    }
  }

  /** Takes in a category, on one line. */
  final void category(String category) {
    String name = category.strip();
    if (name.indexOf('\n') >= 0) {
      name = name.replaceAll("\\s+", " ");
    }
    if (!name.isEmpty() && categories.size() < limits.maxItems()) {
      categories.add(name);
    }
  }

  /** Takes in keywords that stand in one text, with commas between them. */
  final void keywords(String list) {
    for (String keyword : list.split(",")) {
      category(keyword);
    }
  }
}
