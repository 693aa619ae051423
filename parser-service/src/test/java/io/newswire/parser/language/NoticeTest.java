package io.newswire.parser.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is unpacked into the jar is named there, with the licence that it is under. */
class NoticeTest {

  @Test
  void theJarNamesTheLibraryThatItHoldsUnpacked() throws IOException {
    assertThat(text("META-INF/NOTICE"))
        .contains("com.github.pemistahl.lingua", "language-models", "Apache License");
    assertThat(text("META-INF/LICENSE")).contains("Apache License", "Version 2.0");
  }

  /** Of several on the class path, the one beside the parser's own classes. */
  private static String text(String name) throws IOException {
    List<URL> urls =
        Collections.list(NoticeTest.class.getClassLoader().getResources(name)).stream()
            .filter(url -> url.getProtocol().equals("file"))
            .toList();
    assertThat(urls).hasSize(1);
    try (InputStream in = urls.getFirst().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
