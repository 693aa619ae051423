package io.newswire.standalone;

import io.newswire.servers.ServerStartException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * {@code newswire run}: starts everything, says where it is, and runs until it is told to end. Exit
 * codes: 0 after a requested stop, 1 when it could not run (one line says why).
 */
public final class Newswire {

  private Newswire() {}

  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Progress progress = new Progress(out);
    try {
      RunOptions options = RunOptions.parse(root(), List.of(args), System.getenv());
      MachineCheck.check(options);
      try (FileChannel channel = lockFile(options.data())) {
        lock(channel, options.data());
        run(options, progress);
      }
    } catch (CannotRunException | ServerStartException | IOException e) {
      System.err.println("newswire: " + e.getMessage());
      Runtime.getRuntime().exit(1);
    }
  }

  private static void run(RunOptions options, Progress progress) {
    NewswireSystem system = NewswireSystem.of(options, progress);
    CountDownLatch toldToStop = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  toldToStop.countDown();
                  system.close();
                },
                "stop"));
    progress.say("Data and logs are in %s", options.data());
    try {
      system.start();
      progress.say("%s", Welcome.text(options));
      toldToStop.await();
    } catch (ServerStartException e) {
      // A part that is stopped while it starts has not failed.
      if (toldToStop.getCount() > 0) {
        system.close();
        throw e;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path root() {
    String root = System.getProperty("newswire.root");
    if (root == null) {
      throw new CannotRunException(
          "the system property newswire.root is not set; use ./newswire run");
    }
    return Path.of(root);
  }

  private static FileChannel lockFile(Path data) throws IOException {
    return FileChannel.open(
        data.resolve("newswire.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Held until the channel is closed, at the latest by the end of this process. */
  private static void lock(FileChannel channel, Path data) throws IOException {
    if (channel.tryLock() == null) {
      throw new CannotRunException(
          "another newswire run uses the data folder " + data + "; choose another with --data");
    }
  }
}
