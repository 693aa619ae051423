package io.newswire.fetcher.feed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entry while it is being read. What is given twice is kept as given first. */
final class EntryBuilder extends Collector {

  @Nullable String id;
  @Nullable String identifier;
  boolean idIsLink;
  @Nullable String originalLink;
  @Nullable Text title;
  @Nullable Text otherTitle;
  @Nullable Text summary;
  @Nullable Text otherSummary;
  @Nullable Text shortSummary;
  @Nullable Text content;
  boolean alternatives;
  @Nullable String base;
  @Nullable String textBase;
  final List<Author> authors = new ArrayList<>(2);
  final List<Author> podcastAuthors = new ArrayList<>(0);
  final List<Author> sourceAuthors = new ArrayList<>(0);
  @Nullable FeedDate published;
  @Nullable FeedDate created;
  @Nullable FeedDate updated;
  @Nullable FeedDate date;
  @Nullable String statedLanguage;
  @Nullable String inheritedLanguage;
  private @Nullable Field languageOf;
  private @Nullable String textLanguage;
  @Nullable LinkBuilder comments;
  @Nullable Integer commentCount;
  @Nullable String inReplyTo;
  @Nullable String rights;
  @Nullable String source;
  final List<LinkBuilder> links = new ArrayList<>(3);
  final List<LinkBuilder> enclosures = new ArrayList<>(1);
  final List<MediaBuilder> media = new ArrayList<>(0);
  final List<MediaBuilder> thumbnails = new ArrayList<>(0);
  final List<LinkBuilder> images = new ArrayList<>(0);
  @Nullable String mediaCredit;

  EntryBuilder(FeedLimits limits) {
    super(limits);
  }

  /** Takes in a full text: the first, but markup rather than an alternative to it in plain text. */
  void content(Text text) {
    boolean plain = content == null || alternatives && content.type() == TextType.TEXT;
    content = plain ? text : content;
  }

  /** Takes in a description; a second one is the longer form. */
  void description(Text text) {
    if (summary == null) {
      summary = text;
    } else if (content == null) {
      content = text;
    }
  }

  /** Takes in the language in force in a text: that of the content counts before any other. */
  void textLanguage(Field field, @Nullable String language) {
    if (languageOf == null || field.isBody() && !languageOf.isBody()) {
      languageOf = field;
      textLanguage = language;
    }
  }

  private @Nullable String language(@Nullable String documentLanguage) {
    if (statedLanguage != null) {
      return statedLanguage;
    }
    String inForce = languageOf == null ? inheritedLanguage : textLanguage;
    if (inForce == null) {
      return documentLanguage;
    }
    return inForce.isEmpty() ? null : inForce;
  }

  /**
   * The entry.
   *
   * @param feedBase what its addresses are relative to where nothing nearer says so
   * @param atom whether Atom's rules hold
   * @param feedAuthors who wrote it where the entry does not say so
   * @param documentLanguage the language it was served as, which holds where no element says one
   */
  Entry build(
      String feedBase, boolean atom, List<Author> feedAuthors, @Nullable String documentLanguage) {
    String ownBase = base == null ? feedBase : base;
    LinkBuilder page = LinkBuilder.page(links, atom);
    String link = originalLink != null ? Urls.resolve(ownBase, originalLink) : null;
    if (link == null && page != null) {
      link = page.resolved(feedBase);
    }
    if (link == null && idIsLink && id != null) {
      link = Urls.resolve(ownBase, id);
    }
    FeedDate issued = published != null ? published : date != null ? date : created;
    FeedDate changed = updated != null ? updated : date;
    return new Entry(
        id != null ? id : identifier,
        link,
        title != null ? title : otherTitle,
        summary != null ? summary : otherSummary != null ? otherSummary : shortSummary,
        content,
        textBase != null ? textBase : ownBase,
        authorsElse(feedAuthors),
        FeedDate.instantOf(issued),
        FeedDate.localOf(issued),
        FeedDate.instantOf(changed),
        FeedDate.localOf(changed),
        language(documentLanguage),
        List.copyOf(categories),
        comments == null ? null : comments.resolved(feedBase),
        commentCount,
        inReplyTo,
        rights,
        source,
        builtEnclosures(feedBase),
        builtImages(feedBase),
        links.stream().map(l -> l.build(feedBase)).toList());
  }

  private List<Author> authorsElse(List<Author> feedAuthors) {
    List<Author> own =
        !authors.isEmpty() ? authors : !podcastAuthors.isEmpty() ? podcastAuthors : sourceAuthors;
    return own.isEmpty() ? feedAuthors : AuthorText.merged(own);
  }

  private List<Enclosure> builtEnclosures(String feedBase) {
    if (enclosures.isEmpty() && media.isEmpty()) {
      return List.of();
    }
    List<Enclosure> built = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (LinkBuilder enclosure : enclosures) {
      String url = enclosure.resolved(feedBase);
      if (seen.add(url)) {
        built.add(new Enclosure(url, enclosure.type(), Numbers.longInteger(enclosure.length())));
      }
    }
    for (MediaBuilder object : media) {
      if (object.url != null && !object.isImage()) {
        String url = Urls.resolve(object.base == null ? feedBase : object.base, object.url);
        if (seen.add(url)) {
          built.add(object.enclosure(url));
        }
      }
    }
    return List.copyOf(built);
  }

  private List<Image> builtImages(String feedBase) {
    if (media.isEmpty() && thumbnails.isEmpty() && images.isEmpty()) {
      return List.of();
    }
    List<Image> built = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (MediaBuilder object : largestOfGroups()) {
      addImage(object, feedBase, seen, built);
    }
    for (LinkBuilder image : images) {
      String url = image.resolved(feedBase);
      if (seen.add(url)) {
        built.add(new Image(url, null, null, null, null, null));
      }
    }
    if (built.isEmpty()) {
      thumbnails.stream()
          .max((a, b) -> Long.compare(a.size(), b.size()))
          .ifPresent(largest -> addImage(largest, feedBase, seen, built));
    }
    return List.copyOf(built);
  }

  private void addImage(MediaBuilder object, String feedBase, Set<String> seen, List<Image> built) {
    if (object.url != null) {
      String url = Urls.resolve(object.base == null ? feedBase : object.base, object.url);
      if (seen.add(url)) {
        object.credit = object.credit == null ? mediaCredit : object.credit;
        built.add(object.image(url));
      }
    }
  }

  /** The images, of those in a group (renditions of one) only the largest. */
  private List<MediaBuilder> largestOfGroups() {
    List<MediaBuilder> chosen = new ArrayList<>();
    MediaBuilder largest = null;
    for (MediaBuilder object : media) {
      if (!object.isImage() || object.url == null) {
        continue;
      }
      if (!object.inGroup) {
        chosen.add(object);
      } else if (largest == null || object.size() > largest.size()) {
        largest = object;
      }
    }
    if (largest != null) {
      chosen.add(largest);
    }
    return chosen;
  }
}
