package io.newswire.fetcher.feed;

import io.newswire.fetcher.feed.ElementStack.Scope;
import io.newswire.fetcher.feed.Tokenizer.Token;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads every XML format of feeds in one pass, well-formed or not: follows the open elements,
 * recovers where they are not closed or wrongly nested, and hands the values to {@link FeedFields}
 * and {@link EntryFields}. For one document.
 */
final class XmlFeedReader {

  private static final Set<String> VOID =
      Set.of("br", "hr", "img", "meta", "input", "wbr", "area", "base", "col", "embed", "param");

  private final FeedLimits limits;
  private final Problems problems;
  private final Tokenizer tokens;
  private final Namespaces namespaces;
  private final ElementStack stack = new ElementStack();
  private final Capture capture;
  private final FeedBuilder feed;
  private final boolean doublyEncoded;
  private final FeedFields feedFields;
  private final EntryFields entryFields;
  private boolean capturing;
  private boolean begun;
  private boolean substance;
  private boolean html;
  private @Nullable String root;
  private @Nullable EntryBuilder entry;
  private @Nullable PersonBuilder person;
  private @Nullable MediaBuilder media;
  private @Nullable StringBuilder text;
  private @Nullable String imageUrl;

  XmlFeedReader(
      String source, TextDecoder decoder, FeedLimits limits, Problems problems, FeedBuilder feed) {
    this.limits = limits;
    this.problems = problems;
    this.tokens = new Tokenizer(source, decoder, problems);
    this.namespaces = new Namespaces(problems);
    this.capture = new Capture(limits.maxTextLength());
    this.feed = feed;
    this.doublyEncoded = Mojibake.isPossibleIn(source);
    this.feedFields = new FeedFields(feed);
    this.entryFields = new EntryFields(feed);
  }

  /** Reads the document; says whether a feed was found in it. */
  boolean read() {
    for (Token token = tokens.next(); token != Token.EOF; token = tokens.next()) {
      switch (token) {
        case START -> {
          if (capturing) {
            openInside();
          } else {
            open();
          }
        }
        case END -> {
          if (capturing) {
            closeInside();
          } else {
            close(tokens.name());
          }
        }
        default -> text(token);
      }
    }
    if (stack.depth() > 0) {
      problems.add("the document ends before <" + stack.name().raw + "> is closed");
      unwind(0);
    }
    return begun && (substance || !feed.format.startsWith("rdf"));
  }

  /** Whether the document has an HTML root. */
  boolean isHtml() {
    return html;
  }

  /** The name of the first element, or null if there is none. */
  @Nullable String root() {
    return root;
  }

  private void text(Token token) {
    if (capturing) {
      capture.text(tokens.decoded(token), token == Token.CDATA);
      return;
    }
    Scope scope = stack.scope();
    boolean kept =
        scope == Scope.PERSON
            || scope == Scope.PERSON_PART
            || scope == Scope.SOURCE
            || scope == Scope.IMAGE;
    if (kept && text != null && !tokens.isBlank() && text.length() < 1_000) {
      String piece = tokens.decoded(token);
      text.append(piece, 0, Math.min(1_000, piece.length()));
    } else if (stack.depth() == 0 && !tokens.isBlank()) {
      problems.add("text outside the root element");
    }
  }

  private Field identify(Name name, Attributes attributes) {
    if (attributes.size() > 0) {
      namespaces.declare(attributes, stack.depth() + 1);
    }
    Vocabulary vocabulary = namespaces.of(name);
    if (name.vocabulary != vocabulary) {
      name.vocabulary = vocabulary;
      name.field = Field.of(vocabulary, name.local);
    }
    return name.field;
  }

