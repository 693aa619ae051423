package io.newswire.fetcher.api;

import io.newswire.fetcher.directory.DirectoryEntry;
import io.newswire.fetcher.ownership.OwnedFeed;
import io.newswire.fetcher.runtime.FetcherRuntime;
import io.newswire.fetcher.runtime.Fetching;
import io.newswire.fetcher.subscription.AccessKeyMissingException;
import io.newswire.fetcher.subscription.AccessSeal;
import io.newswire.fetcher.subscription.FeedAccess;
import io.newswire.fetcher.subscription.FeedUrl;
import io.newswire.fetcher.subscription.Subscription;
import io.newswire.fetcher.subscription.SubscriptionDraft;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Feeds: every instance answers for all of them, and what it has accepted it shows. The instance
 * that owns a feed acts on a change within moments.
 */
@RestController
@RequestMapping("/api/v1/feeds")
class FeedsController {

  private final FetcherRuntime runtime;
  private final AccessSeal seal;
  private final InstantSource clock;

  FeedsController(FetcherRuntime runtime, AccessSeal seal, InstantSource clock) {
    this.runtime = runtime;
    this.seal = seal;
    this.clock = clock;
  }

  /** A page of feeds. */
  record FeedPage(List<FeedRepresentation> feeds, int page, int size, long total) {}

  @GetMapping
  FeedPage list(
      @RequestParam @Nullable String q,
      @RequestParam @Nullable String status,
      @RequestParam @Nullable String tag,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    FeedQuery query = new FeedQuery(q, status, tag, page, size);
    Fetching fetching = runtime.fetching();
    List<FeedRepresentation> found =
        fetching
            .directory()
            .feeds()
            .map(e -> FeedRepresentation.brief(e, fetching.owner().feed(e.subscription().id())))
            .filter(query::matches)
            .sorted(
                Comparator.comparing(FeedRepresentation::url).thenComparing(FeedRepresentation::id))
            .toList();
    List<FeedRepresentation> shown = found.stream().skip((long) page * size).limit(size).toList();
    return new FeedPage(shown, page, size, found.size());
  }

  @PostMapping
  ResponseEntity<FeedRepresentation> create(
      @RequestBody(required = false) @Nullable JsonNode body) {
    FeedFields fields = new FeedFields(body);
    FeedUrl url = fields.url();
    if (url == null) {
      throw ApiException.badRequest("url: it is missing");
    }
    Fetching fetching = runtime.fetching();
    if (fetching.directory().find(url.feedId()) != null) {
      throw new ApiException(
          HttpStatus.CONFLICT, "The feed is subscribed already, its id is " + url.feedId());
    }
    Instant now = now();
    Subscription bare = Subscription.bare(url.feedId(), url.value(), Subscription.Origin.API, now);
    SubscriptionDraft draft = bare.draft();
    fields.applyTo(draft, bare.id(), FeedAccess.NONE, seal, false);
    fetching.subscriptions().put(List.of(draft.build(now)));
    return ResponseEntity.created(URI.create("/api/v1/feeds/" + bare.id())).body(get(bare.id()));
  }

  @GetMapping("/{id}")
  FeedRepresentation get(@PathVariable String id) {
    Fetching fetching = runtime.fetching();
    DirectoryEntry entry = find(fetching, id);
    OwnedFeed owned = fetching.owner().feed(id);
    return FeedRepresentation.full(
        entry, owned != null ? owned.state() : fetching.directory().state(entry));
  }

  @PatchMapping("/{id}")
  FeedRepresentation patch(
      @PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body) {
    FeedFields fields = new FeedFields(body);
    Fetching fetching = runtime.fetching();
    Subscription before = find(fetching, id).subscription();
    SubscriptionDraft draft = before.draft();
    FeedUrl url = fields.url();
    if (url != null) {
      draft.url(url.value());
    }
    fields.applyTo(draft, id, accessOf(before), seal, before.paused());
    if (draft.changesAnything()) {
      fetching.subscriptions().put(List.of(draft.build(now())));
    }
    return get(id);
  }

  @PostMapping("/{id}/pause")
  FeedRepresentation pause(@PathVariable String id) {
    return change(id, draft -> draft.paused("paused by request"));
  }

  @PostMapping("/{id}/resume")
  FeedRepresentation resume(@PathVariable String id) {
    return change(id, draft -> draft.resumed().fetchRequestedAt(now()));
  }

  /** The feed's owner polls it as soon as its site may be asked. */
  @PostMapping("/{id}/fetch")
  @ResponseStatus(HttpStatus.ACCEPTED)
  FeedRepresentation fetch(@PathVariable String id) {
    Fetching fetching = runtime.fetching();
    if (find(fetching, id).subscription().paused()) {
      throw new ApiException(HttpStatus.CONFLICT, "The feed is paused; resume it first");
    }
    return change(id, draft -> draft.fetchRequestedAt(now()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String id) {
    Fetching fetching = runtime.fetching();
    fetching.subscriptions().remove(List.of(find(fetching, id)));
  }

  private FeedRepresentation change(String id, Consumer<SubscriptionDraft> change) {
    Fetching fetching = runtime.fetching();
    SubscriptionDraft draft = find(fetching, id).subscription().draft();
    change.accept(draft);
    fetching.subscriptions().put(List.of(draft.build(now())));
    return get(id);
  }

  /** What cannot be opened any more is replaced as a whole. */
  private FeedAccess accessOf(Subscription subscription) {
    try {
      return seal.open(subscription.id(), subscription.access());
    } catch (AccessKeyMissingException e) {
      return FeedAccess.NONE;
    }
  }

  private static DirectoryEntry find(Fetching fetching, String id) {
    DirectoryEntry entry = fetching.directory().find(id);
    if (entry == null) {
      throw ApiException.noSuchFeed();
    }
    return entry;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
