package io.newswire.indexer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events for tests, made from the contract's examples. */
public final class Articles {

  private Articles() {}

  /** The contract's example of a name, such as {@code article}. */
  public static ObjectNode example(String name) {
    try (InputStream stream =
        Articles.class.getResourceAsStream("/contracts/examples/" + name + ".json")) {
      return (ObjectNode) JsonMapper.shared().readTree(Objects.requireNonNull(stream, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The id of the article with a number. */
  public static String id(int number) {
    return String.format(Locale.ROOT, "%032x", number);
  }

  /** A revision of the article with a number. */
  public static ObjectNode article(int number, long version) {
    return example("article")
        .put("id", id(number))
        .put("version", version)
        .put("title", "Article %d in version %d".formatted(number, version));
  }

  /** The event that withdraws the article with a number. */
  public static ObjectNode withdrawal(int number, long version) {
    return example("article.withdrawn").put("id", id(number)).put("version", version);
  }
}
