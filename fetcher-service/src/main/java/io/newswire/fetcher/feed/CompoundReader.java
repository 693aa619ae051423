package io.newswire.fetcher.feed;

import org.jspecify.annotations.Nullable;

/**
 * Puts together what several elements, or an element and the text in it, say of one thing: a
 * person, an image, the source of an entry, a media object. None of these stands in another. For
 * one document.
 */
final class CompoundReader {

  /** Characters kept of a text that belongs to a person, a source or an image. */
  private static final int LONGEST_NAME = 1_000;

  private final FeedBuilder feed;
  private final FeedFields feedFields;
  private final EntryFields entryFields;
  private @Nullable PersonBuilder person;
  private @Nullable MediaBuilder media;
  private @Nullable StringBuilder text;
  private @Nullable String imageUrl;

  CompoundReader(FeedBuilder feed, FeedFields feedFields, EntryFields entryFields) {
    this.feed = feed;
    this.feedFields = feedFields;
    this.entryFields = entryFields;
  }

  /** A person begins. */
  void beginPerson(Field field) {
    person = new PersonBuilder(field);
    text = person.text;
  }

  /** An image or a source begins. */
  void beginText() {
    text = new StringBuilder();
    imageUrl = null;
  }

  /** A media object begins. */
  void beginMedia(Attributes attributes, @Nullable String base, boolean inGroup) {
    media = new MediaBuilder(attributes, base, inGroup);
  }

  /** Whether more text is taken in. */
  boolean wantsText() {
    return text != null && text.length() < LONGEST_NAME;
  }

  /** Takes in text that stands directly in a person, a source or an image. */
  void text(String piece) {
    if (text != null) {
      text.append(piece, 0, Math.min(LONGEST_NAME, piece.length()));
    }
  }

  /** Takes in a part of a person. */
  void takePersonal(Field field, String value, @Nullable String base) {
    if (person != null) {
      person.take(field, value, base == null ? feed.documentBase : base);
    }
  }

  /** Takes in the address of an image. */
  void takeImageUrl(String url) {
    imageUrl = url;
  }

  /** Takes in a part of a media object, or one of its entry's that stands in it. */
  void takeMedia(@Nullable EntryBuilder entry, Capture capture, String value) {
    if (media == null) {
      return;
    }
    switch (capture.field()) {
      case OTHER_TITLE -> media.title = value;
      case OTHER_DESCRIPTION -> media.description = value;
      case CREDIT -> media.credit = value;
      default -> {
        if (entry != null) {
          entryFields.take(entry, capture, value, null, null);
        }
      }
    }
  }

  /** A person ends, who is one of the source's if that is what it stands in. */
  void endPerson(@Nullable EntryBuilder entry, boolean ofSource) {
    Author author = person == null ? null : person.build();
    if (person != null && author != null) {
      if (entry == null) {
        feedFields.person(person.field, author);
      } else {
        entryFields.person(entry, person.field, author, ofSource);
      }
    }
    person = null;
    text = null;
  }

  /** An image ends. */
  void endImage(@Nullable EntryBuilder entry, @Nullable String base) {
    String url = imageUrl != null ? imageUrl : text == null ? "" : text.toString().strip();
    if (url.isEmpty() || url.indexOf(' ') >= 0) {
      return;
    }
    LinkBuilder image = LinkBuilder.plain(url, base);
    if (entry != null) {
      entry.add(entry.images, image);
    } else if (feed.image == null) {
      feed.image = image;
    }
  }

  /** The source of an entry ends; its title counts before its text. */
  void endSource(@Nullable EntryBuilder entry) {
    if (entry != null && entry.source == null && text != null && !text.toString().isBlank()) {
      entry.source = text.toString().strip();
    }
  }

  /** A media object ends. */
  void endMedia(@Nullable EntryBuilder entry, @Nullable String base) {
    if (media != null && entry != null) {
      entry.add(entry.media, media);
    } else if (media != null && media.url != null && media.isImage() && feed.podcastImage == null) {
      feed.podcastImage = LinkBuilder.plain(media.url, base);
    }
    media = null;
  }
}
