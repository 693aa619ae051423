package io.newswire.fetcher.state;

import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The last polls of a feed, packed: thirty bytes each where objects take two hundred. Times are
 * exact to the millisecond. Immutable.
 */
final class RecentPolls extends AbstractList<PollRecord> implements RandomAccess {

  private static final int WORDS = 3;

  private final long[] words;
  private final String[] outcomes;

  private RecentPolls(long[] words, String[] outcomes) {
    this.words = words;
    this.outcomes = outcomes;
  }

  static RecentPolls of(List<PollRecord> polls) {
    if (polls instanceof RecentPolls packed) {
      return packed;
    }
    long[] words = new long[polls.size() * WORDS];
    String[] outcomes = new String[polls.size()];
    int at = 0;
    for (PollRecord poll : polls) {
      Long millis = poll.millis();
      // A handful of names, each once in memory.
      outcomes[at / WORDS] = poll.outcome().intern();
      words[at++] = poll.at().toEpochMilli();
      words[at++] = both(poll.httpStatus(), millis == null ? null : (int) Math.min(millis, MOST));
      words[at++] = both(poll.entries(), poll.published());
    }
    return new RecentPolls(words, outcomes);
  }

  private static final long MOST = Integer.MAX_VALUE - 1L;

  /** Two numbers from 0 on; what is absent is 0, and everything else one more than it is. */
  private static long both(@Nullable Integer high, @Nullable Integer low) {
    return (long) one(high) << 32 | one(low);
  }

  private static int one(@Nullable Integer number) {
    return number == null ? 0 : number + 1;
  }

  private static @Nullable Integer number(int one) {
    return one == 0 ? null : one - 1;
  }

  @Override
  public PollRecord get(int index) {
    int at = index * WORDS;
    Integer millis = number((int) words[at + 1]);
    return new PollRecord(
        Instant.ofEpochMilli(words[at]),
        outcomes[index],
        number((int) (words[at + 1] >>> 32)),
        number((int) (words[at + 2] >>> 32)),
        number((int) words[at + 2]),
        millis == null ? null : millis.longValue());
  }

  @Override
  public int size() {
    return outcomes.length;
  }
}
