package io.newswire.fetcher.feed;

import java.util.Set;
import org.jspecify.annotations.Nullable;

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
          "classid",
          "codebase",
          "longdesc",
          "profile",
          "usemap",
          "data",
          "formaction");

  /** Open elements that an {@code xml:base} may be inherited through; deeper ones have none. */
  private static final int DEEPEST = 256;

  private final String html;
  private final String base;
  private final Tokenizer tokens;
  private final boolean hasBases;
  private final ElementStack stack = new ElementStack();
  private @Nullable StringBuilder out;
  private int copied;

  private HtmlLinks(String html, String base) {
    this.html = html;
    this.base = base;
    this.hasBases = html.contains("xml:base");
    Problems ignored = new Problems();
    this.tokens = new Tokenizer(html, new TextDecoder(html, false, ignored), ignored);
  }

  /**
   * {@code html} with every address that a tag refers to made absolute against the nearest {@code
   * xml:base} (XML Base, 4), which is itself relative to {@code base}.
   */
  public static String absolute(String html, String base) {
    if (html.indexOf('<') < 0 || !Urls.hasScheme(base)) {
      return html;
    }
    return new HtmlLinks(html, base).absolute();
  }

  private String absolute() {
    for (Tokenizer.Token token = tokens.next();
        token != Tokenizer.Token.EOF;
        token = tokens.next()) {
      switch (token) {
        case START -> start();
        case END -> end();
        default -> {}
      }
    }
    return out == null ? html : out.append(html, copied, html.length()).toString();
  }

  private void start() {
    Attributes attributes = tokens.attributes();
    String nearest = stack.base() == null ? base : stack.base();
    if (hasBases && stack.depth() < DEEPEST) {
      String own = attributes.first("xml:base");
      nearest = own == null ? nearest : Urls.rebased(nearest, own);
      stack.push(tokens.name(), ElementStack.Scope.DOCUMENT, nearest, null);
    }
    for (int i = 0; i < attributes.size(); i++) {
      String name = attributes.name(i).lower;
      boolean list = name.equals("srcset");
      if (!list && !isAddress(name, tokens.name().lower)) {
        continue;
      }
      String value = attributes.value(i);
      String resolved =
          list ? sourceSet(value, nearest) : value.isBlank() ? value : Urls.resolve(nearest, value);
      if (!resolved.equals(value.strip())) {
        replace(attributes.from(i), attributes.to(i), resolved);
      }
    }
  }

  private void end() {
    if (hasBases) {
      int open = stack.find(tokens.name());
      while (open >= 0 && stack.depth() > open) {
        stack.pop();
      }
    }
  }

  private void replace(int from, int to, String address) {
    StringBuilder changed = out == null ? new StringBuilder(html.length() + 64) : out;
    changed
        .append(html, copied, from)
        .append(address.replace("&", "&amp;").replace("\"", "&quot;"));
    copied = to;
    out = changed;
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
