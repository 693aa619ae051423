package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes blocks as plain text: blocks apart by an empty line, a table's rows by a line break. */
final class BodyText {

  private BodyText() {}

  static String of(List<Block> blocks) {
    StringBuilder text = new StringBuilder();
    Block before = null;
    for (Block block : blocks) {
      if (block.kind() == Kind.IMAGE || block.kind() == Kind.CAPTION) {
        continue;
      }
      text.append(separator(before, block)).append(block.text());
      before = block;
    }
    return text.toString();
  }

  private static String separator(@Nullable Block before, Block block) {
    if (before == null) {
      return "";
    }
    if (before.kind() == Kind.CELL && block.kind() == Kind.CELL) {
      Region row = Tables.around(before.region(), "tr");
      if (row != null && row == Tables.around(block.region(), "tr")) {
        return " | ";
      }
      Region table = Tables.around(before.region(), "table");
      if (table != null && table == Tables.around(block.region(), "table")) {
        return "\n";
      }
    }
    return "\n\n";
  }
}
