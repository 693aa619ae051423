package io.newswire.fetcher.http.page;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A page, or why there is none. */
public sealed interface PageResult {

  /**
   * The page.
   *
   * @param body decoded bytes
   * @param contentType the Content-Type header as received; null when there was none
   * @param url the address that answered, after redirects
   */
  record Page(byte[] body, @Nullable String contentType, URI url) implements PageResult {

    @Override
    public String toString() {
      return "Page[" + url + ", " + body.length + " bytes]";
    }
  }

  /**
   * No page.
   *
   * @param reason which kind
   * @param message in words, for the entry's event and the log
   * @param status HTTP status where there was one
   */
  record PageFailure(Reason reason, String message, @Nullable Integer status)
      implements PageResult {}

  /** Kinds of failure. */
  enum Reason {
    /** The address is none that can be asked. */
    INVALID_URL,
    /** robots.txt disallows it, or cannot be had for now. */
    ROBOTS,
    /** It is no HTML, XHTML or plain text. */
    NOT_A_PAGE,
    /** The site did not give it. */
    FAILED
  }
}
