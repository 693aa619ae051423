package io.newswire.servers;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

/**
 * Runs another program's {@code main} and ends with the process that started it: a server must not
 * outlive a test run or a {@code newswire run} that was killed. {@code Tether PARENT-PID MAIN-CLASS
 * [argument …]}
 */
public final class Tether {

  private Tether() {}

  public static void main(String[] args) throws Throwable {
    long parent = Long.parseLong(args[0]);
    Optional<ProcessHandle> handle = ProcessHandle.of(parent);
    if (handle.isEmpty()) {
      System.err.println("Process " + parent + ", which started this one, is gone: ending.");
      System.exit(1);
    }
    handle.get().onExit().thenRun(() -> System.exit(1));

    Method main = Class.forName(args[1]).getMethod("main", String[].class);
    try {
      main.invoke(null, (Object) Arrays.copyOfRange(args, 2, args.length));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
