package io.newswire.fetcher.state;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads known entries as feed-state.schema.json has them; fields it does not know are skipped. */
final class KnownEntriesDeserializer extends ValueDeserializer<KnownEntries> {

  @Override
  public KnownEntries deserialize(JsonParser json, DeserializationContext context) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw DatabindException.from(json, "entries is no array");
    }
    List<KnownEntry> entries = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      try {
        entries.add(entry(json));
      } catch (IllegalArgumentException | DateTimeException e) {
        throw DatabindException.from(json, "not a known entry: " + e.getMessage());
      }
    }
    return KnownEntries.of(entries);
  }

  private static KnownEntry entry(JsonParser json) {
    @Nullable EntryKey key = null;
    long hash = 0;
    long version = 0;
    int revision = 1;
    @Nullable Instant firstSeenAt = null;
    boolean withdrawn = false;
    @Nullable String link = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "id" -> key = EntryKey.parse(json.getString());
        case "hash" -> hash = HexFormat.fromHexDigitsToLong(json.getString());
        case "version" -> version = json.getLongValue();
        case "revision" -> revision = json.getIntValue();
        case "firstSeenAt" -> firstSeenAt = WireInstant.parse(json.getString());
        case "withdrawn" -> withdrawn = json.getBooleanValue();
        case "link" -> link = json.getString();
        default -> json.skipChildren();
      }
    }
    if (key == null || firstSeenAt == null) {
      throw new IllegalArgumentException("id and firstSeenAt are required");
    }
    return new KnownEntry(key, hash, version, revision, firstSeenAt, withdrawn, link);
  }

  @Override
  public KnownEntries getAbsentValue(DeserializationContext context) {
    return KnownEntries.NONE;
  }

  @Override
  public KnownEntries getNullValue(DeserializationContext context) {
    return KnownEntries.NONE;
  }
}
