package io.newswire.parser.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.pemistahl.lingua.api.Language;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the service's jar is made of, and not the class path of tests, which has lingua's jar. */
class LinguaModelsTest {

  @Test
  void allModelsThatLowAccuracyModeReadsAreInTheServicesJar() throws URISyntaxException {
    Path classes =
        Path.of(
            LanguageDetection.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Path> expected = new ArrayList<>();
    for (Language language : Language.values()) {
      for (String model : List.of("unigrams", "bigrams", "trigrams")) {
        String file = "language-models/" + language.getIsoCode639_1() + "/" + model + ".json";
        if (Language.class.getResource("/" + file) != null) {
          expected.add(classes.resolve(file));
        }
      }
    }
    assertThat(expected).hasSizeGreaterThan(180).allSatisfy(file -> assertThat(file).exists());
  }
}
