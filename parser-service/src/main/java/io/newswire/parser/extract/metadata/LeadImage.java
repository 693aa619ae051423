package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.ExtractedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts the image that the page declares for its article before the images in its body. */
public final class LeadImage {

  private LeadImage() {}

  /** The declared image first, with what the body knows about it; then the body's. */
  public static List<ExtractedImage> first(PageFacts facts, List<ExtractedImage> inBody) {
    ExtractedImage declared = declared(facts);
    if (declared == null) {
      return inBody;
    }
    List<ExtractedImage> images = new ArrayList<>();
    ExtractedImage same = null;
    for (ExtractedImage image : inBody) {
      if (same == null && isSame(image, declared)) {
        same = image;
      } else {
        images.add(image);
      }
    }
    images.addFirst(same == null ? declared : merged(same, declared));
    return images;
  }

  private static ExtractedImage merged(ExtractedImage shown, ExtractedImage declared) {
    return new ExtractedImage(
        declared.url(),
        declared.width() == null ? shown.width() : declared.width(),
        declared.height() == null ? shown.height() : declared.height(),
        shown.caption() == null ? declared.caption() : shown.caption(),
        shown.credit() == null ? declared.credit() : shown.credit(),
        shown.alt() == null ? declared.alt() : shown.alt());
  }

  private static @Nullable ExtractedImage declared(PageFacts facts) {
    Thing article = facts.structured().article();
    if (article != null) {
      for (Thing image : article.things("image")) {
        String address = image.text("url");
        String url =
            Addresses.absolute(address == null ? image.text("contentUrl") : address, facts.url());
        if (url != null) {
          return new ExtractedImage(
              url,
              number(image.text("width")),
              number(image.text("height")),
              image.text("caption"),
              image.text("creditText"),
              null);
        }
      }
    }
    MetaTags meta = facts.meta();
    String url =
        Addresses.absolute(
            meta.first(
                "og:image:secure_url",
                "og:image",
                "og:image:url",
                "twitter:image",
                "twitter:image:src"),
            facts.url());
    if (url == null && article != null) {
      url = Addresses.absolute(article.text("image"), facts.url());
      return url == null ? null : new ExtractedImage(url, null, null, null, null, null);
    }
    return url == null
        ? null
        : new ExtractedImage(
            url,
            number(meta.first("og:image:width")),
            number(meta.first("og:image:height")),
            null,
            null,
            meta.first("og:image:alt", "twitter:image:alt"));
  }

  private static @Nullable Integer number(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String digits = text.toLowerCase(Locale.ROOT).replace("px", "").strip();
    int point = digits.indexOf('.');
    digits = point < 0 ? digits : digits.substring(0, point);
    boolean number =
        !digits.isEmpty()
            && digits.length() < 6
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Integer.valueOf(digits) : null;
  }

  /** The same picture in another size has the same file name. */
  private static boolean isSame(ExtractedImage a, ExtractedImage b) {
    String one = a.url();
    String other = b.url();
    return one != null && other != null && (one.equals(other) || file(one).equals(file(other)));
  }

  private static String file(String url) {
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.replaceAll("[-_]\\d{2,4}x\\d{2,4}", "");
  }
}
