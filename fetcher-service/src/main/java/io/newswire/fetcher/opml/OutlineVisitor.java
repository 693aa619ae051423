package io.newswire.fetcher.opml;

import io.newswire.fetcher.feed.ForgivingXml;
import io.newswire.fetcher.feed.ForgivingXml.ElementAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Follows the outlines of a subscription list, however they are nested. For one document. */
final class OutlineVisitor implements ForgivingXml.Visitor {

  private static final int MOST_FOLDERS = 64;

  private static final Pattern ADDRESS =
      Pattern.compile("\\bxmlUrl\\s*=\\s*[\"']\\s*([^\"'<>\\s]+)", Pattern.CASE_INSENSITIVE);

  private final FeedList feeds = new FeedList();

  /** Open outlines: the folder's name, or an empty string for one that is no folder. */
  private final Deque<String> open = new ArrayDeque<>();

  /** The folders among them. A list that closes no outline has few, however many are open. */
  private final Deque<String> folders = new ArrayDeque<>();

  private @Nullable StringBuilder titleText;
  private @Nullable String title;
  private boolean opml;
  private boolean outlines;
  private boolean inSection;

  @Override
  public void start(String name, ElementAttributes attributes) {
    switch (name) {
      case "opml" -> opml = true;
      case "title" -> titleText = title == null && !outlines ? new StringBuilder() : null;
      case "outline" -> {
        outlines = true;
        outline(Outline.of(attributes));
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
    } else if (!inSection && text.contains("<outline")) {
      section(text);
    } else if (outlines && text.indexOf('=') > 0) {
      torn(text);
    }
  }

  /**
   * A stray begin of a CDATA section makes text of the outlines after it; they are meant all the
   * same.
   */
  private void section(String text) {
    feeds.problem("outlines in a CDATA section");
    inSection = true;
    ForgivingXml.read(text.replace("<![CDATA[", "").replace("]]>", ""), this);
    inSection = false;
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
      feeds.torn(url);
      add(url, Outline.named(label.isEmpty() ? null : label));
    }
    if (text.indexOf("/>", matcher.end()) < 0) {
      open("");
    }
  }

  @Nullable String title() {
    return title;
  }

  List<OpmlFeed> feeds() {
    return feeds.feeds();
  }

  List<String> problems() {
    if (!opml && !outlines) {
      feeds.problem("the document is no OPML: it has neither an opml element nor outlines");
    }
    return feeds.problems();
  }

  private void outline(Outline outline) {
    String label = outline.label();
    String given = outline.address();
    if (given == null) {
      open(label == null || folders.size() >= MOST_FOLDERS ? "" : label);
      return;
    }
    String url = FeedAddress.of(given);
    if (url == null) {
      feeds.withoutAddress(label, given);
    } else {
      add(url, outline);
    }
    open("");
  }

  private void add(String url, Outline outline) {
    feeds.add(url, outline, folders::descendingIterator);
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
}
