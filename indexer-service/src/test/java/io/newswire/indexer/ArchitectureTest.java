package io.newswire.indexer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private final JavaClasses service =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.newswire.indexer");

  @Test
  void noOtherServicesClassesAreTouched() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.newswire.fetcher..", "io.newswire.parser..", "io.newswire.servers..")
        .check(service);
  }

  @Test
  void readingAnArticleIsPure() {
    classes()
        .that()
        .resideInAPackage("io.newswire.indexer.article")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.newswire.indexer.article", "java..", "org.jspecify..", "tools.jackson.core..")
        .check(service);
  }

  @Test
  void writingKnowsNothingOfKafka() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.newswire.indexer.bulk", "io.newswire.indexer.cluster", "io.newswire.indexer.index")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
        .check(service);
  }

  @Test
  void packagesDependOnEachOtherInOneDirection() {
    slices().matching("io.newswire.indexer.(*)..").should().beFreeOfCycles().check(service);
  }
}
