package io.newswire.fetcher.ownership;

import io.newswire.fetcher.kafka.KafkaClients;
import io.newswire.fetcher.publish.PartitionTransactions;
import io.newswire.fetcher.publish.PartitionWriter;
import io.newswire.fetcher.state.FeedState;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a partition that was assigned, in a thread of its own: fences the former owner, then reads
 * the states. Tried again for as long as the partition is wanted.
 */
final class PartitionOpening {

  private static final Logger log = LoggerFactory.getLogger(PartitionOpening.class);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final KafkaClients clients;
  private final PartitionRestore restore;
  private final String transactionalIdPrefix;

  PartitionOpening(KafkaClients clients, PartitionRestore restore, String transactionalIdPrefix) {
    this.clients = clients;
    this.restore = restore;
    this.transactionalIdPrefix = transactionalIdPrefix;
  }

  /**
   * Begins to open.
   *
   * @param onFenced told when the partition has to be given up later
   */
  void open(OwnedPartition partition, Runnable onFenced) {
    Thread.ofVirtual()
        .name("open-" + partition.number())
        .start(() -> openUntilDone(partition, onFenced));
  }

  private void openUntilDone(OwnedPartition partition, Runnable onFenced) {
    try {
      while (!partition.isClosed() && !openOnce(partition, onFenced)) {
        Thread.sleep(RETRY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean openOnce(OwnedPartition partition, Runnable onFenced)
      throws InterruptedException {
    String name = transactionalIdPrefix + "-" + partition.number();
    PartitionTransactions transactions = null;
    try {
      transactions = new PartitionTransactions(name, clients.transactionalProducer(name));
      transactions.open();
      Map<String, FeedState> states =
          restore.states(partition.number(), () -> !partition.isClosed());
      long end = restore.subscriptionsEnd(partition.number());
      PartitionWriter writer = new PartitionWriter(name, transactions, onFenced);
      if (!partition.restored(writer, states, end)) {
        writer.close();
      }
      return true;
    } catch (RuntimeException | ExecutionException e) {
      // Whatever it is (a broker's name that cannot be resolved just now): it may pass.
      log.warn(
          "event=partition-not-opened partition={} retryIn={} error={}",
          partition.number(),
          RETRY,
          e.toString());
      if (transactions != null) {
        transactions.close();
      }
      return false;
    }
  }
}
