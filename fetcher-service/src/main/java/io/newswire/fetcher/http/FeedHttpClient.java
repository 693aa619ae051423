package io.newswire.fetcher.http;

/** Asks sites for documents. Safe for any number of (virtual) threads. */
public final class FeedHttpClient implements AutoCloseable {

  /**
   * Waits for the site's turn, then asks; follows redirects, waiting for each further site's turn
   * too. Whatever the site does is a result, never an exception.
   *
   * @throws InterruptedException when this thread is interrupted
   */
  public HttpResult get(FetchRequest request) throws InterruptedException {
    throw new UnsupportedOperationException(request.toString());
  }

  /**
   * The same with the first site's turn already taken, see {@link HostGate#tryAcquire}. The permit
   * is closed when this returns or throws.
   *
   * @throws InterruptedException when this thread is interrupted
   */
  public HttpResult get(FetchRequest request, Permit permit) throws InterruptedException {
    throw new UnsupportedOperationException(request + permit.key());
  }

  @Override
  public void close() {}
}
