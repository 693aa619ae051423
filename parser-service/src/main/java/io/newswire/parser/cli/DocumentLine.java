package io.newswire.parser.cli;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of input.
 *
 * @param id what the line of output is marked with
 * @param path file of an HTML page or plain text; {@code .gz} is decompressed
 * @param url address of the document
 * @param headers the HTTP response's headers; {@code content-type} counts, and {@code date}
 * @param fetchedAt when the document was fetched, in RFC 3339; "3 hours ago" counts from it
 */
record DocumentLine(
    @Nullable String id,
    @Nullable String path,
    @Nullable String url,
    @Nullable Map<String, @Nullable String> headers,
    @Nullable Instant fetchedAt) {

  private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

  /** The content type of the headers, else what the file's name tells, else nothing. */
  @Nullable String contentType() {
    String type = header("content-type");
    if (type != null) {
      return type;
    }
    String name = path == null ? "" : path.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    return name.endsWith(".txt") ? "text/plain" : null;
  }

  /** When the document was served: as stated, else as its response says; null where neither is. */
  @Nullable Instant served() {
    if (fetchedAt != null) {
      return fetchedAt;
    }
    String date = header("date");
    try {
      return date == null ? null : HTTP_DATE.parse(date.strip(), Instant::from);
    } catch (DateTimeParseException noDate) {
      return null; // a header that says nothing
    }
  }

  private @Nullable String header(String name) {
    return headers == null
        ? null
        : headers.entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase(name))
            .map(Map.Entry::getValue)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }
}
