package io.newswire.fetcher.state;

import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Moments exact to the second, packed: eight bytes each where objects take thirty. Immutable. */
final class Moments extends AbstractList<Instant> implements RandomAccess {

  private final long[] seconds;

  private Moments(long[] seconds) {
    this.seconds = seconds;
  }

  static Moments of(List<Instant> moments) {
    return moments instanceof Moments packed
        ? packed
        : new Moments(moments.stream().mapToLong(Instant::getEpochSecond).toArray());
  }

  @Override
  public Instant get(int index) {
    return Instant.ofEpochSecond(seconds[index]);
  }

  @Override
  public int size() {
    return seconds.length;
  }
}
