package io.newswire.fetcher.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.newswire.fetcher.kafka.KafkaClients;
import io.newswire.fetcher.publish.FencedException;
import io.newswire.fetcher.publish.PartitionTransactions;
import io.newswire.fetcher.publish.PartitionWriter;
import io.newswire.servers.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FencingKafkaTest {

  private final KafkaClients clients = KafkaClients.of(TestKafka.bootstrapServers());
  private final String topic = "fencing-" + UUID.randomUUID();

  @BeforeEach
  void createTopic() throws Exception {
    try (Admin admin = clients.admin()) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  @Test
  void theFormerOwnerCannotWriteOnceThereIsANewOne() {
    try (PartitionTransactions former = transactions();
        PartitionTransactions owner = transactions()) {
      former.open();
      former.commit(records("former"));
      owner.open();

      assertThatThrownBy(() -> former.commit(records("too late")))
          .isInstanceOf(FencedException.class);
      owner.commit(records("owner"));

      assertThat(values()).containsExactly("former", "owner");
    }
  }

  @Test
  void aWriterThatIsFencedFailsItsCommitsAndSaysSoOnce() {
    AtomicInteger fenced = new AtomicInteger();
    PartitionTransactions transactions = transactions();
    transactions.open();
    try (PartitionWriter writer =
            new PartitionWriter("test", transactions, fenced::incrementAndGet);
        PartitionTransactions owner = transactions()) {
      writer.write(records("former")).join();
      owner.open();

      CompletableFuture<Void> late = writer.write(records("too late"));

      assertThatThrownBy(late::join)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(FencedException.class);
      Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> fenced.get() == 1);
      assertThat(writer.write(records("later"))).isCompletedExceptionally();
    }
    assertThat(values()).containsExactly("former");
  }

  private PartitionTransactions transactions() {
    return new PartitionTransactions("test", clients.transactionalProducer(topic));
  }

  private List<ProducerRecord<byte[], byte[]>> records(String value) {
    return List.of(new ProducerRecord<>(topic, value.getBytes(StandardCharsets.UTF_8)));
  }

  private List<String> values() {
    return Topic.read(topic).stream()
        .map(ConsumerRecord::value)
        .map(value -> new String(value, StandardCharsets.UTF_8))
        .toList();
  }
}
