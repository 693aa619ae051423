package io.newswire.fetcher.feed;

import java.util.List;
import java.util.Random;

/** Breaks documents at random as careless software does: characters lost, doubled, put in. */
final class Damage {

  private static final List<String> PIECES =
      List.of(
          "<",
          ">",
          "&",
          "\"",
          "'",
          "/",
          "=",
          ";",
          ":",
          " ",
          "\n",
          "]]>",
          "<![CDATA[",
          "<!--",
          "-->",
          "--",
          "<b>",
          "</b>",
          "<br>",
          "<br/>",
          "<item>",
          "</item>",
          "&nbsp;",
          "&#146;",
          "&#x;",
          "&#0;",
          "\u0001",
          "é",
          " k='v'",
          "</>",
          "<?p q?>",
          "<title>",
          "</channel>",
          "<x:y>");

  private Damage() {}

  /** {@code document}, broken in one to three places. */
  static String to(String document, Random random) {
    StringBuilder broken = new StringBuilder(document);
    int places = 1 + random.nextInt(3);
    for (int i = 0; i < places && !broken.isEmpty(); i++) {
      int at = random.nextInt(broken.length());
      int end = Math.min(broken.length(), at + 1 + random.nextInt(24));
      switch (random.nextInt(5)) {
        case 0 -> broken.deleteCharAt(at);
        case 1 -> broken.delete(at, end);
        case 2 -> broken.insert(at, broken.substring(at, end));
        case 3 -> broken.replace(at, at + 1, PIECES.get(random.nextInt(PIECES.size())));
        default -> broken.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return broken.toString();
  }
}
