package io.newswire.fetcher.feed;

import org.jspecify.annotations.Nullable;

/** A person while it is being read: child elements (Atom), or one line of text (RSS). */
final class PersonBuilder {

  final Field field;
  final StringBuilder text = new StringBuilder();
  private @Nullable String name;
  private @Nullable String email;
  private @Nullable String uri;

  PersonBuilder(Field field) {
    this.field = field;
  }

  /** Takes in a part; of several of a kind the first counts, of addresses the last. */
  void take(Field part, String value, String base) {
    switch (part) {
      case NAME -> name = name == null ? value : name;
      case EMAIL -> email = email == null ? value : email;
      default -> uri = Urls.resolve(base, value);
    }
  }

  /** The person, or null if nothing is known of it. */
  @Nullable Author build() {
    if (name == null && email == null && uri == null) {
      return AuthorText.parse(text.toString());
    }
    if (name == null && !text.toString().isBlank()) {
      Author given = AuthorText.parse(text.toString());
      name = given == null ? null : given.name();
    }
    if (name != null && email == null && name.indexOf('@') > 0) {
      Author given = AuthorText.parse(name);
      return given == null ? null : new Author(given.name(), given.email(), uri);
    }
    return new Author(name, email, uri);
  }
}
