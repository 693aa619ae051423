package io.newswire.fetcher.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A feed while it is being read. What is given twice is kept as given first. */
final class FeedBuilder extends Collector {

  final String documentBase;
  String format = "rss";
  boolean atom;
  @Nullable String id;
  @Nullable Text title;
  @Nullable Text otherTitle;
  @Nullable Text description;
  @Nullable Text otherDescription;
  @Nullable Text shortDescription;
  @Nullable String language;
  @Nullable String declaredLanguage;
  @Nullable String servedLanguage;
  @Nullable String base;
  final List<Author> authors = new ArrayList<>();
  final List<Author> podcastAuthors = new ArrayList<>();
  final List<Author> publishers = new ArrayList<>();
  @Nullable Text rights;
  @Nullable LinkBuilder logo;
  @Nullable LinkBuilder image;
  @Nullable LinkBuilder podcastImage;
  @Nullable LinkBuilder icon;
  @Nullable FeedDate published;
  @Nullable FeedDate updated;
  @Nullable FeedDate date;
  @Nullable Duration ttl;
  final Set<Integer> skipHours = new TreeSet<>();
  final Set<DayOfWeek> skipDays = EnumSet.noneOf(DayOfWeek.class);
  @Nullable Duration updatePeriod;
  @Nullable Integer updateFrequency;
  @Nullable String generator;
  final List<LinkBuilder> links = new ArrayList<>();
  final List<EntryBuilder> entries = new ArrayList<>();
  final List<Deletion> deletions = new ArrayList<>();

  FeedBuilder(FeedLimits limits, String documentBase) {
    super(limits);
    this.documentBase = documentBase;
  }

  Feed build() {
    String feedBase = feedBase();
    List<Author> writers =
        !authors.isEmpty() ? authors : !podcastAuthors.isEmpty() ? podcastAuthors : publishers;
    List<Author> shared = atom ? AuthorText.merged(authors) : List.of();
    String link = pageLink();
    if (link == null && Urls.isWeb(id)) {
      link = id;
    }
    LinkBuilder picture =
        logo != null ? logo : image != null ? image : podcastImage != null ? podcastImage : icon;
    return new Feed(
        format,
        id,
        title != null ? title : otherTitle,
        link,
        description != null
            ? description
            : otherDescription != null ? otherDescription : shortDescription,
        language != null ? language : declaredLanguage != null ? declaredLanguage : servedLanguage,
        feedBase,
        AuthorText.merged(writers),
        rights,
        picture == null ? null : picture.resolved(feedBase),
        FeedDate.instantOf(published),
        FeedDate.instantOf(updated != null ? updated : date),
        hints(),
        linkTo("self", feedBase),
        linkTo("hub", feedBase),
        nextLink(feedBase),
        generator,
        List.copyOf(categories),
        links.stream().map(l -> l.build(feedBase)).toList(),
        entries.stream().map(e -> e.build(feedBase, atom, shared, servedLanguage)).toList(),
        List.copyOf(deletions));
  }

  /**
   * What relative addresses are relative to: {@code xml:base}, the site's link (RSS), the
   * document's address.
   */
  private String feedBase() {
    if (base != null) {
      return base;
    }
    String page = pageLink();
    if (page != null && !atom && Urls.isWeb(page)) {
      return page;
    }
    if (!Urls.isWeb(documentBase)) {
      String self = linkTo("self", documentBase);
      if (self != null && Urls.isWeb(self)) {
        return self;
      }
      return page != null && Urls.isWeb(page) ? page : documentBase;
    }
    return documentBase;
  }

  private @Nullable String pageLink() {
    LinkBuilder best = LinkBuilder.page(links, atom);
    return best == null ? null : best.resolved(base == null ? documentBase : base);
  }

  private @Nullable String linkTo(String rel, String feedBase) {
    for (LinkBuilder link : links) {
      if (link.rel().equals(rel)) {
        return link.resolved(feedBase);
      }
    }
    return null;
  }

  private @Nullable String nextLink(String feedBase) {
    String next = linkTo("next", feedBase);
    if (next == null) {
      next = linkTo("prev-archive", feedBase);
    }
    return next == null ? linkTo("next-archive", feedBase) : next;
  }

  private UpdateHints hints() {
    Duration period = updatePeriod;
    if (updateFrequency != null && updateFrequency > 0) {
      period = (period == null ? Duration.ofDays(1) : period).dividedBy(updateFrequency);
    }
    if (ttl == null && period == null && skipHours.isEmpty() && skipDays.isEmpty()) {
      return UpdateHints.NONE;
    }
    return new UpdateHints(ttl, Set.copyOf(skipHours), Set.copyOf(skipDays), period);
  }
}
