package io.newswire.parser.listen;

import io.newswire.parser.article.Article;
import io.newswire.parser.normalize.Normalized;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a record. */
sealed interface Outcome {

  /** An article to publish. */
  record Parsed(Normalized normalized, Duration took) implements Outcome {

    Article article() {
      return normalized.article();
    }
  }

  /** A record that cannot become an article. */
  record Bad(String reason, String message, @Nullable Throwable cause) implements Outcome {}

  /** A tombstone: the entry was erased, and with it nothing that the parser could say. */
  record Tombstone() implements Outcome {}
}
