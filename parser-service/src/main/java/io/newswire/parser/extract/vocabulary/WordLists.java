package io.newswire.parser.extract.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the word lists beside this class: one entry a line, {@code #} begins a comment. */
public final class WordLists {

  private WordLists() {}

  /**
   * The entries of a list, in order.
   *
   * @param name the file's name without {@code .txt}
   * @throws IllegalArgumentException where there is no such list
   */
  public static List<String> read(String name) {
    try (InputStream in = WordLists.class.getResourceAsStream(name + ".txt")) {
      if (in == null) {
        throw new IllegalArgumentException("no word list named " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("word list " + name + " cannot be read", e);
    }
  }
}