  private void open() {
    Name name = tokens.name();
    Attributes attributes = tokens.attributes();
    Field field = identify(name, attributes);
    if (root == null) {
      root = name.raw;
    }
    if (stack.depth() >= limits.maxDepth()) {
      problems.add("elements nested deeper than " + limits.maxDepth());
      return;
    }
    if (field == Field.ENTRY && !admitsEntry()) {
      stack.push(name, Scope.IGNORED, null, null);
      return;
    }
    String base = stack.base();
    String language = stack.language();
    if (attributes.size() > 0) {
      String ownBase = attributes.get("xml:base");
      if (ownBase != null && !ownBase.isEmpty()) {
        base = Urls.resolve(base == null ? feed.documentBase : base, ownBase);
      }
      String ownLanguage = attributes.get("xml:lang");
      if (ownLanguage != null) {
        language = ownLanguage.isEmpty() ? null : ownLanguage.replace('_', '-');
      }
    }
    Scope scope = scopeOf(field, attributes, base, language);
    if (scope == Scope.IGNORED
        && field == Field.UNKNOWN
        && VOID.contains(name.local)
        && !tokens.isEmptyElement()) {
      problems.add("an element that is not closed: <" + name.raw + ">");
      return;
    }
    stack.push(name, scope, base, language);
    if (scope == Scope.LEAF) {
      capturing = true;
      boolean markup = field.isMarkup();
      Capture.Kind kind = markup ? feedFields.kindOf(field, attributes) : Capture.Kind.TEXT;
      String ownBase =
          attributes.size() > 0 && base != null && attributes.get("xml:base") != null ? base : null;
      capture.begin(name, field, kind, ownBase);
    }
  }

  private Scope scopeOf(
      Field field, Attributes attributes, @Nullable String base, @Nullable String language) {
    switch (field) {
      case RSS, RDF_ROOT, FEED, CHANNEL -> {
        if (stack.scope() == Scope.DOCUMENT
                && (stack.depth() < 2 && !html || field != Field.CHANNEL)
            || stack.scope() == Scope.FEED) {
          substance |= field == Field.CHANNEL || namespaces.declaresRss();
          noteFurtherRoot();
          feedFields.begin(field, tokens.name(), attributes, base, language, !begun);
          begun = true;
          return Scope.FEED;
        }
        return Scope.IGNORED;
      }
      case ENTRY -> {
        beginEntry(attributes, base, language);
        return Scope.ENTRY;
      }
      default -> {}
    }
    return switch (stack.scope()) {
      case DOCUMENT -> {
        html |= field == Field.HTML;
        yield Scope.DOCUMENT;
      }
      case FEED -> entryOrFeed(field, attributes, base);
      case ENTRY, GROUP, SOURCE -> entryOrFeed(field, attributes, base);
      case PERSON, PERSON_PART ->
          switch (field) {
            case NAME, EMAIL, URI, URL -> Scope.LEAF;
            default -> Scope.PERSON_PART;
          };
      case IMAGE -> field == Field.URL ? Scope.LEAF : Scope.IGNORED;
      case MEDIA -> inMedia(field, attributes, base);
      case SKIP -> field == Field.HOUR || field == Field.DAY ? Scope.LEAF : Scope.IGNORED;
      case LEAF, IGNORED -> Scope.IGNORED;
    };
  }

  private Scope entryOrFeed(Field field, Attributes attributes, @Nullable String base) {
    Scope scope = stack.scope();
    return switch (field) {
      case UNKNOWN, CONTRIBUTOR, TEXT_INPUT, HTML, OPML -> Scope.IGNORED;
      case AUTHOR, PODCAST_AUTHOR, MANAGING_EDITOR, PUBLISHER -> {
        person = new PersonBuilder(field);
        text = person.text;
        yield Scope.PERSON;
      }
      case SOURCE, IMAGE -> {
        text = new StringBuilder();
        imageUrl = null;
        yield field == Field.IMAGE
            ? Scope.IMAGE
            : scope == Scope.ENTRY ? Scope.SOURCE : Scope.IGNORED;
      }
      case SKIP -> Scope.SKIP;
      case MEDIA_GROUP -> scope == Scope.ENTRY ? Scope.GROUP : Scope.IGNORED;
      case MEDIA_CONTENT -> {
        media = new MediaBuilder(attributes, base, scope == Scope.GROUP);
        yield Scope.MEDIA;
      }
      default -> {
        boolean read =
            entry != null && scope != Scope.FEED
                ? scope == Scope.SOURCE || entryFields.open(entry, field, tokens, base)
                : feedFields.open(field, tokens, base);
        // Categories of podcasts are nested.
        Scope otherwise =
            field != Field.CATEGORY ? Scope.IGNORED : scope == Scope.FEED ? scope : Scope.GROUP;
        yield read ? Scope.LEAF : otherwise;
      }
    };
  }

