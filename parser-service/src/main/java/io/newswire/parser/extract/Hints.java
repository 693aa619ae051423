package io.newswire.parser.extract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an article before its document is read. Hints break ties; they never replace
 * what the document says.
 *
 * @param title plain-text title that the feed gave
 * @param language language that the entry or its feed declares, as given
 * @param now the time that dates are checked against: the fetch, not the clock, so that extraction
 *     stays a pure function; null believes any date
 * @param served when the document was served, which "3 hours ago" counts from; null where that is
 *     not known, and then no such date is read
 */
public record Hints(
    @Nullable String title,
    @Nullable String language,
    @Nullable Instant now,
    @Nullable Instant served) {

  public static final Hints NONE = new Hints(null, null, null);

  /** Hints for a document of which nobody knows when it was served. */
  public Hints(@Nullable String title, @Nullable String language, @Nullable Instant now) {
    this(title, language, now, null);
  }
}
