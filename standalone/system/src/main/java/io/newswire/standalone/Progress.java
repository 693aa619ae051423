package io.newswire.standalone;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lines for the person at the terminal. */
final class Progress {

  private final PrintStream out;

  Progress(PrintStream out) {
    this.out = out;
  }

  void say(String format, @Nullable Object... arguments) {
    line(format, arguments);
  }

  /** Something that somebody should look at. */
  void warn(String format, @Nullable Object... arguments) {
    line("! " + format, arguments);
  }

  private synchronized void line(String format, @Nullable Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
    out.flush();
  }
}
