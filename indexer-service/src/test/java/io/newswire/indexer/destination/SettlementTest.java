package io.newswire.indexer.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.indexer.index.Partition;
import io.newswire.indexer.index.PartitionUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettlementTest {

  private static final Partition JANUARY = month(1);
  private static final Partition FEBRUARY = month(2);

  private static Partition month(int month) {
    return new Partition(PartitionUnit.MONTH, LocalDate.of(2026, month, 1));
  }

  @Test
  void theNewestDocumentStays() {
    Settlement settlement =
        Settlement.of(List.of(new Copy(JANUARY, 5), new Copy(FEBRUARY, 7)), Settlement.NOT_REMOVED);

    assertThat(settlement.stays()).contains(new Copy(FEBRUARY, 7));
    assertThat(settlement.removals()).containsExactly(new Settlement.Removal(JANUARY, 6));
  }

  @Test
  void ofTwoWithOneVersionTheOlderPartitionsStays() {
    assertThat(
            Settlement.of(
                    List.of(new Copy(FEBRUARY, 7), new Copy(JANUARY, 7)), Settlement.NOT_REMOVED)
                .stays())
        .contains(new Copy(JANUARY, 7));
  }

  @Test
  void whatIsErasedOrOverGoesAndWhatIsNewerStays() {
    List<Copy> copies = List.of(new Copy(JANUARY, 5), new Copy(FEBRUARY, 7));

    assertThat(Settlement.of(copies, 6).stays()).contains(new Copy(FEBRUARY, 7));
    assertThat(Settlement.of(copies, 7).stays()).isEmpty();
    assertThat(Settlement.of(copies, 7).removals()).hasSize(2);
  }

  /**
   * A model of what Elasticsearch does with external versions, and of writers that write, look and
   * remove in any interleaving: one document is left, that of the newest event.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverTheInterleavingOneDocumentIsLeft(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < 4000; run++) {
      List<Event> events = events(random);
      Shelf shelf = new Shelf();
      List<Writer> writers = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(3); i++) {
        List<Event> order = new ArrayList<>(events);
        Collections.shuffle(order, random);
        writers.add(new Writer(order, shelf));
      }
      List<Writer> busy = new ArrayList<>(writers);
      while (!busy.isEmpty()) {
        Writer writer = busy.get(random.nextInt(busy.size()));
        if (!writer.step()) {
          busy.remove(writer);
        }
      }
      assertThat(shelf.copies()).as("%s", events).containsExactly(expected(events));
    }
  }

  private static Copy expected(List<Event> events) {
    return Settlement.of(
            events.stream().map(event -> new Copy(event.partition, event.version)).toList(),
            Settlement.NOT_REMOVED)
        .stays()
        .orElseThrow();
  }

  private static List<Event> events(Random random) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(4); i++) {
      events.add(new Event(1 + random.nextInt(5), month(1 + random.nextInt(3))));
    }
    return events;
  }

  private record Event(long version, Partition partition) {}

  /** An article in each partition: the version of its document or of its deletion. */
  private static final class Shelf {
    private record Slot(long version, boolean deleted) {}

    private final Map<Partition, Slot> slots = new HashMap<>();

    void index(Partition partition, long version) {
      slots.merge(partition, new Slot(version, false), (a, b) -> b.version > a.version ? b : a);
    }

    void delete(Partition partition, long version) {
      slots.merge(partition, new Slot(version, true), (a, b) -> b.version >= a.version ? b : a);
    }

    List<Copy> copies() {
      List<Copy> copies = new ArrayList<>();
      new TreeMap<>(slots)
          .forEach(
              (partition, slot) -> {
                if (!slot.deleted) {
                  copies.add(new Copy(partition, slot.version));
                }
              });
      return copies;
    }
  }

  /** Writes events one after the other, each in three steps that others may come between. */
  private static final class Writer {
    private final List<Event> events;
    private final Shelf shelf;
    private int at;
    private boolean written;
    private @Nullable Settlement settlement;

    Writer(List<Event> events, Shelf shelf) {
      this.events = events;
      this.shelf = shelf;
    }

    /** Does one step; false when there is nothing left to do. */
    boolean step() {
      if (at == events.size()) {
        return false;
      }
      if (!written) {
        shelf.index(events.get(at).partition, events.get(at).version);
        written = true;
      } else if (settlement == null) {
        settlement = Settlement.of(shelf.copies(), Settlement.NOT_REMOVED);
      } else {
        settlement.removals().forEach(loser -> shelf.delete(loser.partition(), loser.version()));
        settlement = null;
        written = false;
        at++;
      }
      return true;
    }
  }
}
