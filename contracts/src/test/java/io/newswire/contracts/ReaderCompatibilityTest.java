package io.newswire.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReaderCompatibilityTest {

  private static final String RELEASED =
      """
      {"type":"object","required":["id"],"properties":{
        "id":{"type":"string","pattern":"^[0-9a-f]{4}$"},
        "change":{"type":"string","enum":["new","updated"]},
        "images":{"type":"array","items":{"type":"object","required":["url"],"properties":{
          "url":{"type":"string"},"width":{"type":"integer"}}}}}}
      """;

  @Test
  void theSameSchemaBreaksNothing() {
    assertThat(breaksAfter("", "")).isEmpty();
  }

  @Test
  void anAddedFieldBreaksNothing() {
    assertThat(breaksAfter("\"width\":{", "\"height\":{\"type\":\"integer\"},\"width\":{"))
        .isEmpty();
  }

  @Test
  void aFieldThatBecomesRequiredBreaksNoReader() {
    assertThat(breaksAfter("[\"id\"]", "[\"id\",\"change\"]")).isEmpty();
  }

  @Test
  void aRenamedFieldIsABreak() {
    assertThat(breaksAfter("\"width\":", "\"pixels\":"))
        .containsExactly("$.images[].width: removed");
  }

  @Test
  void aRetypedFieldIsABreak() {
    assertThat(breaksAfter("\"type\":\"integer\"", "\"type\":\"string\""))
        .containsExactly("$.images[].width: type was \"integer\", is \"string\"");
  }

  @Test
  void aPromiseTakenBackIsABreak() {
    assertThat(breaksAfter("[\"url\"]", "[]"))
        .containsExactly("$.images[].url: was always there, may be absent now");
  }

  @Test
  void aNewValueInAClosedListIsABreak() {
    assertThat(breaksAfter("\"updated\"]", "\"updated\",\"withdrawn\"]"))
        .containsExactly("$.change: \"withdrawn\" was not among the values");
  }

  @Test
  void anIdOfAnotherShapeIsABreak() {
    assertThat(breaksAfter("{4}", "{8}")).hasSize(1).first().asString().contains("$.id: pattern");
  }

  private static List<String> breaksAfter(String part, String replacement) {
    JsonNode current = JsonMapper.shared().readTree(RELEASED.replace(part, replacement));
    return ReaderCompatibility.breaks(JsonMapper.shared().readTree(RELEASED), current);
  }
}
