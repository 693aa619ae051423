package io.newswire.indexer.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.newswire.indexer.bulk.ItemOutcome.Indexed;
import io.newswire.indexer.bulk.ItemOutcome.Rejected;
import io.newswire.indexer.bulk.ItemOutcome.Retryable;
import io.newswire.indexer.bulk.ItemOutcome.Stale;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class BulkAnswerTest {

  @Test
  void everyItemHasItsOutcomeInItsPlace() {
    List<ItemOutcome> outcomes =
        read(
            """
            {"errors":true,"items":[
             {"index":{"status":201}},
             {"index":{"status":409,"error":{"type":"version_conflict_engine_exception","reason":"older"}}},
             {"delete":{"status":404}},
             {"index":{"status":400,"error":{"type":"document_parsing_exception","reason":"bad date","caused_by":{"reason":"no month 13"}}}},
             {"index":{"status":429,"error":{"type":"es_rejected_execution_exception","reason":"full"}}}]}
            """);

    assertThat(outcomes)
        .containsExactly(
            new Indexed(),
            new Stale(),
            new Indexed(),
            new Rejected(400, "document_parsing_exception", "bad date: no month 13"),
            new Retryable(429, "es_rejected_execution_exception", "full"));
  }

  @ParameterizedTest
  @CsvSource({
    "429,es_rejected_execution_exception,full",
    "429,circuit_breaking_exception,memory",
    "503,unavailable_shards_exception,primary is not active",
    "500,something,odd",
    "403,cluster_block_exception,index is read-only",
    "403,security_exception,not allowed",
    "404,index_not_found_exception,no such index",
    "400,index_closed_exception,closed",
    "400,illegal_argument_exception,no write index is defined for alias [a]",
  })
  void aStateOfTheClusterPasses(int status, String type, String reason) {
    assertThat(new ItemError(status, type, reason).outcome()).isInstanceOf(Retryable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "400,document_parsing_exception,failed to parse field",
    "400,illegal_argument_exception,immense term",
    "413,too_large,document too large",
  })
  void aFaultOfTheDocumentDoesNot(int status, String type, String reason) {
    assertThat(new ItemError(status, type, reason).outcome()).isInstanceOf(Rejected.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"index\":{\"status\":500}}",
        "{\"index\":{\"status\":404}}",
        "{\"index\":{}}",
        "{\"index\":7}",
        "{}"
      })
  void anItemIsDoneOnlyWhereTheAnswerSaysSo(String item) {
    assertThat(read("{\"items\":[" + item + "]}")).singleElement().isInstanceOf(Retryable.class);
  }

  @Test
  void anAnswerCutShortIsNoAnswer() {
    assertThatThrownBy(() -> read("{\"errors\":false,\"items\":[{\"index\":{\"sta"))
        .isInstanceOf(JacksonException.class);
  }

  private static List<ItemOutcome> read(String answer) {
    return new BulkAnswer().read(new ByteArrayInputStream(answer.getBytes(UTF_8)), 5);
  }
}
