package io.newswire.indexer.bulk;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.newswire.indexer.bulk.ItemOutcome.Rejected;
import io.newswire.indexer.bulk.ItemOutcome.Retryable;
import io.newswire.indexer.cluster.ElasticsearchError;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Sends items in bulk requests, one after the other, and says what became of each. It never throws
 * for what Elasticsearch or the network does, and never retries: that is the caller's decision.
 */
public final class BulkWriter {

  private static final Logger log = LoggerFactory.getLogger(BulkWriter.class);
  private static final String ANSWER =
      "errors,items.*.status,items.*.error.type,items.*.error.reason,items.*.error.caused_by.reason";

  private final Rest5Client client;
  private final BulkLimits limits;
  private final BulkMetrics metrics;
  private final BulkAnswer answer = new BulkAnswer();
  private final BulkBuffers buffers = new BulkBuffers();

  public BulkWriter(Rest5Client client, BulkLimits limits, BulkMetrics metrics) {
    this.client = client;
    this.limits = limits;
    this.metrics = metrics;
  }

  /**
   * Writes the items in their order.
   *
   * @return an outcome for each item, in the same order
   */
  public List<ItemOutcome> write(List<BulkItem> items) {
    List<ItemOutcome> outcomes = new ArrayList<>(items.size());
    while (outcomes.size() < items.size()) {
      List<BulkItem> rest = items.subList(outcomes.size(), items.size());
      List<BulkItem> request = rest.subList(0, limits.take(rest));
      List<ItemOutcome> answered = send(request);
      outcomes.addAll(answered);
      if (unanswered(answered)) {
        // What just failed as a whole would fail again: the rest waits with it.
        outcomes.addAll(Collections.nCopies(items.size() - outcomes.size(), answered.getLast()));
      }
    }
    return outcomes;
  }

  private static boolean unanswered(List<ItemOutcome> outcomes) {
    return outcomes.stream().allMatch(Retryable.class::isInstance);
  }

  /** What came of a request as a whole. */
  private sealed interface Reply {

    /** Each item has its outcome. */
    record Outcomes(List<ItemOutcome> ofItems) implements Reply {}

    /** A request of so many bytes was answered with an error. */
    record Refusal(ElasticsearchError error, int bytes) implements Reply {}
  }

  private List<ItemOutcome> send(List<BulkItem> items) {
    long weight = items.stream().mapToLong(BulkBody::weight).sum();
    Reply reply;
    limits.enter(weight);
    try {
      reply = exchange(items, body(items, Math.toIntExact(weight)));
    } finally {
      limits.left(weight);
    }
    return switch (reply) {
      case Reply.Outcomes(List<ItemOutcome> outcomes) -> outcomes;
      case Reply.Refusal(ElasticsearchError error, int bytes) -> refused(items, bytes, error);
    };
  }

  private Reply exchange(List<BulkItem> items, BulkBody body) {
    long start = System.nanoTime();
    try {
      Response response = client.performRequest(request(items, body));
      if (ElasticsearchError.isError(response)) {
        metrics.failed(System.nanoTime() - start);
        return new Reply.Refusal(ElasticsearchError.of(response), body.length());
      }
      try (InputStream content = response.getEntity().getContent()) {
        List<ItemOutcome> outcomes = answer.read(content, items.size());
        if (outcomes.size() != items.size()) {
          throw new IOException(
              "answer has %d items, request had %d".formatted(outcomes.size(), items.size()));
        }
        metrics.answered(items.size(), body.length(), System.nanoTime() - start);
        buffers.giveBack(body.buffer());
        return IndexingPressure.never(outcomes)
            ? tooLarge(outcomes, body.length())
            : new Reply.Outcomes(outcomes);
      }
    } catch (ResponseException e) {
      metrics.failed(System.nanoTime() - start);
      return new Reply.Refusal(ElasticsearchError.of(e.getResponse()), body.length());
    } catch (IOException | JacksonException e) {
      // Whether it was done is unknown; sent again, what was done is stale.
      metrics.failed(System.nanoTime() - start);
      return new Reply.Outcomes(all(items, new Retryable(0, "no_answer", describe(e))));
    }
  }

  /** As if the request as a whole had been refused for its size. */
  private static Reply tooLarge(List<ItemOutcome> outcomes, int bytes) {
    String reason = outcomes.getFirst() instanceof Retryable refused ? refused.reason() : "";
    return new Reply.Refusal(new ElasticsearchError(413, "too_large", reason, true), bytes);
  }

  /** The request as a whole was answered with an error. */
  private List<ItemOutcome> refused(List<BulkItem> items, int bytes, ElasticsearchError error) {
    boolean tooLarge = error.status() == 413;
    if (!tooLarge && !(error.status() == 400 && error.fromElasticsearch())) {
      return all(items, new Retryable(error.status(), error.type(), error.reason()));
    }
    if (tooLarge) {
      limits.tooLarge(bytes);
    }
    if (items.size() == 1) {
      return List.of(
          new Rejected(error.status(), tooLarge ? "too_large" : error.type(), error.reason()));
    }
    log.warn(
        "event=bulk-split articles={} bytes={} status={} reason=\"{}\"",
        items.size(),
        bytes,
        error.status(),
        error.reason());
    metrics.split();
    int half = items.size() / 2;
    List<ItemOutcome> outcomes = new ArrayList<>(send(items.subList(0, half)));
    outcomes.addAll(send(items.subList(half, items.size())));
    return outcomes;
  }

  /**
   * Only a request that was answered in full gives its buffer back: after a timeout, or an error
   * that came early, it may still be on its way to the network.
   */
  private BulkBody body(List<BulkItem> items, int bytes) {
    boolean oneAlias = oneAlias(items);
    BulkBody body = new BulkBody(buffers.take(bytes));
    items.forEach(item -> body.add(item.write(), oneAlias ? null : item.alias()));
    return body;
  }

  private static boolean oneAlias(List<BulkItem> items) {
    String first = items.getFirst().alias();
    return items.stream().allMatch(item -> item.alias().equals(first));
  }

  private static Request request(List<BulkItem> items, BulkBody body) {
    String path = oneAlias(items) ? "/" + items.getFirst().alias() + "/_bulk" : "/_bulk";
    Request request = new Request("POST", path);
    request.addParameter("filter_path", ANSWER);
    // Never create an index by accident, with a mapping made up from the first document.
    request.addParameter("require_alias", "true");
    request.setEntity(body.entity());
    return request;
  }

  private static List<ItemOutcome> all(List<BulkItem> items, ItemOutcome outcome) {
    return Collections.nCopies(items.size(), outcome);
  }

  private static String describe(Exception e) {
    return e.getMessage() == null
        ? e.getClass().getSimpleName()
        : e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
