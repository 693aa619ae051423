package io.newswire.parser.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of input.
 *
 * @param id what the line of output is marked with
 * @param path file of an HTML page or plain text; {@code .gz} is decompressed
 * @param url address of the document
 * @param headers the HTTP response's headers; {@code content-type} counts
 */
record DocumentLine(
    @Nullable String id,
    @Nullable String path,
    @Nullable String url,
    @Nullable Map<String, @Nullable String> headers) {

  /** The content type of the headers, else what the file's name tells, else nothing. */
  @Nullable String contentType() {
    if (headers != null) {
      for (Map.Entry<String, @Nullable String> header : headers.entrySet()) {
        if (header.getKey().equalsIgnoreCase("content-type") && header.getValue() != null) {
          return header.getValue();
        }
      }
    }
    String name = path == null ? "" : path.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    return name.endsWith(".txt") ? "text/plain" : null;
  }
}
