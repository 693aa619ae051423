package io.newswire.fetcher.feed;

/**
 * Writes the tags of child elements as the HTML they stand for: without namespaces, but for those
 * of SVG and MathML, which HTML has too (WHATWG HTML, 13.1.2.3); nothing else changed.
 */
final class Markup {

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String MATHML = "http://www.w3.org/1998/Math/MathML";

  private Markup() {}

  /**
   * The start tag that {@code tokens} stands at; an empty element that HTML has no such form for is
   * left open.
   */
  static String startTag(Tokenizer tokens, Name name) {
    String raw = tokens.raw();
    boolean plain = name.prefix.isEmpty() && !raw.contains("xmlns") && raw.endsWith(">");
    if (plain) {
      return raw.endsWith("/>") && !isVoid(name)
          ? raw.substring(0, raw.length() - 2).stripTrailing() + ">"
          : raw;
    }
    StringBuilder tag = new StringBuilder(raw.length()).append('<').append(nameOf(name));
    Attributes attributes = tokens.attributes();
    for (int i = 0; i < attributes.size(); i++) {
      Name attribute = attributes.name(i);
      String value = attributes.value(i);
      boolean kept =
          name.local.equals("svg") && value.equals(SVG)
              || name.local.equals("math") && value.equals(MATHML);
      if (!attribute.lower.startsWith("xmlns") || kept && attribute.prefix.isEmpty()) {
        attribute(tag, attribute.raw, value);
      }
    }
    if (!name.prefix.isEmpty() && name.vocabulary == Vocabulary.FOREIGN_MARKUP) {
      switch (name.local) {
        case "svg" -> attribute(tag, "xmlns", SVG);
        case "math" -> attribute(tag, "xmlns", MATHML);
        default -> {}
      }
    }
    return tag.append(tokens.isEmptyElement() && isVoid(name) ? "/>" : ">").toString();
  }

  private static void attribute(StringBuilder tag, String name, String value) {
    tag.append(' ').append(name).append("=\"");
    tag.append(value.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"));
    tag.append('"');
  }

  /** The element's name in markup: without the prefix where that stands for HTML, SVG or MathML. */
  static String nameOf(Name name) {
    if (name.prefix.isEmpty()) {
      return name.raw;
    }
    return name.vocabulary == Vocabulary.FOREIGN
        ? name.raw
        : name.raw.substring(name.prefix.length() + 1);
  }

  private static boolean isVoid(Name name) {
    return switch (name.local) {
      case "br",
          "hr",
          "img",
          "meta",
          "input",
          "wbr",
          "area",
          "base",
          "col",
          "embed",
          "param",
          "link",
          "source",
          "track" ->
          true;
      default -> false;
    };
  }
}
