package io.newswire.fetcher.opmlfile;

import io.newswire.fetcher.directory.DirectoryEntry;
import io.newswire.fetcher.directory.FeedDirectory;
import io.newswire.fetcher.hash.Sha256;
import io.newswire.fetcher.kafka.KafkaUnavailableException;
import io.newswire.fetcher.opml.OpmlDocument;
import io.newswire.fetcher.opml.OpmlReader;
import io.newswire.fetcher.runtime.FetcherRuntime;
import io.newswire.fetcher.runtime.Fetching;
import io.newswire.fetcher.runtime.NotReadyException;
import io.newswire.fetcher.subscription.AccessSeal;
import io.newswire.fetcher.subscription.Subscription.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps subscriptions in line with an OPML file. The file's content is compared every few seconds,
 * which also works where change notifications do not (bind mounts, files replaced through a
 * symbolic link). What has changed is applied once it has been the same for a moment, so a file
 * that is being written is left alone. A file that is missing, that lists no feed, or that is cut
 * off before its end removes nothing: that is far more often an accident than a wish.
 */
public final class OpmlFile implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OpmlFile.class);
  private static final Duration SETTLE = Duration.ofMillis(500);
  private static final Duration NOT_READY = Duration.ofMillis(250);
  private static final int END_BYTES = 1024;

  /** Comments and the like may follow the root (XML 1.0, 2.8). Each group is atomic. */
  private static final Pattern END =
      Pattern.compile("(?is)</opml\\s*>(?>\\s+|<!--.*?-->|<\\?.*?\\?>)*+$");

  private final Path file;
  private final Duration interval;
  private final OpmlReader reader;
  private final AccessSeal seal;
  private final FetcherRuntime runtime;
  private final InstantSource clock;
  private @Nullable String applied;
  private @Nullable String seen;
  private boolean missing;
  private volatile @Nullable Thread thread;

  public OpmlFile(
      Path file,
      Duration interval,
      OpmlReader reader,
      AccessSeal seal,
      FetcherRuntime runtime,
      InstantSource clock) {
    this.file = file;
    this.interval = interval;
    this.reader = reader;
    this.seal = seal;
    this.runtime = runtime;
    this.clock = clock;
  }

  @Override
  public void start() {
    // Not started before it is known here: it runs for as long as it is.
    Thread watching = Thread.ofVirtual().name("opml-file").unstarted(this::watch);
    thread = watching;
    watching.start();
  }

  @Override
  public void stop() {
    Thread watching = thread;
    thread = null;
    if (watching != null) {
      watching.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void watch() {
    try {
      while (isRunning()) {
        Thread.sleep(look());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks once, and returns how long to wait before looking again. */
  private Duration look() {
    try {
      Fetching fetching = runtime.fetching();
      byte[] content = Files.readAllBytes(file);
      missing = false;
      String hash = Sha256.hex(content);
      if (hash.equals(applied)) {
        return interval;
      }
      if (!hash.equals(seen)) {
        seen = hash;
        return interval.compareTo(SETTLE) < 0 ? interval : SETTLE;
      }
      apply(content, fetching);
      applied = hash;
    } catch (NotReadyException e) {
      return NOT_READY;
    } catch (IOException e) {
      if (!missing) {
        log.warn("event=opml-file-unreadable file={} error={}", file, e.toString());
      }
      missing = true;
    } catch (KafkaUnavailableException e) {
      log.warn("event=opml-file-not-applied file={} error={}", file, e.getMessage());
    } catch (RuntimeException e) {
      log.error("event=opml-file-not-applied file={}", file, e);
    }
    return interval;
  }

  private void apply(byte[] content, Fetching fetching) {
    OpmlDocument document = reader.read(content);
    document.problems().stream()
        .limit(20)
        .forEach(problem -> log.warn("event=opml-problem file={} problem=\"{}\"", file, problem));
    FeedDirectory directory = fetching.directory();
    OpmlPlan plan =
        OpmlPlan.of(
            document,
            Origin.OPML,
            id -> {
              DirectoryEntry entry = directory.find(id);
              return entry == null ? null : entry.subscription();
            },
            seal,
            clock.instant());
    plan.rejected()
        .forEach(
            feed ->
                log.warn(
                    "event=opml-feed-rejected file={} title=\"{}\" problem=\"{}\"",
                    file,
                    feed.title(),
                    feed.problem()));
    List<DirectoryEntry> vanished = vanished(content, plan, directory);
    fetching.subscriptions().put(plan.put());
    fetching.subscriptions().remove(vanished);
    log.info(
        "event=opml-file-applied file={} written={} unchanged={} removed={} rejected={}",
        file,
        plan.put().size(),
        plan.unchanged(),
        vanished.size(),
        plan.rejected().size());
  }

  private List<DirectoryEntry> vanished(byte[] content, OpmlPlan plan, FeedDirectory directory) {
    if (plan.listed().isEmpty() || !isWhole(content)) {
      log.warn(
          "event=opml-file-doubtful file={} feeds={} consequence=\"nothing is removed\"",
          file,
          plan.listed().size());
      return List.of();
    }
    return directory
        .feeds()
        .filter(feed -> feed.subscription().origin() == Origin.OPML)
        .filter(feed -> !plan.listed().contains(feed.subscription().id()))
        .toList();
  }

  /** Whether the end of the document is there, in whatever encoding. */
  static boolean isWhole(byte[] content) {
    int from = Math.max(0, content.length - END_BYTES);
    String end =
        new String(content, from, content.length - from, StandardCharsets.ISO_8859_1)
            .replace("\0", "");
    return END.matcher(end).find();
  }
}
