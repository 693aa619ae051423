package io.newswire.parser;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The public contract, as it is on the test class path. */
public final class Contract {

  private static final Schema ARTICLE =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text("schemas/article.schema.json"), InputFormat.JSON);

  private Contract() {}

  /** What an article breaks of its schema; formats are assertions. */
  public static List<String> violations(byte[] article) {
    return ARTICLE
        .validate(
            new String(article, StandardCharsets.UTF_8),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  public static byte[] example(String name) {
    return bytes("examples/" + name);
  }

  private static String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String path) {
    try (InputStream in =
        Objects.requireNonNull(
            Contract.class.getResourceAsStream("/contracts/" + path), "no such file: " + path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
