package io.newswire.fetcher.opml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The feeds of a list while it is being read, each once, and what was wrong with it. */
final class FeedList {

  private static final int MOST_FEEDS = 200_000;
  private static final int MOST_TAGS = 128;
  private static final int MOST_PROBLEMS = 50;

  /** Characters of a name or an address that a problem shows. */
  private static final int LONGEST_SHOWN = 200;

  /**
   * A feed whose tags are still gathered.
   *
   * @param feed the feed without them
   */
  private record Gathered(OpmlFeed feed, Set<String> tags) {}

  private final Map<String, Gathered> feeds = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  List<OpmlFeed> feeds() {
    return feeds.values().stream()
        .map(gathered -> gathered.feed().withTags(List.copyOf(gathered.tags())))
        .toList();
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  /**
   * Adds the feed at {@code url}, or the tags it has here to those it had before.
   *
   * @param folders the folders it is in, the outermost first
   */
  void add(String url, Outline outline, Iterable<String> folders) {
    Set<String> tags = tags(outline.categories(), folders);
    Gathered known = feeds.get(url);
    if (known == null && feeds.size() >= MOST_FEEDS) {
      problem("more than " + MOST_FEEDS + " feeds");
    } else if (known == null) {
      String site = outline.site();
      OpmlFeed feed =
          new OpmlFeed(
              url,
              outline.title(),
              site == null ? null : FeedAddress.of(site),
              List.of(),
              outline.fullText(),
              outline.paused());
      feeds.put(url, new Gathered(feed, tags));
      if (outline.label() == null) {
        problem("the outline of " + withoutUserInfo(url) + " has no text");
      }
    } else {
      tags.forEach(tag -> addTag(known.tags(), tag));
    }
  }

  private Set<String> tags(@Nullable String categories, Iterable<String> folders) {
    Set<String> tags = new LinkedHashSet<>();
    folders.forEach(folder -> addTag(tags, folder));
    if (categories != null) {
      for (String category : categories.split(",")) {
        addTag(tags, category.strip().replaceFirst("^/", ""));
      }
    }
    return tags;
  }

  private void addTag(Set<String> tags, String tag) {
    if (tags.size() < MOST_TAGS) {
      if (!tag.isEmpty()) {
        tags.add(tag);
      }
    } else if (!tags.contains(tag)) {
      problem("more than " + MOST_TAGS + " tags of one feed");
    }
  }

  /** Notes that the outline of the feed at {@code url} was torn apart by markup inside it. */
  void torn(String url) {
    problem("the outline of " + withoutUserInfo(url) + " has markup in an attribute");
  }

  /** Notes an outline whose address is none. */
  void withoutAddress(@Nullable String label, String given) {
    problem(
        "the outline "
            + (label == null ? "" : "\"" + shortened(label) + "\" ")
            + "has an address that is none: "
            + shortened(withoutSecrets(given)));
  }

  void problem(String problem) {
    if (problems.size() < MOST_PROBLEMS && !problems.contains(problem)) {
      problems.add(problem);
    }
  }

  private static String withoutUserInfo(String url) {
    return shortened(url.replaceFirst("//[^/?#]*@", "//"));
  }

  /**
   * What can be shown of something that is no address: neither where credentials would end nor
   * where a query would begin can be known, so nothing before the last {@code @} or after a
   * question mark is.
   */
  private static String withoutSecrets(String given) {
    String end = given.substring(given.lastIndexOf('@') + 1);
    int query = end.indexOf('?');
    return query < 0 ? end : end.substring(0, query);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
