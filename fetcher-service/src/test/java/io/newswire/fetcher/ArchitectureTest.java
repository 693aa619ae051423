package io.newswire.fetcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.newswire.fetcher");

  @Test
  void readingDocumentsTouchesNeitherKafkaNorHttpNorSpring() {
    noClasses()
        .that()
        .resideInAnyPackage("..fetcher.feed..", "..fetcher.opml..", "..fetcher.entry..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..",
            "org.apache.hc..",
            "org.springframework..",
            "java.net.http..",
            "jakarta.servlet..")
        .check(CLASSES);
  }

  @Test
  void askingSitesAndSchedulingKnowNothingOfKafka() {
    noClasses()
        .that()
        .resideInAnyPackage("..fetcher.http..", "..fetcher.schedule..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..", "..fetcher.kafka..", "..fetcher.ownership..", "..fetcher.poll..")
        .check(CLASSES);
  }

  @Test
  void noServiceTouchesAnother() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.newswire.parser..",
            "io.newswire.indexer..",
            "io.newswire.standalone..",
            "io.newswire.servers..")
        .check(CLASSES);
  }

  @Test
  void nothingIsInjectedIntoFields() {
    NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(CLASSES);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
  }

  @Test
  void packagesDependOnEachOtherInOneDirection() {
    slices().matching("io.newswire.fetcher.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void springKafkaReadsNoRecord() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework.kafka..")
        .because("its header mappers and delegating deserializers can be attacked through headers")
        .check(CLASSES);
  }
}
