package io.newswire.fetcher.http;

/** The turn at a site: nobody else asks it until this is closed, and its delay has passed. */
public interface Permit extends AutoCloseable {

  /** The site, see {@link HostGate#key}. */
  String key();

  /** Gives the turn back; the delay counts from here. Closing twice does nothing. */
  @Override
  void close();
}
