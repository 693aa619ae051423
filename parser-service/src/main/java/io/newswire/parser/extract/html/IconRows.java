package io.newswire.parser.extract.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows of linked icons out of a feed's entry: for sharing it, for counting its comments. They
 * state no size and bear no name; pictures side by side link to their files, or are photographs.
 */
public final class IconRows {

  private static final Pattern PHOTO =
      Pattern.compile("(?i)\\.(?:jpe?g|webp|avif|heic)(?:$|[?#&/])");
  private static final Pattern PICTURE = Pattern.compile("(?i)\\.(?:jpe?g|png|gif|webp|avif)$");
  private static final int SMALLEST_PICTURE = 80;

  private static final int MOST = 200;
  private static final int MOST_IN_LINK = 5;

  private IconRows() {}

  /** Removes them from the fragment. */
  public static void remove(Element fragment) {
    List<Element> icons = new ArrayList<>();
    for (Element image : fragment.select("a > img")) {
      Element link = image.parent();
      if (link == null || icons.size() == MOST || !isIcon(link, image)) {
        continue;
      }
      boolean inRow = isIcon(link.nextSibling(), true) || isIcon(link.previousSibling(), false);
      if (inRow || image.hasAttr("ismap")) {
        icons.add(link);
      }
    }
    for (Element icon : icons.reversed()) {
      if (icon.nextSibling() instanceof TextNode text && isGap(text)) {
        text.remove();
      }
      icon.remove();
    }
  }

  /** Whether the next thing on this side is an icon, too. */
  private static boolean isIcon(@Nullable Node side, boolean forwards) {
    Node node = side;
    while (node instanceof TextNode text && isGap(text)) {
      node = forwards ? node.nextSibling() : node.previousSibling();
    }
    return node instanceof Element link
        && link.nameIs("a")
        && link.firstElementChild() instanceof Element image
        && image.nameIs("img")
        && isIcon(link, image);
  }

  private static boolean isGap(TextNode text) {
    return text.text().codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private static boolean isIcon(Element link, Element image) {
    return link.childNodeSize() <= MOST_IN_LINK
        && !link.hasText()
        && !PICTURE.matcher(link.attr("href")).find()
        && !PHOTO.matcher(image.attr("src")).find()
        && !isLarge(image.attr("width"))
        && !isLarge(image.attr("height"));
  }

  private static boolean isLarge(String pixels) {
    String digits = pixels.replace("px", "").strip();
    boolean number =
        !digits.isEmpty()
            && digits.length() < 6
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Integer.parseInt(digits) >= SMALLEST_PICTURE : !digits.isEmpty();
  }
}
