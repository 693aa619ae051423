package io.newswire.fetcher.feed;

import io.newswire.fetcher.feed.ElementStack.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Decides what each element is read as, from what it means and where it stands, and takes in what
 * it holds when it ends. How elements are nested is {@link XmlFeedReader}'s business. For one
 * document.
 */
final class ElementReader {

  private final Problems problems;
  private final Namespaces namespaces;
  private final ElementStack stack;
  private final FeedBuilder feed;
  private final FeedFields feedFields;
  private final EntryFields entryFields;
  private final CompoundReader compounds;
  private boolean begun;
  private boolean substance;
  private boolean html;
  private @Nullable EntryBuilder entry;

  ElementReader(FeedBuilder feed, ElementStack stack, Namespaces namespaces, Problems problems) {
    this.feed = feed;
    this.stack = stack;
    this.namespaces = namespaces;
    this.problems = problems;
    this.feedFields = new FeedFields(feed);
    this.entryFields = new EntryFields(feed);
    this.compounds = new CompoundReader(feed, feedFields, entryFields);
  }

  /** Whether a feed was found, and not just RDF of some kind. */
  boolean isFeed() {
    return begun && (substance || !feed.format.startsWith("rdf"));
  }

  /** Whether an HTML root was found. */
  boolean isHtml() {
    return html;
  }

  /** Whether an entry is open. */
  boolean isInEntry() {
    return entry != null;
  }

  /** Whether an entry can begin here, and this is not somebody else's list inside an entry. */
  boolean admitsEntry(boolean emptyElement) {
    Scope scope = stack.scope();
    if (entry != null) {
      return !emptyElement && scope != Scope.IGNORED && scope != Scope.SOURCE;
    }
    return scope != Scope.DOCUMENT || stack.depth() == 0;
  }

  /** What the content of an element that is captured is. */
  Capture.Kind kindOf(Field field, Attributes attributes) {
    return field.isMarkup() ? feedFields.kindOf(field, attributes) : Capture.Kind.TEXT;
  }

  /** Whether a {@code div} around all of a captured element's content is no part of it. */
  boolean unwraps(Field field, Capture.Kind kind, Attributes attributes) {
    return feedFields.unwraps(field, kind, attributes);
  }

  /**
   * An element begins, at which {@code tokens} stands, in those of the stack.
   *
   * @return what its children are read as
   */
  Scope begin(Field field, Tokenizer tokens, @Nullable String base, @Nullable String language) {
    return switch (field) {
      case RSS, RDF_ROOT, FEED, CHANNEL -> beginFeed(field, tokens, base, language);
      case ENTRY -> beginEntry(tokens, base, language);
      default ->
          switch (stack.scope()) {
            case DOCUMENT -> {
              html |= field == Field.HTML;
              yield Scope.DOCUMENT;
            }
            case FEED, ENTRY, GROUP, SOURCE -> beginPart(field, tokens, base);
            case PERSON, PERSON_PART ->
                switch (field) {
                  case NAME, EMAIL, URI, URL -> Scope.LEAF;
                  default -> Scope.PERSON_PART;
                };
            case IMAGE -> field == Field.URL ? Scope.LEAF : Scope.IGNORED;
            case MEDIA -> beginInMedia(field, tokens, base);
            case SKIP -> field == Field.HOUR || field == Field.DAY ? Scope.LEAF : Scope.IGNORED;
            case LEAF, IGNORED -> Scope.IGNORED;
          };
    };
  }

  private Scope beginFeed(
      Field field, Tokenizer tokens, @Nullable String base, @Nullable String language) {
    boolean outermost =
        stack.scope() == Scope.DOCUMENT && (stack.depth() < 2 && !html || field != Field.CHANNEL);
    if (!outermost && stack.scope() != Scope.FEED) {
      return Scope.IGNORED;
    }
    substance |= field == Field.CHANNEL || namespaces.declaresRss();
    feedFields.begin(field, tokens.name(), tokens.attributes(), base, language, !begun);
    begun = true;
    return Scope.FEED;
  }

  private Scope beginEntry(Tokenizer tokens, @Nullable String base, @Nullable String language) {
    substance = true;
    if (!begun) {
      feedFields.begin(Field.ENTRY, tokens.name(), tokens.attributes(), base, language, true);
      begun = true;
    }
    entry = entryFields.begin(tokens.attributes(), base, language);
    return Scope.ENTRY;
  }

