package io.newswire.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of the contract, as they lie in the module's folder. */
final class ContractFiles {

  private static final JsonMapper JSON = JsonMapper.shared();

  private ContractFiles() {}

  static List<Path> jsonFiles(String folder) {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(Path file) {
    return JSON.readTree(text(file));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The schema of an example: {@code raw-article.page.json} is an example of {@code raw-article}.
   */
  static Path schemaOf(Path example) {
    String name = example.getFileName().toString();
    return Path.of("schemas", name.substring(0, name.indexOf('.')) + ".schema.json");
  }
}
