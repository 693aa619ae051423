package io.newswire.standalone.sample;

/** Text inside XML, HTML and JSON. */
final class Markup {

  private Markup() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A JSON string with its quotes, safe inside an HTML script element, too. */
  static String json(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '<' -> json.append("\\u003c");
        default -> json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
