package io.newswire.indexer.index;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A request that changes aliases: all of it in one step, or nothing. */
final class AliasActions {

  private final ObjectNode body = JsonNodeFactory.instance.objectNode();
  private final ArrayNode actions = body.putArray("actions");

  /** Gives an alias to an index; returns the action for further options. */
  ObjectNode add(String index, String alias) {
    return action("add", index, alias);
  }

  /** Takes an alias from an index or a pattern; returns the action for further options. */
  ObjectNode remove(String index, String alias) {
    return action("remove", index, alias);
  }

  private ObjectNode action(String name, String index, String alias) {
    return actions.addObject().putObject(name).put("index", index).put("alias", alias);
  }

  ObjectNode json() {
    return body;
  }
}
