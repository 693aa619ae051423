package io.newswire.fetcher.api;

import io.newswire.fetcher.directory.DirectoryEntry;
import io.newswire.fetcher.opml.OpmlDocument;
import io.newswire.fetcher.opml.OpmlFeed;
import io.newswire.fetcher.opml.OpmlReader;
import io.newswire.fetcher.opml.OpmlWriter;
import io.newswire.fetcher.opmlfile.OpmlPlan;
import io.newswire.fetcher.runtime.FetcherRuntime;
import io.newswire.fetcher.runtime.Fetching;
import io.newswire.fetcher.subscription.AccessSeal;
import io.newswire.fetcher.subscription.Subscription;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Subscriptions as OPML, in and out. */
@RestController
@RequestMapping("/api/v1/opml")
class OpmlController {

  private static final int MAX_BYTES = 32 * 1024 * 1024;

  private final FetcherRuntime runtime;
  private final OpmlReader reader;
  private final OpmlWriter writer;
  private final AccessSeal seal;
  private final InstantSource clock;

  OpmlController(
      FetcherRuntime runtime,
      OpmlReader reader,
      OpmlWriter writer,
      AccessSeal seal,
      InstantSource clock) {
    this.runtime = runtime;
    this.reader = reader;
    this.writer = writer;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * What became of a document.
   *
   * @param imported feeds that are subscribed now
   * @param known feeds that were subscribed already
   * @param rejected feeds that cannot be polled, and why
   * @param problems what was wrong with the document
   */
  record Imported(
      int imported, int known, List<OpmlPlan.Rejected> rejected, List<String> problems) {}

  @PostMapping(
      consumes = {
        "application/xml",
        "text/xml",
        "text/x-opml",
        "text/x-opml+xml",
        "application/octet-stream"
      })
  Imported imported(InputStream body) throws IOException {
    return imported(Bodies.read(body, MAX_BYTES));
  }

  @PostMapping(consumes = "multipart/form-data")
  Imported imported(@RequestPart("file") MultipartFile file) throws IOException {
    return imported(file.getBytes());
  }

  @GetMapping
  ResponseEntity<byte[]> export() {
    List<OpmlFeed> feeds =
        runtime
            .fetching()
            .directory()
            .feeds()
            .sorted(Comparator.comparing(entry -> entry.subscription().url()))
            .map(OpmlController::feed)
            .toList();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/x-opml; charset=utf-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"newswire.opml\"")
        .body(writer.write(new OpmlDocument("Newswire", feeds, List.of())));
  }

  private Imported imported(byte[] document) {
    OpmlDocument opml = reader.read(document);
    if (opml.feeds().isEmpty()) {
      throw ApiException.badRequest(
          opml.problems().isEmpty()
              ? "The document lists no feed"
              : "The document lists no feed: " + opml.problems().getFirst());
    }
    Fetching fetching = runtime.fetching();
    OpmlPlan plan =
        OpmlPlan.of(
            opml,
            Subscription.Origin.API,
            id -> {
              DirectoryEntry entry = fetching.directory().find(id);
              return entry == null ? null : entry.subscription();
            },
            seal,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    fetching.subscriptions().put(plan.put());
    return new Imported(plan.put().size(), plan.unchanged(), plan.rejected(), opml.problems());
  }

  private static OpmlFeed feed(DirectoryEntry entry) {
    Subscription feed = entry.subscription();
    String own = entry.summary() == null ? null : entry.summary().title();
    String site = entry.summary() == null ? null : entry.summary().siteUrl();
    return new OpmlFeed(
        feed.url(),
        feed.title() != null ? feed.title() : own,
        site,
        feed.tags(),
        feed.fullText() ? true : null,
        feed.paused() ? true : null);
  }
}
