package io.newswire.fetcher.http.page;

/** Fetches the page of an entry as its site's robots.txt allows. */
public final class PageFetcher {

  /**
   * Waits for the site's turn and asks for the page.
   *
   * @param link the entry's link as the feed has it, resolved
   * @throws InterruptedException when this thread is interrupted
   */
  public PageResult fetch(String link) throws InterruptedException {
    throw new UnsupportedOperationException(link);
  }
}
