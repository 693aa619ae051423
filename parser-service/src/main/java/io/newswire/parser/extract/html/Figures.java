package io.newswire.parser.extract.html;

import io.newswire.parser.extract.ExtractedImage;
import io.newswire.parser.extract.html.Block.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  private static final int LONGEST_CREDIT = 120;

  private static final Pattern MARKED_CREDIT =
      Pattern.compile(
          "(?i)(?:^|[^a-z])(?:credits?|copyright|photographer|attribution|urheber|crédits?|credito)(?:$|[^a-z])");

  private static final Pattern CREDIT_LABEL =
      Pattern.compile(
          "^(?:(?:photo|image|picture|foto|bild)?\\s{0,2}(?:credits?|crédits?|crédito|copyright|by|by:)\\s{0,2}[:/]|(?:photo|image|picture|foto|bild|photograph)\\s{0,2}(?:by\\b|[:/©]))\\s{0,3}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Blocks and elements of one figure that are looked at for its caption. */
  private static final int MOST_IN_FIGURE = 200;

  private final PageBlocks page;
  private final String base;
  private final Map<Region, Caption> captions = new HashMap<>();

  /** What is written below a picture, apart from whose it is. */
  private record Caption(@Nullable String words, @Nullable String credit) {

    static final Caption NONE = new Caption(null, null);

    /**
     * @param marked the credit at the text's end, where the page marks it
     */
    static Caption of(@Nullable String text, @Nullable String marked) {
      if (text == null) {
        return NONE;
      }
      String credit = marked == null ? Figures.credit(text) : marked;
      String words = credit == null ? text : withoutCredit(text);
      if (marked != null && words.endsWith(marked)) {
        words = words.substring(0, words.length() - marked.length()).strip();
      }
      return new Caption(
          words.isBlank() ? null : words, credit == null ? null : withoutLabel(credit));
    }
  }

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
    ImageSource source = ImageSource.of(element, base);
    boolean ratio = isRatio(element);
    Integer width = ratio ? null : pixels(element.attr("width"));
    Integer height = ratio ? null : pixels(element.attr("height"));
    boolean small =
        (width != null && width < SMALLEST) || (height != null && height < SMALLEST / 2);
    if (source == null || small || ICON.matcher(element.className()).find()) {
      return null;
    }
    Integer wide = source.width() == null ? width : source.width();
    Caption caption = caption(block);
    String alt = element.attr("alt").strip();
    return new ExtractedImage(
        source.url(),
        wide,
        scaled(height, width, wide),
        caption.words(),
        caption.credit(),
        alt.isEmpty() ? null : alt);
  }

  /** In AMP the two may say no more than which shape an image has. */
  private static boolean isRatio(Element image) {
    return image.normalName().equals("amp-img")
        && image.attr("layout").matches("(?i)responsive|intrinsic|fill|fixed-height");
  }

  private static @Nullable Integer scaled(
      @Nullable Integer height, @Nullable Integer width, @Nullable Integer wide) {
    if (height == null || wide == null || wide.equals(width)) {
      return height;
    }
    return width == null ? null : Integer.valueOf((int) Math.round((double) height * wide / width));
  }

  private static String withoutLabel(String credit) {
    return CREDIT_LABEL.matcher(credit).replaceFirst("").strip();
  }

  /** Whether an image stands in the text as a letter does, or counts readers. */
  static boolean isIcon(Block image) {
    Element element = (Element) image.nodes().getFirst();
    return (!isRatio(element) && (isTiny(element.attr("width")) || isTiny(element.attr("height"))))
        || ICON.matcher(element.className()).find();
  }

  private static boolean isTiny(String attribute) {
    Integer pixels = pixels(attribute);
    return pixels != null && pixels <= LARGEST_ICON;
  }

  private Caption caption(Block image) {
    Region figure = Tables.around(image.region(), "figure");
    return figure == null
        ? Caption.of(captionBelow(image), null)
        : captions.computeIfAbsent(figure, this::captionIn);
  }

  private Caption captionIn(Region figure) {
    StringBuilder caption = new StringBuilder();
    int end = Math.min(figure.end(), figure.start() + MOST_IN_FIGURE);
    for (Block block : page.blocks().subList(figure.start(), end)) {
      if (block.kind() == Kind.CAPTION && caption.length() < 1000) {
        caption.append(caption.isEmpty() ? "" : " ").append(block.text().replace('\n', ' '));
      }
    }
    return caption.isEmpty()
        ? Caption.NONE
        : Caption.of(caption.toString(), markedCredit(figure, caption.toString()));
  }

  /** Whose picture it is, where an element of the figure is named for saying so. */
  private static @Nullable String markedCredit(Region figure, String caption) {
    return figure.element().stream()
        .limit(MOST_IN_FIGURE)
        .filter(element -> element != figure.element())
        .filter(element -> MARKED_CREDIT.matcher(element.className()).find())
        .map(element -> element.text().strip())
        .filter(credit -> !credit.isEmpty() && credit.length() <= LONGEST_CREDIT)
        .filter(caption::endsWith)
        .findFirst()
        .orElse(null);
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
