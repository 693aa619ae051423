package io.newswire.fetcher.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads event values. Absent fields are omitted, unknown fields are ignored, so that a
 * field may be added. It is not the application's mapper: what {@code spring.jackson.*} sets for
 * the REST API must not change the contract.
 */
public final class EventJson {

  private final JsonMapper mapper =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** Returns the value as UTF-8 JSON. */
  public byte[] write(Object value) {
    return mapper.writeValueAsBytes(value);
  }

  /**
   * Reads a value.
   *
   * @throws JacksonException where it is no JSON of that shape
   */
  public <T> T read(byte[] json, Class<T> type) {
    return mapper.readValue(json, type);
  }
}
