package io.newswire.fetcher.publish;

import io.newswire.fetcher.entry.EntryChange;
import io.newswire.fetcher.feed.Enclosure;
import io.newswire.fetcher.feed.Entry;
import io.newswire.fetcher.feed.Image;
import io.newswire.fetcher.feed.Text;
import io.newswire.fetcher.feed.TextType;
import io.newswire.fetcher.publish.RawArticle.Attachment;
import io.newswire.fetcher.publish.RawArticle.Change;
import io.newswire.fetcher.publish.RawArticle.Item;
import io.newswire.fetcher.publish.RawArticle.Origin;
import io.newswire.fetcher.publish.RawArticle.Person;
import io.newswire.fetcher.publish.RawArticle.Picture;
import io.newswire.fetcher.publish.RawArticle.Source;
import io.newswire.fetcher.publish.RawArticle.TextKind;
import io.newswire.fetcher.state.KnownEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes raw articles of what happened to entries. */
public final class RawArticles {

  private RawArticles() {}

  /**
   * Returns the event of a change.
   *
   * @param page the entry's page, or null
   * @param pageFailure why there is none although one was asked for, or null
   */
  public static RawArticle of(
      Source feed,
      EntryChange change,
      Instant fetchedAt,
      RawArticle.@Nullable Page page,
      @Nullable String pageFailure) {
    KnownEntry known = change.known();
    return new RawArticle(
        feed.id() + "-" + known.key().hex(),
        known.version(),
        known.revision(),
        kind(change),
        Origin.FEED,
        feed,
        item(change),
        page,
        pageFailure,
        known.firstSeenAt(),
        fetchedAt);
  }

  /** Returns the same without its page, for what is larger than an event may be. */
  public static RawArticle withoutPage(RawArticle article) {
    return with(article, article.entry(), null, "the page is larger than an event may be");
  }

  /** Returns the same without page and content. */
  public static RawArticle withoutContent(RawArticle article) {
    Item entry = article.entry();
    Item small =
        new Item(
            entry.id(),
            entry.link(),
            entry.sharedLink(),
            entry.title(),
            entry.titleType(),
            entry.content() == null ? null : entry.summary(),
            entry.content() == null ? null : entry.summaryType(),
            null,
            null,
            entry.baseUrl(),
            entry.authors(),
            entry.published(),
            entry.publishedLocal(),
            entry.updated(),
            entry.updatedLocal(),
            entry.language(),
            entry.categories(),
            entry.comments(),
            entry.enclosures(),
            entry.images());
    return with(article, small, null, article.pageFailure());
  }

  private static RawArticle with(
      RawArticle article,
      Item entry,
      RawArticle.@Nullable Page page,
      @Nullable String pageFailure) {
    return new RawArticle(
        article.entryId(),
        article.version(),
        article.revision(),
        article.change(),
        article.origin(),
        article.feed(),
        entry,
        page,
        pageFailure,
        article.firstSeenAt(),
        article.fetchedAt());
  }

  private static Change kind(EntryChange change) {
    return switch (change) {
      case EntryChange.Withdrawn withdrawn -> Change.WITHDRAWN;
      case EntryChange.Appeared appeared ->
          appeared.known().revision() == 1 ? Change.NEW : Change.UPDATED;
    };
  }

  private static Item item(EntryChange change) {
    return switch (change) {
      case EntryChange.Withdrawn withdrawn -> Item.bare(withdrawn.identity(), withdrawn.link());
      case EntryChange.Appeared appeared -> item(appeared);
    };
  }

  private static Item item(EntryChange.Appeared appeared) {
    Entry entry = appeared.entry();
    return new Item(
        appeared.identity().replace('\u0000', ' '),
        entry.link(),
        appeared.sharedLink(),
        value(entry.title()),
        kind(entry.title()),
        value(entry.summary()),
        kind(entry.summary()),
        value(entry.content()),
        kind(entry.content()),
        entry.baseUrl(),
        entry.authors().stream().map(a -> new Person(a.name(), a.email(), a.uri())).toList(),
        entry.published(),
        entry.publishedLocal(),
        entry.updated(),
        entry.updatedLocal(),
        entry.language(),
        entry.categories(),
        entry.comments(),
        entry.enclosures().stream().map(RawArticles::attachment).toList(),
        entry.images().stream().map(RawArticles::picture).toList());
  }

  private static Attachment attachment(Enclosure file) {
    Long length = file.length();
    return new Attachment(file.url(), file.type(), length == null || length < 0 ? null : length);
  }

  private static Picture picture(Image image) {
    return new Picture(
        image.url(), image.width(), image.height(), image.caption(), image.credit(), image.alt());
  }

  private static @Nullable String value(@Nullable Text text) {
    return text == null ? null : text.value();
  }

  private static @Nullable TextKind kind(@Nullable Text text) {
    if (text == null) {
      return null;
    }
    return text.type() == TextType.HTML ? TextKind.HTML : TextKind.TEXT;
  }
}
