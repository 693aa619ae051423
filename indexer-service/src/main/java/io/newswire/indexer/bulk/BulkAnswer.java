package io.newswire.indexer.bulk;

import io.newswire.indexer.bulk.ItemOutcome.Indexed;
import io.newswire.indexer.bulk.ItemOutcome.Retryable;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the answer to a bulk request, item by item. */
final class BulkAnswer {

  private static final int LONGEST_REASON = 1000;

  private final JsonFactory json = new JsonFactory();

  /**
   * The outcomes in the order of the request's items.
   *
   * @throws tools.jackson.core.JacksonException if the answer is cut short or no JSON
   */
  List<ItemOutcome> read(InputStream answer, int items) {
    List<ItemOutcome> outcomes = new ArrayList<>(items);
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), answer)) {
      parser.nextToken();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        JsonToken token = parser.nextToken();
        if (name.equals("items") && token == JsonToken.START_ARRAY) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            outcomes.add(readItem(parser));
          }
        } else {
          parser.skipChildren();
        }
      }
    }
    return outcomes;
  }

  /** One item: an object with the action as its only field. */
  private static ItemOutcome readItem(JsonParser parser) {
    ItemOutcome outcome = unknown("The answer has an empty item.");
    for (String action = parser.nextName(); action != null; action = parser.nextName()) {
      parser.nextToken();
      outcome = readAction(action, parser);
    }
    return outcome;
  }

  private static ItemOutcome readAction(String action, JsonParser parser) {
    int status = 0;
    Cause error = null;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      if (name.equals("status") && token == JsonToken.VALUE_NUMBER_INT) {
        status = parser.getIntValue();
      } else if (name.equals("error") && token == JsonToken.START_OBJECT) {
        error = readCause(parser);
      } else {
        parser.skipChildren();
      }
    }
    if (error != null) {
      return new ItemError(status, error.type(), shortened(error.reason())).outcome();
    }
    // The deletion of a document that is not there has status 404 and no error: it is done.
    boolean done = status >= 200 && status < 300 || status == 404 && action.equals("delete");
    return done ? new Indexed() : unknown("The answer has an item with status " + status + ".");
  }

  /** What became of it is unknown: it is sent again, and is stale if it was done. */
  private static ItemOutcome unknown(String reason) {
    return new Retryable(0, "no_answer", reason);
  }

  private record Cause(String type, String reason) {}

  private static Cause readCause(JsonParser parser) {
    String type = "unknown";
    String reason = "";
    String causedBy = "";
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      if (name.equals("type") && token == JsonToken.VALUE_STRING) {
        type = parser.getString();
      } else if (name.equals("reason") && token == JsonToken.VALUE_STRING) {
        reason = parser.getString();
      } else if (name.equals("caused_by") && token == JsonToken.START_OBJECT) {
        causedBy = readCause(parser).reason();
      } else {
        parser.skipChildren();
      }
    }
    return new Cause(
        type, causedBy.isEmpty() || reason.contains(causedBy) ? reason : reason + ": " + causedBy);
  }

  private static String shortened(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }
}
