package io.newswire.indexer.cli;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code rebuild-index}: has a running indexer build the index anew, or joins the rebuild that is
 * running, and shows how far it is until it ends. The rebuild is the indexer's: when this program
 * is interrupted it goes on.
 *
 * <p>Exit codes: 0 the new index serves, or the rebuild is given up if that was asked for; 1 it is
 * not so, or the indexer cannot be asked; 2 the arguments make no sense; 130 interrupted, and the
 * rebuild goes on.
 */
public final class RebuildIndex {

  private static final String USAGE =
      """
      usage: rebuild-index [--url URL] [--api-key KEY] [--cancel]
        --url URL      NEWSWIRE_INDEXER_URL   the indexer   http://127.0.0.1:8083
        --api-key KEY  NEWSWIRE_API_KEY       its newswire.api.key, where it has one
        --cancel                              gives up the rebuild that is running
      """;

  private final RebuildClient client;
  private final ProgressLine line;
  private final PrintStream err;
  private final Duration interval;
  private final Duration patience;
  private final CountDownLatch interrupted = new CountDownLatch(1);

  /**
   * A command that has not begun.
   *
   * @param client the indexer
   * @param line where it shows how far it is
   * @param err where it says why it failed
   * @param interval pause between looks
   * @param patience how long the indexer may be silent, as during a restart
   */
  RebuildIndex(
      RebuildClient client,
      ProgressLine line,
      PrintStream err,
      Duration interval,
      Duration patience) {
    this.client = client;
    this.line = line;
    this.err = err;
    this.interval = interval;
    this.patience = patience;
  }

  /** Runs the command; see {@code --help}. */
  public static void main(String[] args) throws InterruptedException {
    System.exit(run(args, System.getenv(), System.out, System.err));
  }

  static int run(String[] args, Map<String, String> environment, PrintStream out, PrintStream err)
      throws InterruptedException {
    Deque<String> rest = new ArrayDeque<>(List.of(args));
    String url = environment.getOrDefault("NEWSWIRE_INDEXER_URL", "http://127.0.0.1:8083");
    String key = environment.get("NEWSWIRE_API_KEY");
    boolean cancel = false;
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--cancel" -> cancel = true;
        case "--url", "--api-key" -> {
          if (rest.isEmpty()) {
            return refuse(err, option + " needs a value");
          }
          if (option.equals("--url")) {
            url = rest.pop();
          } else {
            key = rest.pop();
          }
        }
        case "--help", "-h", "help" -> {
          out.print(USAGE);
          return 0;
        }
        default -> {
          return refuse(err, "unknown option " + option);
        }
      }
    }
    Optional<URI> address = address(url);
    if (address.isEmpty()) {
      return refuse(err, "not an http or https address: " + url);
    }
    return run(address.get(), key, cancel, out, err);
  }

  private static int refuse(PrintStream err, String message) {
    err.println("rebuild-index: " + message);
    err.print(USAGE);
    return 2;
  }

  private static Optional<URI> address(String url) {
    try {
      URI uri = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
      boolean usable =
          ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
              && uri.getHost() != null;
      return usable ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int run(
      URI url, @Nullable String key, boolean cancel, PrintStream out, PrintStream err)
      throws InterruptedException {
    boolean terminal = System.console() != null && System.console().isTerminal();
    try (RebuildClient client = new RebuildClient(url, key)) {
      RebuildIndex command =
          new RebuildIndex(
              client,
              new ProgressLine(out, terminal),
              err,
              Duration.ofMillis(500),
              Duration.ofMinutes(2));
      if (cancel) {
        return command.cancel();
      }
      Thread onInterrupt = new Thread(command::interrupt, "interrupted");
      Runtime.getRuntime().addShutdownHook(onInterrupt);
      int code = command.follow();
      if (command.interrupted.getCount() > 0) {
        Runtime.getRuntime().removeShutdownHook(onInterrupt);
      }
      return code;
    }
  }

  private void interrupt() {
    interrupted.countDown();
    line.end();
    err.println(
        "The rebuild goes on in the indexer. Run the command again to watch it, or with --cancel to"
            + " give it up.");
  }

  /** Starts or joins a rebuild and returns when it has ended. */
  int follow() throws InterruptedException {
    try {
      RebuildClient.Rebuild rebuild = client.startOrJoin();
      long silentSince = System.nanoTime();
      while (!rebuild.ended()) {
        line.show(rebuild);
        if (interrupted.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
          return 130;
        }
        Optional<RebuildClient.Rebuild> now = look();
        if (now.isPresent()) {
          rebuild = now.get();
          silentSince = System.nanoTime();
        } else if (System.nanoTime() - silentSince > patience.toNanos()) {
          line.end();
          err.println(
              "rebuild-index: the indexer has not told of a rebuild for %d seconds; where it is will show when this command is run again"
                  .formatted(patience.toSeconds()));
          return 1;
        }
      }
      line.show(rebuild);
      line.end();
      return rebuild.phase().equals("done") ? 0 : 1;
    } catch (RebuildClient.RefusedException e) {
      return failed(e);
    }
  }

  /** What the indexer says now; empty where it is away, or has just come back. */
  private Optional<RebuildClient.Rebuild> look() throws InterruptedException {
    try {
      return client.current();
    } catch (RebuildClient.AwayException e) {
      line.away(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Gives up the rebuild that is running. */
  int cancel() throws InterruptedException {
    try {
      Optional<RebuildClient.Rebuild> running =
          client.current().filter(rebuild -> !rebuild.ended());
      if (running.isEmpty()) {
        err.println("rebuild-index: there is no rebuild to be given up");
        return 1;
      }
      RebuildClient.Rebuild cancelled = client.cancel(running.get().index());
      line.show(cancelled);
      line.end();
      return cancelled.phase().equals("cancelled") ? 0 : 1;
    } catch (RebuildClient.RefusedException e) {
      return failed(e);
    }
  }

  private int failed(RebuildClient.RefusedException e) {
    line.end();
    err.println("rebuild-index: " + e.getMessage());
    return 1;
  }
}
