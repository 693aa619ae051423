package io.newswire.fetcher.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one-line forms in which feeds name people: {@code a@b.example (Ann)}, {@code Ann
 * <a@b.example>}, Ann.
 */
final class AuthorText {

  private static final Pattern EMAIL =
      Pattern.compile(
          "(?:mailto:)?([\\w.+\\-]{1,64}@(?:\\[[\\d.]+\\]|[\\w\\-]+(?:\\.[\\w\\-]+)+))(?:\\?subject=\\S*)?");

  /** What stands around a name beside an address. */
  private static final String[] BRACKETS = {"()", "<>", "\"\""};

  private AuthorText() {}

  /** The person that {@code text} names, or null if it names nobody. */
  static @Nullable Author parse(String text) {
    String name = text.strip();
    String email = null;
    if (name.indexOf('@') >= 0 && name.length() < 1_000) {
      Matcher matcher = EMAIL.matcher(name);
      if (matcher.find()) {
        email = matcher.group(1);
        name = name.substring(0, matcher.start()) + name.substring(matcher.end());
        name =
            name.replace("()", "")
                .replace("<>", "")
                .replace("&lt;&gt;", "")
                .replace("[]", "")
                .strip();
        for (String brackets : BRACKETS) {
          if (name.length() > 1
              && name.charAt(0) == brackets.charAt(0)
              && name.charAt(name.length() - 1) == brackets.charAt(1)) {
            name = name.substring(1, name.length() - 1).strip();
          }
        }
        if (name.endsWith(",")) {
          name = name.substring(0, name.length() - 1).strip();
        }
      }
    }
    if (name.isEmpty() && email == null) {
      return null;
    }
    return new Author(name.isEmpty() ? null : name, email, null);
  }

  /**
   * The authors without repetitions: what one form leaves open, another form of the same name fills
   * in.
   */
  static List<Author> merged(List<Author> authors) {
    if (authors.size() == 1) {
      return List.copyOf(authors);
    }
    List<Author> merged = new ArrayList<>(authors.size());
    for (Author author : authors) {
      int same = 0;
      while (same < merged.size() && !isSame(merged.get(same), author)) {
        same++;
      }
      if (same == merged.size()) {
        merged.add(author);
      } else {
        Author known = merged.get(same);
        merged.set(
            same,
            new Author(
                known.name() == null ? author.name() : known.name(),
                known.email() == null ? author.email() : known.email(),
                known.uri() == null ? author.uri() : known.uri()));
      }
    }
    return List.copyOf(merged);
  }

  private static boolean isSame(Author a, Author b) {
    if (a.name() != null && b.name() != null) {
      return a.name().equalsIgnoreCase(b.name());
    }
    return a.email() != null && a.email().equalsIgnoreCase(b.email());
  }
}
