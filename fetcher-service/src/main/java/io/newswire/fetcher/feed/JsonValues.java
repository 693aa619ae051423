package io.newswire.fetcher.feed;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads what stands at a parser's place as what was meant: an object for an array of one, a number
 * for a string, nothing for what is of another kind. For one document.
 */
final class JsonValues {

  private final FeedLimits limits;
  private final Problems problems;
  private final String documentBase;

  JsonValues(FeedLimits limits, Problems problems, String documentBase) {
    this.limits = limits;
    this.problems = problems;
    this.documentBase = documentBase;
  }

  /** Reads the object at hand, or each object of the array at hand. */
  static void each(JsonParser in, Runnable object) {
    if (in.currentToken() == JsonToken.START_OBJECT) {
      object.run();
    } else if (in.currentToken() == JsonToken.START_ARRAY) {
      while (in.nextToken() != JsonToken.END_ARRAY && in.currentToken() != null) {
        if (in.currentToken() == JsonToken.START_OBJECT) {
          object.run();
        } else {
          in.skipChildren();
        }
      }
    }
  }

  /** The scalar at hand as a trimmed string; null where it is null, empty or no scalar. */
  @Nullable String string(JsonParser in) {
    JsonToken token = in.currentToken();
    if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
      in.skipChildren();
      return null;
    }
    String value = in.getString().strip();
    if (value.length() > limits.maxTextLength()) {
      problems.note("a text longer than " + limits.maxTextLength() + " characters");
      value = value.substring(0, limits.maxTextLength());
    }
    return value.isEmpty() ? null : value;
  }

  /** Hands on the scalar at hand, or each of those of the array at hand. */
  void strings(JsonParser in, Consumer<String> consumer) {
    boolean array = in.currentToken() == JsonToken.START_ARRAY;
    do {
      if (array && (in.nextToken() == JsonToken.END_ARRAY || in.currentToken() == null)) {
        return;
      }
      String value = string(in);
      if (value != null) {
        consumer.accept(value);
      }
    } while (array);
  }

  @Nullable Text text(JsonParser in, TextType type) {
    String value = string(in);
    return value == null ? null : new Text(value, type);
  }

  /** The date at hand, or null if there is none. */
  @Nullable FeedDate date(JsonParser in) {
    String value = string(in);
    return value == null ? null : FeedDates.parse(value);
  }

  /** Adds the people at hand to {@code authors}. */
  void people(JsonParser in, List<Author> authors) {
    each(
        in,
        () -> {
          String name = null;
          String url = null;
          while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = in.currentName();
            in.nextToken();
            switch (property) {
              case "name" -> name = string(in);
              case "url" -> url = string(in);
              default -> in.skipChildren();
            }
          }
          if ((name != null || url != null) && authors.size() < limits.maxItems()) {
            authors.add(
                new Author(name, null, url == null ? null : Urls.resolve(documentBase, url)));
          }
        });
  }
}
