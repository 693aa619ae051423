package io.newswire.parser.normalize;

import io.newswire.parser.extract.ExtractedImage;
import io.newswire.parser.extract.Extraction;
import io.newswire.parser.html.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about itself, without markup that would run. The fields are plain text, and who
 * shows them escapes them; but a page that declares {@code &lt;img onerror=…&gt;} as its title
 * means those who forget to. Text and HTML of the body are not touched here.
 */
final class InertTexts {

  private InertTexts() {}

  static Extraction of(Extraction page) {
    return new Extraction(
        inert(page.title()),
        inert(page.summary()),
        inert(page.authors()),
        inert(page.agencies()),
        page.published(),
        page.updated(),
        page.language(),
        page.canonicalUrl(),
        inert(page.siteName()),
        page.text(),
        page.html(),
        page.images().stream().map(InertTexts::inert).toList(),
        inert(page.topics()),
        inert(page.keyPoints()),
        inert(page.sections()),
        page.statedReadingMinutes(),
        page.method());
  }

  private static ExtractedImage inert(ExtractedImage image) {
    return new ExtractedImage(
        image.url(),
        image.width(),
        image.height(),
        inert(image.caption()),
        inert(image.credit()),
        inert(image.alt()));
  }

  private static List<String> inert(List<String> texts) {
    return texts.stream().map(PlainText::inert).toList();
  }

  private static @Nullable String inert(@Nullable String text) {
    return text == null ? null : PlainText.inert(text);
  }
}
