package io.newswire.fetcher.feed;

import java.util.Set;

/** Resolves the relative addresses inside HTML and changes nothing else. */
public final class HtmlLinks {

  private static final Set<String> ADDRESSES =
      Set.of(
          "href",
          "src",
          "poster",
          "cite",
          "action",
          "background",
          "longdesc",
          "usemap",
          "data",
          "formaction");

  private HtmlLinks() {}

  /** {@code html} with every address that a tag refers to made absolute against {@code base}. */
  public static String absolute(String html, String base) {
    if (html.indexOf('<') < 0 || !Urls.hasScheme(base)) {
      return html;
    }
    Problems ignored = new Problems();
    Tokenizer tokens = new Tokenizer(html, new TextDecoder(html, false, ignored), ignored);
    StringBuilder out = null;
    int copied = 0;
    for (Tokenizer.Token token = tokens.next();
        token != Tokenizer.Token.EOF;
        token = tokens.next()) {
      if (token != Tokenizer.Token.START) {
        continue;
      }
      Attributes attributes = tokens.attributes();
      for (int i = 0; i < attributes.size(); i++) {
        String name = attributes.name(i).lower;
        boolean list = name.equals("srcset");
        if (!list && !isAddress(name, tokens.name().lower)) {
          continue;
        }
        String value = attributes.value(i);
        String resolved =
            list ? sourceSet(value, base) : value.isBlank() ? value : Urls.resolve(base, value);
        if (!resolved.equals(value.strip())) {
          out = out == null ? new StringBuilder(html.length() + 64) : out;
          out.append(html, copied, attributes.from(i))
              .append(resolved.replace("&", "&amp;").replace("\"", "&quot;"));
          copied = attributes.to(i);
        }
      }
    }
    return out == null ? html : out.append(html, copied, html.length()).toString();
  }

  private static boolean isAddress(String attribute, String element) {
    return ADDRESSES.contains(attribute) && (!attribute.equals("data") || element.equals("object"));
  }

  private static String sourceSet(String value, String base) {
    StringBuilder out = new StringBuilder(value.length() + 64);
    for (String candidate : value.split(",\\s+|,(?=https?:)")) {
      String[] parts = candidate.strip().split("\\s+", 2);
      if (!parts[0].isEmpty()) {
        out.append(out.isEmpty() ? "" : ", ").append(Urls.resolve(base, parts[0]));
        out.append(parts.length > 1 ? " " + parts[1] : "");
      }
    }
    return out.toString();
  }
}
