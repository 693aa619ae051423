package io.newswire.fetcher.state;

import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes known entries as feed-state.schema.json has them. */
final class KnownEntriesSerializer extends ValueSerializer<KnownEntries> {

  @Override
  public void serialize(KnownEntries entries, JsonGenerator json, SerializationContext context) {
    json.writeStartArray();
    for (KnownEntry entry : entries.toList()) {
      json.writeStartObject();
      json.writeStringProperty("id", entry.key().hex());
      json.writeStringProperty("hash", HexFormat.of().toHexDigits(entry.hash()));
      json.writeNumberProperty("version", entry.version());
      json.writeNumberProperty("revision", entry.revision());
      json.writeStringProperty(
          "firstSeenAt", DateTimeFormatter.ISO_INSTANT.format(entry.firstSeenAt()));
      if (entry.link() != null) {
        json.writeStringProperty("link", entry.link());
      }
      if (entry.withdrawn()) {
        json.writeBooleanProperty("withdrawn", true);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
