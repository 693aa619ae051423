package io.newswire.parser.extract.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a plain text into paragraphs: hard-wrapped lines are joined, bullets recognised. */
final class Lines {

  private static final Pattern BULLET =
      Pattern.compile("^(?:[•‣◦●▪■·*–—-]|\\d{1,2}[.)](?=\\s\\D))\\s++(?=\\S)");
  private static final Pattern HEADING_MARK = Pattern.compile("^#{1,6}\\s++|^={2,6}\\s++");

  private Lines() {}

  static List<Line> read(String text) {
    List<Line> lines = new ArrayList<>();
    List<String> group = new ArrayList<>();
    for (String raw : text.lines().toList()) {
      String line = strip(raw);
      if (line.isEmpty() || isRule(line)) {
        flush(group, lines);
      } else {
        group.add(line);
      }
    }
    flush(group, lines);
    return lines;
  }

  private static String strip(String line) {
    int start = 0;
    int end = line.length();
    while (start < end && isBlank(line.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u00A0' || c == '\uFEFF';
  }

  /** A line of dashes, stars or the like. */
  private static boolean isRule(String line) {
    return line.length() >= 2 && line.codePoints().allMatch(c -> "-–—_=*~#. ".indexOf(c) >= 0);
  }

  private static void flush(List<String> group, List<Line> lines) {
    if (isWrapped(group)) {
      add(String.join(" ", group), false, lines);
    } else {
      for (int i = 0; i < group.size(); i++) {
        add(group.get(i), i > 0, lines);
      }
    }
    group.clear();
  }

  /** Lines of nearly one length that are no sentences by themselves are one wrapped paragraph. */
  private static boolean isWrapped(List<String> group) {
    if (group.size() < 2) {
      return false;
    }
    int longest = group.stream().mapToInt(String::length).max().orElse(0);
    if (longest < 50 || longest > 100) {
      return false;
    }
    int open = 0;
    for (String line : group.subList(0, group.size() - 1)) {
      if (line.length() < 0.7 * longest || BULLET.matcher(line).find()) {
        return false;
      }
      open += line.endsWith(".") || line.endsWith("!") || line.endsWith("?") ? 0 : 1;
    }
    return open * 2 > group.size() - 1;
  }

  private static void add(String text, boolean joined, List<Line> lines) {
    Matcher bullet = BULLET.matcher(text);
    if (bullet.find()) {
      lines.add(new Line(text.substring(bullet.end()), true, joined));
      return;
    }
    Matcher mark = HEADING_MARK.matcher(text);
    lines.add(new Line(mark.find() ? text.substring(mark.end()) : text, false, joined));
  }
}
