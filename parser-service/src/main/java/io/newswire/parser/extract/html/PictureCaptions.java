package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import io.newswire.parser.extract.vocabulary.PhotoLines;
import io.newswire.parser.extract.vocabulary.PhotoLines.Photo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds captions that no element marks as such: a few words in one box with a picture, or a line
 * beside a picture that says whose it is.
 */
final class PictureCaptions {

  /** Letters of the longest caption in a box with its picture. */
  private static final int LONGEST = 260;

  /** Letters of the longest line in the very element of its picture; longer ones are text. */
  private static final int LONGEST_INLINE = 90;

  /** Letters of the longest credit below a caption; a longer line describes what is for sale. */
  private static final int LONGEST_CREDIT = 50;

  /** Pages that hold more of their prose than this beside pictures are told in pictures. */
  private static final double MOST_OF_PROSE = 0.25;

  private final PhotoLines photoLines;

  PictureCaptions(PhotoLines photoLines) {
    this.photoLines = photoLines;
  }

  /** The page, with such captions marked. */
  PageBlocks mark(PageBlocks page) {
    Set<Integer> captions = boxed(page);
    double prose = 0;
    double captioned = 0;
    for (Block block : page.blocks()) {
      double mass = BlockValues.prose(block);
      prose += mass;
      captioned += captions.contains(block.index()) ? mass : 0;
    }
    if (captioned > MOST_OF_PROSE * prose) {
      captions.clear();
    }
    credited(page, captions);
    if (captions.isEmpty()) {
      return page;
    }
    List<Block> marked = new ArrayList<>(page.blocks().size());
    for (Block block : page.blocks()) {
      marked.add(captions.contains(block.index()) ? block.as(Kind.CAPTION) : block);
    }
    return new PageBlocks(marked, page.regions());
  }

  private static Set<Integer> boxed(PageBlocks page) {
    Set<Integer> captions = new HashSet<>();
    for (Block image : page.blocks()) {
      if (image.kind() == Kind.IMAGE
          && !Figures.isIcon(image)
          && Tables.around(image.region(), "figure") == null) {
        Region box = box(image, page.blocks());
        for (int i = box == null ? 0 : box.start(); box != null && i < box.end(); i++) {
          if (page.blocks().get(i).size() > 0 && !isDatum(page.blocks().get(i), box)) {
            captions.add(i);
          }
        }
      }
    }
    return captions;
  }

  /** Whether a block is a cell of a table that goes on outside the box: beside a flag, an icon. */
  private static boolean isDatum(Block block, Region box) {
    Region table = block.kind() == Kind.CELL ? Tables.around(block.region(), "table") : null;
    return table != null && !box.holds(table) && !isWhole(table, box);
  }

  private static boolean isWhole(Region table, Region box) {
    return table.start() >= box.start() && table.end() <= box.end();
  }

  /** The largest box around a picture with nothing but pictures and a caption in it, or null. */
  private static @Nullable Region box(Block image, List<Block> blocks) {
    Region found = null;
    Region region = image.region();
    for (int up = 0; up < 6 && region != null && !region.is("body"); up++) {
      if (!isBox(region, blocks)) {
        break;
      }
      found = holdsText(region, blocks) ? region : found;
      region = region.parent();
    }
    return found;
  }

  private static boolean isBox(Region region, List<Block> blocks) {
    int texts = 0;
    int size = 0;
    if (region.end() - region.start() > 12) {
      return false;
    }
    for (Block block : blocks.subList(region.start(), region.end())) {
      boolean plain = block.kind() == Kind.PARAGRAPH || block.kind() == Kind.CELL;
      if (block.kind() != Kind.IMAGE && (!plain || block.linkDensity() > 0.5)) {
        return false;
      }
      boolean inline =
          block.kind() != Kind.IMAGE && block.region() == region && !isDivision(region);
      if (inline && (block.size() > LONGEST_INLINE || block.endsSentence())) {
        return false;
      }
      if (block.kind() != Kind.IMAGE && ++texts > 1 && block.size() > LONGEST_CREDIT) {
        return false;
      }
      size += block.size();
    }
    return texts <= 2 && size <= LONGEST;
  }

  private static boolean isDivision(Region region) {
    return region.is("div") || region.is("td") || region.is("section");
  }

  private static boolean holdsText(Region region, List<Block> blocks) {
    return blocks.subList(region.start(), region.end()).stream().anyMatch(b -> b.size() > 0);
  }

  /** Adds the lines at pictures that give a credit, and lines that are nothing but one. */
  private void credited(PageBlocks page, Set<Integer> captions) {
    List<Block> blocks = page.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.kind() != Kind.PARAGRAPH || block.size() > LONGEST) {
        continue;
      }
      if (!block.endsSentence() && photoLines.credit(block.text()) != null) {
        captions.add(i);
      } else if (isPicture(blocks, i - 1) || isPicture(blocks, i - 2) || isPicture(blocks, i + 1)) {
        Photo photo = photoLines.read(block.text().replace('\n', ' '));
        if (photo != null) {
          captions.add(i);
        }
      }
    }
  }

  private static boolean isPicture(List<Block> blocks, int index) {
    return index >= 0
        && index < blocks.size()
        && blocks.get(index).kind() == Kind.IMAGE
        && !Figures.isIcon(blocks.get(index));
  }
}
