package io.newswire.fetcher.feed;

import org.jspecify.annotations.Nullable;

/** What the elements of an entry say. */
final class EntryFields {

  private final FeedBuilder feed;

  EntryFields(FeedBuilder feed) {
    this.feed = feed;
  }

  /** An entry begins. */
  EntryBuilder begin(Attributes attributes, @Nullable String base, @Nullable String language) {
    EntryBuilder entry = new EntryBuilder(feed.limits);
    entry.base = base;
    entry.inheritedLanguage = language;
    if (attributes.size() > 0) {
      entry.id = attributes.first("rdf:about", "rss:about");
      String href = attributes.first("href");
      if (href != null) {
        entry.links.add(LinkBuilder.plain(href, base));
      }
      String changed = attributes.first("lastmod");
      entry.updated = changed == null ? null : FeedDates.parse(changed);
      entry.idIsLink = Urls.isWeb(entry.id);
    }
    return entry;
  }

  /** An element of the entry begins; says whether its text is wanted. */
  boolean open(EntryBuilder entry, Field field, Tokenizer tokens, @Nullable String base) {
    Attributes attributes = tokens.attributes();
    switch (field) {
      case LINK -> {
        LinkBuilder link = LinkBuilder.of(tokens, base);
        if (link == null) {
          return true;
        }
        link(entry, link, attributes);
        return false;
      }
      case ENCLOSURE -> {
        LinkBuilder file = LinkBuilder.enclosure(attributes, base);
        if (file != null) {
          entry.add(entry.enclosures, file);
        }
        return false;
      }
      case GUID -> {
        entry.idIsLink = !attributes.is("ispermalink", "false");
        return true;
      }
      case CATEGORY -> {
        String term = attributes.first("label", "term", "text");
        if (term != null) {
          entry.category(term);
        }
        return term == null;
      }
      case ITUNES_IMAGE -> {
        String href = attributes.first("href", "url");
        if (href != null) {
          entry.add(entry.images, LinkBuilder.plain(href, base));
        }
        return false;
      }
      case THUMBNAIL -> {
        entry.add(entry.thumbnails, new MediaBuilder(attributes, base, false));
        return false;
      }
      case IN_REPLY_TO -> {
        entry.inReplyTo = attributes.first("ref");
        return false;
      }
      default -> {
        return field != Field.DELETED_ENTRY;
      }
    }
  }

  private void link(EntryBuilder entry, LinkBuilder link, Attributes attributes) {
    entry.add(entry.links, link);
    switch (link.rel()) {
      case "enclosure" -> entry.add(entry.enclosures, link);
      case "replies" -> {
        if (entry.comments == null && (link.type() == null || link.type().contains("html"))) {
          entry.comments = link;
        }
        if (entry.commentCount == null) {
          entry.commentCount = Numbers.integer(attributes.first("thr:count"));
        }
      }
      default -> {}
    }
  }

  /** Takes in the text of an element of the entry. */
  void take(
      EntryBuilder entry,
      Capture capture,
      String value,
      @Nullable String base,
      @Nullable String language) {
    Field field = capture.field();
    if (field.isMarkup()) {
      text(entry, capture, value, base);
      entry.textLanguage(field, language);
      return;
    }
    switch (field) {
      case LINK -> entry.add(entry.links, LinkBuilder.plain(value, base));
      case ORIGINAL_LINK -> entry.originalLink = value;
      case GUID -> {
        entry.id = Urls.onOneLine(value);
        entry.idIsLink &= Urls.isWeb(value) || value.indexOf('/') >= 0 && value.indexOf(' ') < 0;
      }
      case ID -> {
        // RFC 4287 wants it absolute; where it is not, xml:base says what was meant, and the
        // document's address nothing.
        entry.id =
            base != null && !Urls.hasScheme(value) && value.indexOf('/') >= 0
                ? Urls.resolve(base, value)
                : Urls.onOneLine(value);
        entry.idIsLink = Urls.isWeb(entry.id);
      }
      case IDENTIFIER -> entry.identifier = value;
      case PUBLISHED -> entry.published = FeedFields.firstOf(entry.published, value);
      case CREATED -> entry.created = FeedFields.firstOf(entry.created, value);
      case UPDATED -> entry.updated = FeedFields.firstOf(entry.updated, value);
      case DATE -> entry.date = FeedFields.firstOf(entry.date, value);
      case LANGUAGE -> entry.statedLanguage = value.replace('_', '-');
      case CATEGORY -> entry.category(value);
      case KEYWORDS -> entry.keywords(value);
      case COMMENTS -> entry.comments = LinkBuilder.plain(value, base);
      case COMMENT_COUNT -> entry.commentCount = Numbers.integer(value);
      default -> {}
    }
  }

  private void text(EntryBuilder entry, Capture capture, String value, @Nullable String base) {
    Text text = new Text(value, HtmlText.typeOf(capture, value, feed.atom), capture.base());
    switch (capture.field()) {
      case TITLE -> entry.title = entry.title == null ? text : entry.title;
      case OTHER_TITLE -> entry.otherTitle = entry.otherTitle == null ? text : entry.otherTitle;
      case DESCRIPTION, ABSTRACT -> entry.description(text);
      case OTHER_DESCRIPTION ->
          entry.otherSummary = entry.otherSummary == null ? text : entry.otherSummary;
      case ITUNES_SUBTITLE, SUBTITLE ->
          entry.shortSummary = entry.shortSummary == null ? text : entry.shortSummary;
      case CONTENT, CONTENT_ENCODED, CONTENT_VALUE, BODY -> {
        entry.content(text);
        entry.textBase = base != null ? base : entry.textBase;
      }
      case RIGHTS -> entry.rights = entry.rights == null ? value : entry.rights;
      case CREDIT -> entry.mediaCredit = entry.mediaCredit == null ? value : entry.mediaCredit;
      default -> {}
    }
    if (capture.field() == Field.DESCRIPTION && entry.textBase == null) {
      entry.textBase = base;
    }
  }

  void person(EntryBuilder entry, Field field, Author author, boolean ofSource) {
    if (ofSource) {
      entry.add(entry.sourceAuthors, author);
    } else if (field == Field.AUTHOR) {
      entry.add(entry.authors, author);
    } else if (field == Field.PODCAST_AUTHOR || field == Field.MANAGING_EDITOR) {
      entry.add(entry.podcastAuthors, author);
    }
  }
}
