package io.newswire.parser;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.newswire.parser");

  private static final String[] PURE = {
    "io.newswire.parser.article..",
    "io.newswire.parser.extract..",
    "io.newswire.parser.normalize..",
    "io.newswire.parser.url..",
    "io.newswire.parser.html..",
    "io.newswire.parser.language..",
    "io.newswire.parser.fingerprint.."
  };

  @Test
  void purePackagesTouchNoKafkaNoHttpAndNoSpring() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..",
            "org.springframework..",
            "java.net.http..",
            "io.micrometer..",
            "io.newswire.parser.listen..",
            "io.newswire.parser.cli..")
        .check(CLASSES);
  }

  @Test
  void purePackagesReadNoClockAndDrawNoNumbers() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .check(CLASSES);
  }

  @Test
  void theCommandLineStartsWithoutSpringAndKafka() {
    noClasses()
        .that()
        .resideInAPackage("io.newswire.parser.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..", "org.apache.kafka..", "io.newswire.parser.listen..")
        .check(CLASSES);
  }

  @Test
  void noOtherServiceIsUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.newswire.fetcher..", "io.newswire.indexer..")
        .check(CLASSES);
  }

  @Test
  void featuresFormNoCycles() {
    slices().matching("io.newswire.parser.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
