package io.newswire.fetcher.feed;

import org.jspecify.annotations.Nullable;

/**
 * Reference resolution (RFC 3986, 5.2) over strings: what real feeds write into links is rarely a
 * valid URI and is resolved all the same, its characters untouched.
 */
final class Urls {

  private static final int LONGEST_BASE = 8_192;

  private Urls() {}

  /** {@code reference} as an absolute address, as far as {@code base} allows. */
  static String resolve(String base, String reference) {
    String ref = clean(reference);
    if (hasScheme(ref)) {
      return ref;
    }
    if (!hasScheme(base)) {
      return base.isEmpty() ? ref : resolveAgainstPath(base, ref);
    }
    int schemeEnd = base.indexOf(':') + 1;
    if (!base.startsWith("//", schemeEnd)) {
      return ref.isEmpty() ? base : ref;
    }
    int authorityEnd = firstOf(base, schemeEnd + 2, "/?#");
    if (ref.startsWith("//")) {
      return base.substring(0, schemeEnd) + ref;
    }
    int pathEnd = firstOf(base, authorityEnd, "?#");
    String authority = base.substring(0, authorityEnd);
    String path = base.substring(authorityEnd, pathEnd);
    if (ref.isEmpty()) {
      return withoutFragment(base);
    }
    return switch (ref.charAt(0)) {
      case '#' -> withoutFragment(base) + ref;
      case '?' -> authority + path + ref;
      case '/' -> authority + normalised(ref);
      default -> authority + normalised(merged(path, ref));
    };
  }

  /**
   * The base that {@code reference} makes of {@code base} (XML Base, 4). One that is longer than
   * any address in use changes nothing: nested often, it would grow without bounds.
   */
  static String rebased(String base, String reference) {
    return base.length() + reference.length() > LONGEST_BASE ? base : resolve(base, reference);
  }

  /** Whether {@code url} begins with a scheme (RFC 3986, 3.1). */
  static boolean hasScheme(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c == ':') {
        return i > 0;
      }
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean other = c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
      if (!letter && (i == 0 || !other)) {
        return false;
      }
    }
    return false;
  }

  /** Whether {@code url} is an absolute web address. */
  static boolean isWeb(@Nullable String url) {
    return url != null
        && (url.regionMatches(true, 0, "http://", 0, 7)
            || url.regionMatches(true, 0, "https://", 0, 8));
  }

  /** Whether {@code reference} is a path to be resolved (RFC 3986, 4.2), beyond doubt. */
  static boolean isPath(String reference) {
    return (reference.startsWith("/") || reference.startsWith("./") || reference.startsWith("../"))
        && reference.indexOf(' ') < 0;
  }

  /** An id as one line: an address loses its line breaks, anything else has spaces for them. */
  static String onOneLine(String id) {
    if (id.indexOf('\n') < 0) {
      return id;
    }
    return isWeb(id) ? clean(id) : id.replaceAll("\\s+", " ");
  }

  private static String clean(String reference) {
    String ref = reference.strip();
    if (ref.indexOf('\n') < 0 && ref.indexOf('\t') < 0) {
      return ref;
    }
    StringBuilder out = new StringBuilder(ref.length());
    for (int i = 0; i < ref.length(); i++) {
      char c = ref.charAt(i);
      if (c != '\n' && c != '\t') {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String resolveAgainstPath(String base, String ref) {
    if (ref.isEmpty() || ref.charAt(0) == '#') {
      return withoutFragment(base) + ref;
    }
    if (ref.charAt(0) == '/') {
      return ref;
    }
    int pathEnd = firstOf(base, 0, "?#");
    return ref.charAt(0) == '?'
        ? base.substring(0, pathEnd) + ref
        : normalised(merged(base.substring(0, pathEnd), ref));
  }

  private static String merged(String basePath, String ref) {
    int slash = basePath.lastIndexOf('/');
    return slash < 0 ? "/" + ref : basePath.substring(0, slash + 1) + ref;
  }

  private static String withoutFragment(String url) {
    int hash = url.indexOf('#');
    return hash < 0 ? url : url.substring(0, hash);
  }

  /** Removes dot segments (RFC 3986, 5.2.4) from the path, leaving query and fragment. */
  private static String normalised(String pathAndMore) {
    int end = firstOf(pathAndMore, 0, "?#");
    if (!pathAndMore.contains("/.")) {
      return pathAndMore;
    }
    String[] segments = pathAndMore.substring(0, end).split("/", -1);
    StringBuilder out = new StringBuilder(end);
    int last = segments.length - 1;
    for (int i = 0; i <= last; i++) {
      String segment = segments[i];
      if (segment.equals("..")) {
        int slash = out.lastIndexOf("/");
        out.setLength(Math.max(slash, 0));
        if (i == last) {
          out.append('/');
        }
      } else if (segment.equals(".")) {
        if (i == last) {
          out.append('/');
        }
      } else if (i > 0) {
        out.append('/').append(segment);
      } else {
        out.append(segment);
      }
    }
    return out.append(pathAndMore, end, pathAndMore.length()).toString();
  }

  private static int firstOf(String text, int from, String characters) {
    for (int i = from; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }
}
