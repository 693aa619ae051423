package io.newswire.fetcher.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HttpArchitectureTest {

  private static JavaClasses classes(String name) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(name);
  }

  @Test
  void theHttpSideKnowsNeitherKafkaNorFeeds() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..",
            "org.springframework.kafka..",
            "io.newswire.fetcher.feed..",
            "io.newswire.fetcher.poll..",
            "io.newswire.fetcher.schedule..")
        .check(classes("io.newswire.fetcher.http"));
  }

  @Test
  void theScheduleAsksNobody() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..",
            "org.apache.hc..",
            "java.net.http..",
            "java.nio.file..",
            "java.io..")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(classes("io.newswire.fetcher.schedule"));
  }
}