  private Scope inMedia(Field field, Attributes attributes, @Nullable String base) {
    return switch (field) {
      case OTHER_TITLE, OTHER_DESCRIPTION, CREDIT -> Scope.LEAF;
      case THUMBNAIL, KEYWORDS, CATEGORY ->
          entry != null && entryFields.open(entry, field, tokens, base)
              ? Scope.LEAF
              : Scope.IGNORED;
      default -> Scope.IGNORED;
    };
  }

  /** Whether an entry begins here, and not a list of somebody else's inside an entry. */
  private boolean admitsEntry() {
    Scope scope = stack.scope();
    if (entry != null) {
      return !tokens.isEmptyElement() && scope != Scope.IGNORED && scope != Scope.SOURCE;
    }
    return scope != Scope.DOCUMENT || stack.depth() == 0;
  }

  private void noteFurtherRoot() {
    if (begun && stack.depth() == 0) {
      problems.add("more than one root element");
    }
  }

  private void beginEntry(Attributes attributes, @Nullable String base, @Nullable String language) {
    if (entry != null) {
      problems.add("an entry inside another");
      int outer = stack.depth();
      while (outer > 0 && entry != null) {
        outer--;
        unwind(outer);
      }
    }
    substance = true;
    noteFurtherRoot();
    if (!begun) {
      feedFields.begin(Field.ENTRY, tokens.name(), attributes, base, language, true);
      begun = true;
    }
    entry = entryFields.begin(attributes, base, language, limits);
  }

  private void openInside() {
    Name name = tokens.name();
    Field field = identify(name, tokens.attributes());
    boolean markup = capture.field().isMarkup() && capture.field() != Field.TITLE;
    boolean over =
        field.endsOpenText()
            && name != capture.element()
            && capture.field() != Field.CONTENT
            && capture.field() != Field.BODY
            && !(markup && (field == Field.LINK || name.local.equals("summary")));
    if (over) {
      problems.add("an element that is not closed: <" + capture.element().raw + ">");
      endCapture();
      open();
      return;
    }
    boolean isVoid = VOID.contains(name.local);
    if (!tokens.isEmptyElement() && isVoid) {
      problems.add("an element that is not closed: <" + name.raw + ">");
    }
    capture.open(name, Markup.startTag(tokens, name), tokens.isEmptyElement() || isVoid);
    if (tokens.isEmptyElement()) {
      tokens.next();
      if (!isVoid) {
        capture.raw("</" + Markup.nameOf(name) + ">");
      }
    }
  }

  private void closeInside() {
    Name name = tokens.name();
    if (capture.isClosedBy(name)) {
      endCapture();
      return;
    }
    int open = stack.find(name);
    boolean structural =
        open >= 0
            && (name.field == Field.ENTRY
                || name.field == Field.CHANNEL
                || name.field == Field.RSS
                || name.field == Field.FEED
                || name.field == Field.RDF_ROOT
                || !capture.isInside());
    if (structural) {
      problems.add("an element that is not closed: <" + capture.element().raw + ">");
      endCapture();
      close(name);
    } else if (!capture.isInside() && !HtmlText.isTag(name.local)) {
      problems.add("<" + capture.element().raw + "> closed as </" + name.raw + ">");
      endCapture();
    } else if (capture.isInside() && !VOID.contains(name.local)) {
      capture.close(name, "</" + Markup.nameOf(name) + ">");
    }
  }

