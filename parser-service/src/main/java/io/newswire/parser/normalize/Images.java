package io.newswire.parser.normalize;

import io.newswire.parser.article.Image;
import io.newswire.parser.extract.ExtractedImage;
import io.newswire.parser.html.PlainText;
import io.newswire.parser.url.ArticleUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The images of an article, the lead image first, and what is known of the lead image even where
 * its address is not.
 *
 * @param images images with an address, each once
 * @param caption caption of the lead image
 * @param credit whose picture the lead image is
 */
record Images(List<Image> images, @Nullable String caption, @Nullable String credit) {

  private static final int MOST = 100;

  /**
   * @param extracted images of the body's document, its lead image first
   * @param given images that the feed gives beside the content
   */
  static Images of(List<ExtractedImage> extracted, List<Image> given) {
    Map<String, Image> merged = new LinkedHashMap<>();
    Stream.concat(
            extracted.stream().map(Images::image).filter(Objects::nonNull),
            given.stream().map(Images::decoded))
        .filter(image -> ArticleUrl.isHttp(image.url()))
        .forEach(image -> merged.merge(image.url(), image, Images::completed));
    List<Image> images = new ArrayList<>(merged.values()).stream().limit(MOST).toList();
    ExtractedImage unaddressed =
        extracted.stream().filter(image -> image.url() == null).findFirst().orElse(null);
    if (unaddressed != null && images.isEmpty()) {
      return new Images(images, unaddressed.caption(), unaddressed.credit());
    }
    Image lead = images.isEmpty() ? null : images.getFirst();
    return new Images(
        images, lead == null ? null : lead.caption(), lead == null ? null : lead.credit());
  }

  private static @Nullable Image image(ExtractedImage image) {
    return image.url() == null
        ? null
        : new Image(
            image.url(),
            image.width(),
            image.height(),
            image.caption(),
            image.credit(),
            image.alt());
  }

  private static Image decoded(Image image) {
    return new Image(
        image.url().strip(),
        image.width(),
        image.height(),
        text(image.caption()),
        text(image.credit()),
        text(image.alt()));
  }

  private static @Nullable String text(@Nullable String html) {
    String text = html == null ? "" : PlainText.inert(PlainText.ofHtml(html));
    return text.isEmpty() ? null : text;
  }

  private static Image completed(Image first, Image second) {
    return new Image(
        first.url(),
        first.width() == null ? second.width() : first.width(),
        first.height() == null ? second.height() : first.height(),
        first.caption() == null ? second.caption() : first.caption(),
        first.credit() == null ? second.credit() : first.credit(),
        first.alt() == null ? second.alt() : first.alt());
  }
}
