package io.newswire.parser.extract.html;

import io.newswire.parser.extract.ExtractedImage;
import io.newswire.parser.extract.html.Block.Kind;
import io.newswire.parser.extract.metadata.Addresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the images among an article's blocks, with the captions and credits of their figures. */
final class Figures {

  private static final int MOST = 50;
  private static final int SMALLEST = 80;

  /** Pixels of the largest emoji, flag or counting pixel. */
  private static final int LARGEST_ICON = 40;

  private static final Pattern ICON =
      Pattern.compile("(?i)(?:^|[^a-z])(?:emoji|smiley|smilies|icon)(?:$|[^a-z])");

  private static final Pattern CREDIT =
      Pattern.compile(
          "(?:\\s{0,3}[(\\[|/–—-]{1,2}\\s{0,3})?\\b(?:photo(?:graph)?(?: credit)?|image(?: credit)?|credits?|picture|foto|bild|crédits?(?: photo)?|fotografía|crédito|courtesy)"
              + "\\s{0,2}(?::|by|par|von|de|/|©)\\s{0,3}([^()\\[\\]]{2,100})[)\\]]?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern AGENCY_PHOTO =
      Pattern.compile(
          "\\(([^()]{0,60}(?:AP Photo|Getty|Reuters|AFP|EPA|dpa|Shutterstock|Photo|Foto)[^()]{0,60})\\)\\s*+$");

  private final PageBlocks page;
  private final String base;

  Figures(PageBlocks page, String base) {
    this.page = page;
    this.base = base;
  }

  /** The images among the blocks, in order, each address once. */
  List<ExtractedImage> of(List<Block> blocks) {
    List<ExtractedImage> images = new ArrayList<>();
    for (Block block : blocks) {
      ExtractedImage image =
          block.kind() == Kind.IMAGE && images.size() < MOST ? image(block) : null;
      if (image != null
          && images.stream().noneMatch(i -> String.valueOf(i.url()).equals(image.url()))) {
        images.add(image);
      }
    }
    return images;
  }

  /** The image of an image block; null for icons, pixels and placeholders. */
  @Nullable ExtractedImage image(Block block) {
    Element element = (Element) block.nodes().getFirst();
    String url = url(element);
    Integer width = pixels(element.attr("width"));
    Integer height = pixels(element.attr("height"));
    boolean small =
        (width != null && width < SMALLEST) || (height != null && height < SMALLEST / 2);
    if (url == null || small) {
      return null;
    }
    String caption = caption(block);
    String credit = caption == null ? null : credit(caption);
    String bare = caption == null || credit == null ? caption : withoutCredit(caption);
    String alt = element.attr("alt").strip();
    return new ExtractedImage(
        url,
        width,
        height,
        bare == null || bare.isBlank() ? null : bare,
        credit,
        alt.isEmpty() ? null : alt);
  }

  /** Whether an image stands in the text as a letter does, or counts readers. */
  static boolean isIcon(Block image) {
    Element element = (Element) image.nodes().getFirst();
    return isTiny(element.attr("width"))
        || isTiny(element.attr("height"))
        || ICON.matcher(element.className()).find();
  }

  private static boolean isTiny(String attribute) {
    Integer pixels = pixels(attribute);
    return pixels != null && pixels <= LARGEST_ICON;
  }

  private @Nullable String url(Element image) {
    for (String attribute :
        new String[] {"src", "data-src", "data-lazy-src", "data-original", "data-hi-res-src"}) {
      String url = Addresses.absolute(image.attr(attribute), base);
      if (url != null && !url.toLowerCase(Locale.ROOT).contains("placeholder")) {
        return url;
      }
    }
    for (String attribute : new String[] {"srcset", "data-srcset"}) {
      String[] candidates = image.attr(attribute).split(",\\s");
      String last = candidates[candidates.length - 1].strip();
      int space = last.indexOf(' ');
      String url = Addresses.absolute(space < 0 ? last : last.substring(0, space), base);
      if (url != null) {
        return url;
      }
    }
    return null;
  }

  private @Nullable String caption(Block image) {
    Region figure = Tables.around(image.region(), "figure");
    if (figure == null) {
      return captionBelow(image);
    }
    StringBuilder caption = new StringBuilder();
    for (Block block : page.blocks().subList(figure.start(), figure.end())) {
      if (block.kind() == Kind.CAPTION && caption.length() < 1000) {
        caption.append(caption.isEmpty() ? "" : " ").append(block.text().replace('\n', ' '));
      }
    }
    return caption.isEmpty() ? null : caption.toString();
  }

  /** The caption right after an image that no figure holds, or before it in the same element. */
  private @Nullable String captionBelow(Block image) {
    int next = image.index() + 1;
    Block below = next < page.blocks().size() ? page.blocks().get(next) : image;
    if (below.kind() == Kind.CAPTION) {
      return below.text().replace('\n', ' ');
    }
    Block above = page.blocks().get(Math.max(0, image.index() - 1));
    return above.kind() == Kind.CAPTION && above.region() == image.region()
        ? above.text().replace('\n', ' ')
        : null;
  }

  /** Whose picture it is, where the caption says so at its end. */
  static @Nullable String credit(String caption) {
    Matcher matcher = creditIn(caption);
    return matcher == null ? null : matcher.group(1).strip();
  }

  static String withoutCredit(String caption) {
    Matcher matcher = creditIn(caption);
    return matcher == null ? caption : caption.substring(0, matcher.start()).strip();
  }

  private static @Nullable Matcher creditIn(String caption) {
    if (caption.length() > 1000) {
      return null;
    }
    Matcher agency = AGENCY_PHOTO.matcher(caption);
    if (agency.find()) {
      return agency;
    }
    Matcher labelled = CREDIT.matcher(caption);
    return labelled.find() ? labelled : null;
  }

  private static @Nullable Integer pixels(String attribute) {
    String digits = attribute.strip().toLowerCase(Locale.ROOT).replace("px", "").strip();
    boolean number =
        !digits.isEmpty()
            && digits.length() < 6
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Integer.valueOf(digits) : null;
  }
}
