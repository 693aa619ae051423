package io.newswire.fetcher.feed;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads an item of a JSON Feed. For one document. */
final class JsonItemReader {

  private final JsonValues values;

  JsonItemReader(JsonValues values) {
    this.values = values;
  }

  /** Reads the object at hand into {@code entry}, as far as it is whole. */
  void read(JsonParser in, EntryBuilder entry) {
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      in.nextToken();
      switch (name) {
        case "id" -> {
          entry.id = values.string(in);
          entry.idIsLink = Urls.isWeb(entry.id);
        }
        case "url" -> link(in, entry, "alternate");
        case "external_url" -> link(in, entry, "related");
        case "title" -> entry.title = values.text(in, TextType.TEXT);
        case "content_html" -> {
          Text html = values.text(in, TextType.HTML);
          entry.content = html == null ? entry.content : html;
        }
        case "content_text" -> {
          Text text = values.text(in, TextType.TEXT);
          entry.content = entry.content == null ? text : entry.content;
        }
        case "summary" -> entry.summary = values.text(in, TextType.TEXT);
        case "image", "banner_image" -> image(in, entry);
        case "date_published" -> entry.published = values.date(in);
        case "date_modified" -> entry.updated = values.date(in);
        case "author", "authors" -> values.people(in, entry.authors);
        case "language" -> entry.statedLanguage = values.string(in);
        case "tags" -> values.strings(in, entry::category);
        case "attachments" -> attachments(in, entry);
        default -> in.skipChildren();
      }
    }
  }

  private void link(JsonParser in, EntryBuilder entry, String rel) {
    String url = values.string(in);
    if (url != null) {
      entry.add(entry.links, LinkBuilder.related(url, rel, null, null));
    }
  }

  private void image(JsonParser in, EntryBuilder entry) {
    String url = values.string(in);
    if (url != null) {
      entry.add(entry.images, LinkBuilder.plain(url, null));
    }
  }

  private void attachments(JsonParser in, EntryBuilder entry) {
    JsonValues.each(
        in,
        () -> {
          String url = null;
          String type = null;
          String length = null;
          while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
              case "url" -> url = values.string(in);
              case "mime_type" -> type = values.string(in);
              case "size_in_bytes" -> length = values.string(in);
              default -> in.skipChildren();
            }
          }
          if (url != null) {
            entry.add(entry.enclosures, LinkBuilder.related(url, "enclosure", type, length));
          }
        });
  }
}
