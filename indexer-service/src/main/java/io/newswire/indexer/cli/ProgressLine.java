package io.newswire.indexer.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a rebuild is: on a terminal in one line that changes, elsewhere in a line whenever
 * the phase, the percentage or what is in the way does.
 */
final class ProgressLine {

  private static final String CLEAR_TO_END = "\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private String last = "";
  private boolean open;

  ProgressLine(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  synchronized void show(RebuildClient.Rebuild rebuild) {
    String key =
        terminal ? text(rebuild) : rebuild.phase() + rebuild.percent() + rebuild.waitingFor();
    print(key, text(rebuild));
  }

  /** The indexer does not answer at present. */
  synchronized void away(String reason) {
    print(reason, reason);
  }

  private void print(String key, String text) {
    if (key.equals(last)) {
      return;
    }
    last = key;
    if (terminal) {
      out.print("\r" + text + CLEAR_TO_END);
      open = true;
    } else {
      out.println(text);
    }
    out.flush();
  }

  /** What follows begins on a line of its own. */
  synchronized void end() {
    if (open) {
      out.println();
      open = false;
    }
  }

  static String text(RebuildClient.Rebuild rebuild) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s %s: %d %%, %,d of %,d records",
            rebuild.index(),
            rebuild.phase(),
            rebuild.percent(),
            rebuild.done(),
            rebuild.total()));
    if (rebuild.waitingFor() != null) {
      text.append(", in the way: ").append(rebuild.waitingFor());
    } else if (!rebuild.ended()) {
      text.append(left(rebuild.secondsLeft()));
    }
    return text.toString();
  }

  private static String left(@Nullable Long seconds) {
    if (seconds == null) {
      return "";
    }
    if (seconds < 90) {
      return ", about %d s left".formatted(seconds);
    }
    long minutes = Math.round(seconds / 60.0);
    return minutes < 90
        ? ", about %d min left".formatted(minutes)
        : ", about %d h %d min left".formatted(minutes / 60, minutes % 60);
  }
}
