package io.newswire.indexer.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BulkBuffersTest {

  private final BulkBuffers buffers = new BulkBuffers();

  @Test
  void aBufferIsUsedAgainWhereItSuffices() {
    byte[] first = buffers.take(1_000_000);
    buffers.giveBack(first);

    assertThat(buffers.take(1_010_000)).isSameAs(first);
    assertThat(buffers.take(1_010_000)).isNotSameAs(first);
  }

  @Test
  void aBufferIsNeverTooSmall() {
    buffers.giveBack(new byte[100]);
    for (int bytes : new int[] {0, 1, 100_000, 9_000_000}) {
      assertThat(buffers.take(bytes).length).isGreaterThanOrEqualTo(bytes);
    }
  }

  @Test
  void aHugeBufferIsNotKept() {
    byte[] huge = buffers.take(20_000_000);
    buffers.giveBack(huge);

    assertThat(buffers.take(1000)).isNotSameAs(huge);
  }
}