  private void endCapture() {
    capturing = false;
    String value = capture.value();
    if (doublyEncoded) {
      value = Mojibake.repaired(value);
    }
    if (capture.isCut()) {
      problems.add("a text longer than " + limits.maxTextLength() + " characters");
    }
    String base = stack.base();
    String language = stack.language();
    stack.pop();
    namespaces.leave(stack.depth());
    if (value.isEmpty()) {
      return;
    }
    Field field = capture.field();
    switch (stack.scope()) {
      case PERSON, PERSON_PART -> personField(field, value);
      case IMAGE -> imageUrl = value;
      case MEDIA -> mediaField(field, value);
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

  private void personField(Field field, String value) {
    PersonBuilder p = person;
    if (p == null) {
      return;
    }
    switch (field) {
      case NAME -> p.name = p.name == null ? value : p.name;
      case EMAIL -> p.email = p.email == null ? value : p.email;
      default -> {
        String base = stack.base();
        p.uri = Urls.resolve(base == null ? feed.documentBase : base, value);
      }
    }
  }

  private void mediaField(Field field, String value) {
    MediaBuilder m = media;
    if (m == null) {
      return;
    }
    switch (field) {
      case OTHER_TITLE -> m.title = value;
      case OTHER_DESCRIPTION -> m.description = value;
      case CREDIT -> m.credit = value;
      default -> {
        if (entry != null) {
          entryFields.take(entry, capture, value, null, null);
        }
      }
    }
  }

  private void close(Name name) {
    int open = stack.find(name);
    if (open < 0) {
      problems.add("an end tag without its start tag: </" + name.raw + ">");
      return;
    }
    if (open < stack.depth() - 1) {
      problems.add("an element that is not closed: <" + stack.name().raw + ">");
    }
    unwind(open);
  }

  /** Ends all elements deeper than {@code depth}. */
  private void unwind(int depth) {
    while (stack.depth() > depth) {
      if (capturing) {
        endCapture();
        continue;
      }
      Scope scope = stack.scope();
      String base = stack.base();
      stack.pop();
      leave(scope, base);
    }
    namespaces.leave(depth);
  }

  private void leave(Scope scope, @Nullable String base) {
    switch (scope) {
      case PERSON -> {
        Author author = person == null ? null : person.build();
        if (person != null && author != null) {
          if (entry == null) {
            feedFields.person(person.field, author);
          } else {
            entryFields.person(entry, person.field, author, stack.scope() == Scope.SOURCE);
          }
        }
        person = null;
        text = null;
      }
      case IMAGE -> {
        String url = imageUrl != null ? imageUrl : text == null ? "" : text.toString().strip();
        if (!url.isEmpty() && url.indexOf(' ') < 0) {
          if (entry == null) {
            feed.image = feed.image == null ? LinkBuilder.plain(url, base) : feed.image;
          } else {
            entry.add(entry.images, LinkBuilder.plain(url, base));
          }
        }
      }
      case SOURCE -> {
        if (entry != null && entry.source == null && text != null && !text.toString().isBlank()) {
          entry.source = text.toString().strip();
        }
      }
      case MEDIA -> {
        if (entry != null && media != null) {
          entry.add(entry.media, media);
        } else if (media != null
            && media.url != null
            && media.isImage()
            && feed.podcastImage == null) {
          feed.podcastImage = LinkBuilder.plain(media.url, base);
        }
        media = null;
      }
      case ENTRY -> {
        if (entry != null && feed.entries.size() < limits.maxEntries()) {
          feed.entries.add(entry);
        } else if (entry != null) {
          problems.add("more than " + limits.maxEntries() + " entries");
        }
        entry = null;
      }
      default -> {}
    }
  }
}
