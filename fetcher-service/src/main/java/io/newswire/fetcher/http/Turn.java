package io.newswire.fetcher.http;

import java.time.Instant;

/** The answer to who asks for a site's turn without waiting for it. */
public sealed interface Turn {

  /**
   * It may be asked now.
   *
   * @param permit to be closed after the request
   */
  record Granted(Permit permit) implements Turn {}

  /**
   * It may not be asked yet.
   *
   * @param at when it is worth asking again: the delay's end, or an estimate while others are
   *     before us
   */
  record NotBefore(Instant at) implements Turn {}
}
