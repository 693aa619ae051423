package io.newswire.fetcher.http.page;

import io.newswire.fetcher.http.FeedHttpClient;
import io.newswire.fetcher.http.FetchRequest;
import io.newswire.fetcher.http.HopRule;
import io.newswire.fetcher.http.HttpResult;
import io.newswire.fetcher.http.HttpUrl;
import io.newswire.fetcher.http.InvalidUrlException;
import io.newswire.fetcher.http.Purpose;
import io.newswire.fetcher.http.page.PageResult.Page;
import io.newswire.fetcher.http.page.PageResult.PageFailure;
import io.newswire.fetcher.http.page.PageResult.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Fetches the page of an entry as its site's robots.txt allows, redirects included. */
public final class PageFetcher {

  private static final Set<String> PAGES =
      Set.of("text/html", "application/xhtml+xml", "text/plain");

  private final FeedHttpClient client;
  private final HopRule robots;
  private final Duration longestWait;

  /**
   * A fetcher.
   *
   * @param robots what every address on the way is judged by
   * @param longestWait for each site's turn
   */
  public PageFetcher(FeedHttpClient client, HopRule robots, Duration longestWait) {
    this.client = client;
    this.robots = robots;
    this.longestWait = longestWait;
  }

  /**
   * Waits for the site's turn and asks for the page.
   *
   * @param link the entry's link as the feed has it, resolved
   * @throws InterruptedException when this thread is interrupted
   */
  public PageResult fetch(String link) throws InterruptedException {
    URI url;
    try {
      url = HttpUrl.parse(link).url();
    } catch (InvalidUrlException e) {
      return new PageFailure(Reason.INVALID_URL, String.valueOf(e.getMessage()), null);
    }
    AtomicReference<String> denied = new AtomicReference<>("");
    HopRule rule =
        hop -> {
          HopRule.Verdict verdict = robots.judge(hop);
          if (verdict instanceof HopRule.Denied denial) {
            denied.set(denial.message());
          }
          return verdict;
        };
    HttpResult result = client.get(FetchRequest.of(url, Purpose.PAGE), rule, longestWait);
    return switch (result) {
      case HttpResult.Answer answer -> page(answer);
      case HttpResult.Failure failure ->
          denied.get().isEmpty()
              ? new PageFailure(
                  Reason.FAILED,
                  failure.failureClass() + ": " + failure.message(),
                  failure.status())
              : new PageFailure(Reason.ROBOTS, denied.get(), null);
    };
  }

  private static PageResult page(HttpResult.Answer answer) {
    String type = answer.header("content-type");
    if (!isPage(type, answer.body())) {
      return new PageFailure(
          Reason.NOT_A_PAGE, "the link leads to " + type + ", which is no page", answer.status());
    }
    if (answer.body().length == 0) {
      return new PageFailure(Reason.NOT_A_PAGE, "the page is empty", answer.status());
    }
    return new Page(answer.body(), type, answer.finalUrl());
  }

  private static boolean isPage(@Nullable String type, byte[] body) {
    if (type == null || type.isBlank()) {
      return startsWithMarkup(body);
    }
    int end = type.indexOf(';');
    String media = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return PAGES.contains(media);
  }

  private static boolean startsWithMarkup(byte[] body) {
    for (byte b : body) {
      if (b == '<') {
        return true;
      }
      // White space, and the bytes of a UTF-8 byte order mark.
      if (b > ' ') {
        return false;
      }
    }
    return false;
  }
}
