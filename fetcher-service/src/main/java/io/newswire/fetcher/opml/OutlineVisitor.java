package io.newswire.fetcher.opml;

import io.newswire.fetcher.feed.ForgivingXml;
import io.newswire.fetcher.feed.ForgivingXml.ElementAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects the feeds of a subscription list. For one document. */
final class OutlineVisitor implements ForgivingXml.Visitor {

  private static final int MOST_FEEDS = 200_000;
  private static final int MOST_FOLDERS = 64;
  private static final int MOST_TAGS = 128;
  private static final int MOST_PROBLEMS = 50;

  /** Characters of a name or an address that a problem shows. */
  private static final int LONGEST_SHOWN = 200;

  private static final Pattern ADDRESS =
      Pattern.compile("\\bxmlUrl\\s*=\\s*[\"']\\s*([^\"'<>\\s]+)", Pattern.CASE_INSENSITIVE);

  private final Map<String, OpmlFeed> feeds = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  /** Open outlines: the folder's name, or an empty string for one that is no folder. */
  private final Deque<String> open = new ArrayDeque<>();

  /** The folders among them. A list that closes no outline has few, however many are open. */
  private final Deque<String> folders = new ArrayDeque<>();

  private @Nullable StringBuilder titleText;
  private @Nullable String title;
  private boolean opml;
  private boolean outlines;

  @Override
  public void start(String name, ElementAttributes attributes) {
    switch (name) {
      case "opml" -> opml = true;
      case "title" -> titleText = title == null && !outlines ? new StringBuilder() : null;
      case "outline" -> {
        outlines = true;
        outline(attributes);
      }
      default -> {}
    }
  }

  @Override
  public void end(String name) {
    if (name.equals("outline")) {
      close();
    } else if (name.equals("title") && titleText != null) {
      String text = titleText.toString().strip();
      title = text.isEmpty() ? null : text;
      titleText = null;
    }
  }

  @Override
  public void text(String text) {
    if (titleText != null && titleText.length() < 1_000) {
      titleText.append(text);
    } else if (outlines && text.indexOf('=') > 0) {
      torn(text);
    }
  }

  /**
   * Attributes that are read as text since markup with quotes of its own stood in the attribute
   * before them.
   */
  private void torn(String text) {
    Matcher matcher = ADDRESS.matcher(text);
    if (!matcher.find()) {
      return;
    }
    String url = FeedAddress.of(matcher.group(1));
    String label = close();
    if (url != null) {
      problem("the outline of " + withoutUserInfo(url) + " has markup in an attribute");
      add(
          url,
          label.isEmpty() ? null : label,
          name -> name.equals("text") && !label.isEmpty() ? label : null);
    }
    if (text.indexOf("/>", matcher.end()) < 0) {
      open("");
    }
  }

  @Nullable String title() {
    return title;
  }

  List<OpmlFeed> feeds() {
    return List.copyOf(feeds.values());
  }

  List<String> problems() {
    if (!opml && !outlines) {
      problems.add("the document is no OPML: it has neither an opml element nor outlines");
    }
    return problems;
  }

  private void outline(ElementAttributes attributes) {
    String label = first(attributes, "text", "title", "name");
    String given = first(attributes, "xmlurl", "xml_url", "feedurl", "rssurl", "rss");
    String type = attributes.get("type");
    if (given == null && !isReference(type)) {
      given = first(attributes, "url");
    }
    if (given == null && type != null && isFeedType(type)) {
      given = first(attributes, "htmlurl");
    }
    if (given == null) {
      open(label == null || folders.size() >= MOST_FOLDERS ? "" : label);
      return;
    }
    String url = FeedAddress.of(given);
    if (url == null) {
      problem(
          "the outline "
              + (label == null ? "" : "\"" + shortened(label) + "\" ")
              + "has an address that is none: "
              + shortened(withoutSecrets(given)));
    } else {
      add(url, label, attributes);
    }
    open("");
  }

  private void open(String folder) {
    open.push(folder);
    if (!folder.isEmpty()) {
      folders.push(folder);
    }
  }

  /** Closes the innermost outline and returns what it was; empty also if none is open. */
  private String close() {
    String closed = open.isEmpty() ? "" : open.pop();
    if (!closed.isEmpty()) {
      folders.pop();
    }
    return closed;
  }

  private void add(String url, @Nullable String label, ElementAttributes attributes) {
    Set<String> tags = new LinkedHashSet<>();
    folders.descendingIterator().forEachRemaining(folder -> addTag(tags, folder));
    String categories = first(attributes, "category");
    if (categories != null) {
      for (String category : categories.split(",")) {
        addTag(tags, category.strip().replaceFirst("^/", ""));
      }
    }
    OpmlFeed known = feeds.get(url);
    if (known == null && feeds.size() >= MOST_FEEDS) {
      problem("more than " + MOST_FEEDS + " feeds");
      return;
    }
    String site = first(attributes, "htmlurl", "html_url", "siteurl", "link");
    if (known == null) {
      feeds.put(
          url,
          new OpmlFeed(
              url,
              first(attributes, "title", "text", "name"),
              site == null ? null : FeedAddress.of(site),
              List.copyOf(tags),
              flag(attributes, "newswire:fulltext", "fulltext"),
              flag(attributes, "newswire:paused", "paused")));
    } else if (!known.tags().containsAll(tags)) {
      Set<String> all = new LinkedHashSet<>(known.tags());
      tags.forEach(tag -> addTag(all, tag));
      feeds.put(
          url,
          new OpmlFeed(
              url,
              known.title(),
              known.siteUrl(),
              List.copyOf(all),
              known.fullText(),
              known.paused()));
    }
    if (label == null && known == null && !attributesHaveName(attributes)) {
      problem("the outline of " + withoutUserInfo(url) + " has no text");
    }
  }

  private static boolean attributesHaveName(ElementAttributes attributes) {
    return first(attributes, "text", "title", "name") != null;
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

  /** A link or an inclusion: its {@code url} is not that of a feed (OPML 2.0, Inclusion). */
  private static boolean isReference(@Nullable String type) {
    return type != null && !isFeedType(type) && !type.isEmpty();
  }

  private static boolean isFeedType(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "rss",
          "atom",
          "rss1",
          "rss2",
          "feed",
          "rdf",
          "json",
          "application/rss+xml",
          "application/atom+xml",
          "pie" ->
          true;
      default -> false;
    };
  }

  private static @Nullable Boolean flag(ElementAttributes attributes, String... names) {
    String value = first(attributes, names);
    return value == null
        ? null
        : value.equalsIgnoreCase("true") || value.equals("1") || value.equalsIgnoreCase("yes");
  }

  private static @Nullable String first(ElementAttributes attributes, String... names) {
    for (String name : names) {
      String value = attributes.get(name);
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return null;
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

  private void problem(String problem) {
    if (problems.size() < MOST_PROBLEMS && !problems.contains(problem)) {
      problems.add(problem);
    }
  }
}
