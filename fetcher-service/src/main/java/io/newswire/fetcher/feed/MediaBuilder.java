package io.newswire.fetcher.feed;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A Media RSS object while it is being read. */
final class MediaBuilder {

  final @Nullable String url;
  final @Nullable String base;
  final boolean inGroup;
  private final @Nullable String type;
  private final @Nullable String medium;
  private final @Nullable Integer width;
  private final @Nullable Integer height;
  private final @Nullable Long length;
  @Nullable String title;
  @Nullable String description;
  @Nullable String credit;

  MediaBuilder(Attributes attributes, @Nullable String base, boolean inGroup) {
    this.url = attributes.first("url", "href");
    this.base = base;
    this.inGroup = inGroup;
    this.type = attributes.first("type");
    this.medium = attributes.first("medium");
    this.width = Numbers.integer(attributes.first("width"));
    this.height = Numbers.integer(attributes.first("height"));
    this.length = Numbers.longInteger(attributes.first("filesize"));
  }

  boolean isImage() {
    if (medium != null) {
      return medium.equalsIgnoreCase("image");
    }
    if (type != null) {
      return type.toLowerCase(Locale.ROOT).startsWith("image");
    }
    return url != null && hasImageName(url);
  }

  /** Number of pixels; 0 where unknown. */
  long size() {
    return width == null ? 0 : height == null ? width : (long) width * height;
  }

  Image image(String resolved) {
    return new Image(
        resolved, width, height, description != null ? description : title, credit, null);
  }

  Enclosure enclosure(String resolved) {
    return new Enclosure(resolved, type, length);
  }

  /** Whether the path of {@code url} ends as that of an image does. */
  static boolean hasImageName(String url) {
    int end = url.indexOf('?');
    String path = (end < 0 ? url : url.substring(0, end)).toLowerCase(Locale.ROOT);
    return path.endsWith(".jpg")
        || path.endsWith(".jpeg")
        || path.endsWith(".png")
        || path.endsWith(".gif")
        || path.endsWith(".webp")
        || path.endsWith(".avif");
  }
}
