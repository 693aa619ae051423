package io.newswire.standalone.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the bundled newspapers. A file has a head of {@code key: value} lines, then stories, each
 * begun by a line {@code === slug}, with a head of its own, an empty line and paragraphs; {@code
 * of: paper} in a head takes the story over from another newspaper.
 */
final class Newspapers {

  private static final List<String> IDS =
      List.of(
          "gazette", "record", "science", "notices", "market", "review", "kuestenblatt", "shiomi");

  private Newspapers() {}

  static List<Newspaper> bundled() {
    Map<String, Newspaper> papers = new LinkedHashMap<>();
    for (String id : IDS) {
      papers.put(id, read(id, resource(id), papers));
    }
    return List.copyOf(papers.values());
  }

  private static Newspaper read(String id, String text, Map<String, Newspaper> others) {
    String[] parts = text.split("(?m)^=== ");
    Map<String, String> head = head(parts[0]);
    List<Story> stories = new ArrayList<>();
    for (String part : Arrays.asList(parts).subList(1, parts.length)) {
      stories.add(story(id, part, others));
    }
    stories.sort(Comparator.comparing(Story::published).reversed());
    return new Newspaper(
        id,
        required(head, "name"),
        required(head, "about"),
        required(head, "language"),
        Newspaper.Format.valueOf(required(head, "format").toUpperCase(Locale.ROOT)),
        List.copyOf(stories));
  }

  private static Story story(String paper, String text, Map<String, Newspaper> others) {
    String[] blocks = text.strip().split("\n\n");
    String slug = blocks[0].lines().findFirst().orElseThrow().strip();
    Map<String, String> head = head(blocks[0]);
    String original = head.get("of");
    if (original != null) {
      return taken(slug, original, others);
    }
    return new Story(
        paper,
        slug,
        required(head, "title"),
        required(head, "author"),
        Instant.parse(required(head, "date")),
        List.of(required(head, "topics").split(", ")),
        head.get("summary"),
        head.get("image"),
        List.of(Arrays.copyOfRange(blocks, 1, blocks.length)));
  }

  private static Story taken(String slug, String original, Map<String, Newspaper> others) {
    Newspaper paper = others.get(original);
    if (paper == null) {
      throw new IllegalStateException("no newspaper " + original + " before this one");
    }
    return paper.stories().stream()
        .filter(story -> story.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no story " + slug + " in " + original));
  }

  private static Map<String, String> head(String block) {
    Map<String, String> head = new LinkedHashMap<>();
    for (String line : block.strip().split("\n")) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        head.put(line.substring(0, colon), line.substring(colon + 2).strip());
      }
    }
    return head;
  }

  private static String required(Map<String, String> head, String key) {
    String value = head.get(key);
    if (value == null) {
      throw new IllegalStateException("missing in the head " + head + ": " + key);
    }
    return value;
  }

  private static String resource(String id) {
    try (InputStream in = Newspapers.class.getResourceAsStream(id + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("no bundled newspaper " + id);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
