package io.newswire.indexer.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.indexer.Articles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

  private static final int LETTERS = 200;
  private static final Duration WAIT = Duration.ofMillis(200);

  @Test
  void aTopicThatIsNotThereIsWaitedForOnceAndNotForEachLetter() {
    AtomicInteger ensured = new AtomicInteger();
    List<DeadLetter> letters =
        IntStream.range(0, LETTERS)
            .mapToObj(i -> letter(Articles.id(i), "The value is not JSON."))
            .toList();
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", WAIT.toMillis()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    try {
      long start = System.nanoTime();
      List<DeadLetter> failed =
          new DeadLetters(producer, "dead", ensured::incrementAndGet).publish(letters);

      assertThat(failed).isEqualTo(letters);
      assertThat(ensured).hasValue(1);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isLessThan(WAIT.multipliedBy(LETTERS / 4));
    } finally {
      producer.close(Duration.ZERO);
    }
  }

  @Test
  void aMessageIsALineOfBoundedLengthWhateverTheRecordHolds() {
    String id = "x\r\nevent=forged\u0085\u2028\u0000".repeat(100_000);

    String message = letter("key", "The article's id is " + id).message();

    assertThat(message).hasSize(1000).startsWith("The article's id is x  event=forged   x");
    assertThat(message).endsWith("…").matches("\\P{Cc}*");
    assertThat(letter("key", "short").message()).isEqualTo("short");
  }

  private static DeadLetter letter(String key, String message) {
    byte[] value = "no article".getBytes(UTF_8);
    return new DeadLetter(
        new ConsumerRecord<>("articles", 0, 0, key.getBytes(UTF_8), value), "not-json", message);
  }
}