  /** A part of a feed or an entry begins. */
  private Scope beginPart(Field field, Tokenizer tokens, @Nullable String base) {
    Scope scope = stack.scope();
    return switch (field) {
      case UNKNOWN, CONTRIBUTOR, TEXT_INPUT, HTML, OPML -> Scope.IGNORED;
      case AUTHOR, PODCAST_AUTHOR, MANAGING_EDITOR, PUBLISHER -> {
        compounds.beginPerson(field);
        yield Scope.PERSON;
      }
      case SOURCE, IMAGE -> {
        compounds.beginText();
        yield field == Field.IMAGE
            ? Scope.IMAGE
            : scope == Scope.ENTRY ? Scope.SOURCE : Scope.IGNORED;
      }
      case SKIP -> Scope.SKIP;
      case MEDIA_GROUP -> scope == Scope.ENTRY ? Scope.GROUP : Scope.IGNORED;
      case CONTENT_ITEM -> beginContentItem(scope);
      case CONTENT_VALUE -> scope == Scope.GROUP ? Scope.LEAF : Scope.IGNORED;
      case CONTENT -> {
        boolean several = tokens.attributes().is("type", "multipart/alternative");
        if (several && entry != null && scope == Scope.ENTRY && feed.format.equals("atom-0.3")) {
          entry.alternatives = true;
          yield Scope.GROUP;
        }
        yield beginField(field, tokens, base);
      }
      case MEDIA_CONTENT -> {
        compounds.beginMedia(tokens.attributes(), base, scope == Scope.GROUP);
        yield Scope.MEDIA;
      }
      default -> beginField(field, tokens, base);
    };
  }

  /** A list of contents, each in a format of its own (RSS 1.0, content module). */
  private Scope beginContentItem(Scope scope) {
    if (entry == null || scope == Scope.FEED || scope == Scope.SOURCE) {
      return Scope.IGNORED;
    }
    entry.alternatives = true;
    return Scope.GROUP;
  }

  private Scope beginField(Field field, Tokenizer tokens, @Nullable String base) {
    Scope scope = stack.scope();
    boolean read =
        entry != null && scope != Scope.FEED
            ? scope == Scope.SOURCE || entryFields.open(entry, field, tokens, base)
            : feedFields.open(field, tokens, base);
    if (read) {
      return Scope.LEAF;
    }
    if (field != Field.CATEGORY) {
      return Scope.IGNORED;
    }
    // Categories of podcasts are nested.
    return scope == Scope.FEED ? scope : Scope.GROUP;
  }

  private Scope beginInMedia(Field field, Tokenizer tokens, @Nullable String base) {
    return switch (field) {
      case OTHER_TITLE, OTHER_DESCRIPTION, CREDIT -> Scope.LEAF;
      case THUMBNAIL, KEYWORDS, CATEGORY ->
          entry != null && entryFields.open(entry, field, tokens, base)
              ? Scope.LEAF
              : Scope.IGNORED;
      default -> Scope.IGNORED;
    };
  }

  /** Whether text directly in the innermost element belongs to a person, a source or an image. */
  boolean wantsText() {
    return compounds.wantsText()
        && switch (stack.scope()) {
          case PERSON, PERSON_PART, SOURCE, IMAGE -> true;
          default -> false;
        };
  }

  /** Takes in text that is wanted. */
  void text(String piece) {
    compounds.text(piece);
  }

  /** Takes in the value of a captured element, which is no longer on the stack. */
  void take(Capture capture, String value, @Nullable String base, @Nullable String language) {
    Field field = capture.field();
    switch (stack.scope()) {
      case PERSON, PERSON_PART -> compounds.takePersonal(field, value, stack.base());
      case IMAGE -> compounds.takeImageUrl(value);
      case MEDIA -> compounds.takeMedia(entry, capture, value);
      case SOURCE -> {
        if (entry != null && field == Field.TITLE) {
          entry.source = value;
        }
      }
      case ENTRY, GROUP -> {
        if (entry != null) {
          entryFields.take(entry, capture, value, base, language);
        }
      }
      default -> feedFields.take(capture, value, base);
    }
  }

  /**
   * An element that was not captured ends, and is no longer on the stack.
   *
   * @param scope what its children were read as
   */
  void end(Scope scope, @Nullable String base) {
    switch (scope) {
      case PERSON -> compounds.endPerson(entry, stack.scope() == Scope.SOURCE);
      case IMAGE -> compounds.endImage(entry, base);
      case SOURCE -> compounds.endSource(entry);
      case MEDIA -> compounds.endMedia(entry, base);
      case ENTRY -> endEntry();
      default -> {}
    }
  }

  private void endEntry() {
    if (entry != null && feed.entries.size() < feed.limits.maxEntries()) {
      feed.entries.add(entry);
    } else if (entry != null) {
      problems.note("more than " + feed.limits.maxEntries() + " entries");
    }
    entry = null;
  }
}
