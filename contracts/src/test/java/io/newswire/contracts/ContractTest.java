package io.newswire.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ContractTest {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static List<Path> schemas() {
    return ContractFiles.jsonFiles("schemas");
  }

  static List<Path> examples() {
    return ContractFiles.jsonFiles("examples");
  }

  static List<Path> released() {
    return ContractFiles.jsonFiles("released/v1");
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everySchemaIsOneOf2020Draft12(Path schema) {
    Schema metaSchema =
        REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

    assertThat(metaSchema.validate(ContractFiles.json(schema))).isEmpty();
    assertThat(ContractFiles.json(schema).path("$schema").asString())
        .isEqualTo(SpecificationVersion.DRAFT_2020_12.getDialectId());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsValid(Path example) {
    assertThat(validate(example, ContractFiles.json(example))).isEmpty();
  }

  @Test
  void everySchemaHasAnExample() {
    Set<Path> shown = examples().stream().map(ContractFiles::schemaOf).collect(Collectors.toSet());

    assertThat(schemas()).allSatisfy(schema -> assertThat(shown).contains(schema));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleWithoutOneOfItsRequiredFieldsIsInvalid(Path example) {
    for (JsonNode field : ContractFiles.json(ContractFiles.schemaOf(example)).path("required")) {
      ObjectNode incomplete = (ObjectNode) ContractFiles.json(example);
      incomplete.remove(field.asString());

      assertThat(validate(example, incomplete)).as(field.asString()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyFieldIsDescribed(Path schema) {
    Set<String> silent = new TreeSet<>();
    collectUndescribed("$", ContractFiles.json(schema), silent);

    assertThat(silent).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("released")
  void readersOfTheReleasedSchemaCanReadTheCurrentEvents(Path released) {
    Path current = Path.of("schemas").resolve(released.getFileName());

    assertThat(current).exists();
    assertThat(
            ReaderCompatibility.breaks(ContractFiles.json(released), ContractFiles.json(current)))
        .isEmpty();
  }

  @Test
  void theAsyncApiDocumentNamesEverySchemaAndOnlyFilesThatExist() {
    Object document = new Yaml().load(ContractFiles.text(Path.of("asyncapi.yaml")));
    List<Path> referenced = new ArrayList<>();
    collectReferences(document, reference -> reference.startsWith("./"))
        .forEach(reference -> referenced.add(Path.of(reference.substring(2))));

    assertThat(referenced).allSatisfy(file -> assertThat(Files.exists(file)).isTrue());
    assertThat(referenced).containsAll(schemas()).containsAll(examples());
  }

  private static List<com.networknt.schema.Error> validate(Path example, JsonNode value) {
    String schema = ContractFiles.text(ContractFiles.schemaOf(example));
    return REGISTRY
        .getSchema(schema, InputFormat.JSON)
        .validate(value, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)));
  }

  @Test
  void everyReferenceWithinTheAsyncApiDocumentLeadsSomewhere() {
    Map<?, ?> document = new Yaml().load(ContractFiles.text(Path.of("asyncapi.yaml")));
    List<String> references = collectReferences(document, reference -> reference.startsWith("#/"));

    assertThat(references)
        .isNotEmpty()
        .allSatisfy(each -> assertThat(at(document, each)).isNotNull());
  }

  private static @Nullable Object at(Map<?, ?> document, String reference) {
    Object place = document;
    for (String step : reference.substring(2).split("/")) {
      place = place instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return place;
  }

  private static List<String> collectReferences(Object part, Predicate<String> wanted) {
    List<String> references = new ArrayList<>();
    if (part instanceof Map<?, ?> map) {
      if (map.get("$ref") instanceof String reference && wanted.test(reference)) {
        references.add(reference);
      }
      map.values().forEach(value -> references.addAll(collectReferences(value, wanted)));
    } else if (part instanceof List<?> list) {
      list.forEach(value -> references.addAll(collectReferences(value, wanted)));
    }
    return references;
  }

  private static void collectUndescribed(String path, JsonNode schema, Set<String> silent) {
    for (String name : schema.path("properties").propertyNames()) {
      JsonNode field = schema.path("properties").path(name);
      if (field.path("description").asString("").isBlank()) {
        silent.add(path + "." + name);
      }
      collectUndescribed(path + "." + name, field, silent);
      collectUndescribed(path + "." + name + "[]", field.path("items"), silent);
    }
  }
}
