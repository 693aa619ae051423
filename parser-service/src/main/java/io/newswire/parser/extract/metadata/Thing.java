package io.newswire.parser.extract.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A node of structured data in the vocabulary of schema.org.
 *
 * @param members its properties as read
 * @param byId the nodes of the page that have an {@code @id}, for references
 */
record Thing(Map<String, Object> members, Map<String, Thing> byId) {

  /** Whether it is of a type, namespace and case aside. */
  boolean is(String type) {
    for (Object declared : asList(members.get("@type"))) {
      String name = declared.toString();
      String local = name.substring(name.lastIndexOf('/') + 1);
      if (local.equalsIgnoreCase(type)) {
        return true;
      }
    }
    return false;
  }

  List<String> types() {
    return asList(members.get("@type")).stream()
        .map(type -> type.toString().toLowerCase(Locale.ROOT))
        .map(type -> type.substring(type.lastIndexOf('/') + 1))
        .toList();
  }

  /** The first text of a property, decoded; null where there is none. */
  @Nullable String text(String property) {
    List<String> texts = texts(property);
    return texts.isEmpty() ? null : texts.getFirst();
  }

  /** All texts of a property: strings, and the names of things. */
  List<String> texts(String property) {
    List<String> texts = new ArrayList<>();
    for (Object value : asList(members.get(property))) {
      String text = value instanceof Map<?, ?> ? nameOf(value) : clean(value.toString());
      if (text != null && !text.isBlank()) {
        texts.add(text);
      }
    }
    return texts;
  }

  private @Nullable String nameOf(Object value) {
    Thing thing = thing(value);
    if (thing == null) {
      return null;
    }
    for (String property : List.of("name", "@value")) {
      String name = firstString(thing.members.get(property));
      if (name != null) {
        return clean(name);
      }
    }
    String given = firstString(thing.members.get("givenName"));
    String family = firstString(thing.members.get("familyName"));
    if (given != null && family != null) {
      return clean(given + " " + family);
    }
    String url = firstString(thing.members.get("url"));
    return url == null ? firstString(thing.members.get("@id")) : clean(url);
  }

  private static @Nullable String firstString(@Nullable Object value) {
    return asList(value).stream()
        .filter(item -> item instanceof String string && !string.isBlank())
        .map(Object::toString)
        .findFirst()
        .orElse(null);
  }

  /** The things of a property, references followed. */
  List<Thing> things(String property) {
    List<Thing> things = new ArrayList<>();
    for (Object value : asList(members.get(property))) {
      Thing thing = thing(value);
      if (thing != null) {
        things.add(thing);
      }
    }
    return things;
  }

  @SuppressWarnings("unchecked")
  private @Nullable Thing thing(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return null;
    }
    if (map.get("@id") instanceof String id && !map.containsKey("name")) {
      Thing referred = byId.get(id);
      if (referred != null) {
        return referred;
      }
    }
    return new Thing((Map<String, Object>) map, byId);
  }

  static List<Object> asList(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof Map<?, ?> map && map.get("@list") instanceof List<?> ordered) {
      return asList(ordered);
    }
    if (!(value instanceof List<?> list)) {
      return List.of(value);
    }
    List<Object> flat = new ArrayList<>();
    for (Object item : list) {
      if (item instanceof List<?> inner) {
        flat.addAll(inner);
      } else {
        flat.add(item);
      }
    }
    return flat;
  }

  /** Structured data is text, yet many pages put entities and tags into it. */
  private static String clean(String text) {
    return text.indexOf('&') < 0 ? text.strip() : Parser.unescapeEntities(text, false).strip();
  }
}
