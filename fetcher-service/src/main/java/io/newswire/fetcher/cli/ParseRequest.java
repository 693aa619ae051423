package io.newswire.fetcher.cli;

import io.newswire.fetcher.feed.FeedDocument;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What one line asks for.
 *
 * @param id the id to answer with; null where the line has none
 * @param document the document, read from {@code path}, from {@code body} (text) or from {@code
 *     base64}
 */
record ParseRequest(@Nullable String id, FeedDocument document) {

  private static final JsonFactory FACTORY = new JsonFactory();

  static ParseRequest of(String line) throws BadRequestException {
    Map<String, String> fields = new HashMap<>();
    Map<String, String> headers = new HashMap<>();
    try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), line)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new BadRequestException(null, "the line is no JSON object");
      }
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = in.currentName();
        JsonToken value = in.nextToken();
        if (name.equals("headers") && value == JsonToken.START_OBJECT) {
          headers(in, headers);
        } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
          fields.put(name, in.getString());
        } else {
          in.skipChildren();
        }
      }
    } catch (JacksonException e) {
      throw new BadRequestException(
          fields.get("id"), "the line is no JSON object: " + e.getOriginalMessage());
    }
    String id = fields.get("id");
    return new ParseRequest(
        id, new FeedDocument(body(id, fields, headers), address(id, fields.get("url")), headers));
  }

  private static void headers(JsonParser in, Map<String, String> headers) {
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName().toLowerCase(Locale.ROOT);
      JsonToken value = in.nextToken();
      if (value == JsonToken.START_ARRAY) {
        while (in.nextToken() != JsonToken.END_ARRAY && in.currentToken() != null) {
          headers.putIfAbsent(name, in.getString());
        }
      } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        headers.put(name, in.getString());
      } else {
        in.skipChildren();
      }
    }
  }

  private static byte[] body(
      @Nullable String id, Map<String, String> fields, Map<String, String> headers)
      throws BadRequestException {
    String path = first(fields, "path", "file", "filename");
    String encoded = first(fields, "base64", "bodyBase64", "body_base64");
    String text = first(fields, "body", "content", "text", "data");
    try {
      if (path != null) {
        return Files.readAllBytes(Path.of(path));
      }
      if (encoded == null && "base64".equalsIgnoreCase(fields.get("encoding"))) {
        encoded = text;
      }
      if (encoded != null) {
        return Base64.getMimeDecoder().decode(encoded);
      }
    } catch (IOException | InvalidPathException e) {
      throw new BadRequestException(id, "cannot read " + path + ": " + e);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(id, "the body is not base64: " + e.getMessage());
    }
    if (text == null) {
      throw new BadRequestException(
          id, "the line has no document: give it as path, body or base64");
    }
    // The body is given as characters already: what charset it once had no longer matters.
    headers.computeIfPresent("content-type", (name, type) -> type.split(";", 2)[0]);
    return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
  }

  private static URI address(@Nullable String id, @Nullable String url) throws BadRequestException {
    try {
      return new URI(url == null ? "" : url.strip().replace(" ", "%20"));
    } catch (URISyntaxException e) {
      throw new BadRequestException(id, "the url is none: " + e.getMessage());
    }
  }

  private static @Nullable String first(Map<String, String> fields, String... names) {
    for (String name : names) {
      String value = fields.get(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
