package io.newswire.fetcher.http.page;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.newswire.fetcher.http.FailureClass;
import io.newswire.fetcher.http.FeedHttpClient;
import io.newswire.fetcher.http.FetchRequest;
import io.newswire.fetcher.http.HopRule;
import io.newswire.fetcher.http.HttpResult;
import io.newswire.fetcher.http.HttpUrl;
import io.newswire.fetcher.http.Purpose;
import io.newswire.fetcher.http.UserAgent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sites' robots.txt allows us (RFC 9309): asked once per origin and day, remembered for a
 * bounded number of origins. None (4xx) allows everything; a server's error or no answer disallows
 * everything for a while, or goes on with the rules that were in force.
 */
public final class Robots implements HopRule {

  private final FeedHttpClient client;
  private final InstantSource clock;
  private final Duration fresh;
  private final Duration unreachable;
  private final Duration longestWait;
  private final Cache<String, Rules> byOrigin;

  /**
   * Rules.
   *
   * @param origins most origins whose rules are remembered
   * @param fresh how long rules are good for
   * @param unreachable how long a site is left alone whose rules cannot be had
   * @param longestWait for the site's turn
   */
  public Robots(
      FeedHttpClient client,
      InstantSource clock,
      int origins,
      Duration fresh,
      Duration unreachable,
      Duration longestWait) {
    this.client = client;
    this.clock = clock;
    this.fresh = fresh;
    this.unreachable = unreachable;
    this.longestWait = longestWait;
    this.byOrigin = CacheBuilder.newBuilder().maximumSize(origins).build();
  }

  /**
   * Rules of one origin.
   *
   * @param problem why they allow nothing, null where they are the site's own
   */
  private record Rules(BaseRobotRules rules, Instant until, @Nullable String problem) {}

  @Override
  public Verdict judge(URI url) throws InterruptedException {
    Rules rules = rules(url);
    if (rules.problem() != null) {
      return new Denied(rules.problem());
    }
    if (!rules.rules().isAllowed(url.toString())) {
      return new Denied("robots.txt of " + HttpUrl.host(url) + " disallows it");
    }
    long millis = rules.rules().getCrawlDelay();
    return new Allowed(Duration.ofMillis(Math.max(millis, 0)));
  }

  private Rules rules(URI url) throws InterruptedException {
    String origin = url.getScheme() + "://" + url.getRawAuthority();
    Rules known = byOrigin.getIfPresent(origin);
    if (known != null && known.until().isAfter(clock.instant())) {
      return known;
    }
    Rules asked = ask(URI.create(origin + "/robots.txt"), known);
    byOrigin.put(origin, asked);
    return asked;
  }

  private Rules ask(URI robotsTxt, @Nullable Rules known) throws InterruptedException {
    FetchRequest request = FetchRequest.of(robotsTxt, Purpose.ROBOTS);
    return switch (client.get(request, HopRule.NONE, longestWait)) {
      case HttpResult.Answer answer -> parsed(robotsTxt, answer);
      case HttpResult.Failure failure -> unavailable(robotsTxt, failure, known);
    };
  }

  private Rules parsed(URI robotsTxt, HttpResult.Answer answer) {
    // The parser keeps counts of its own between calls, so each text gets a new one.
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    parser.setExactUserAgentMatching(true);
    String type = answer.header("content-type");
    BaseRobotRules rules =
        parser.parseContent(
            robotsTxt.toString(),
            answer.body(),
            type == null ? "text/plain" : type,
            List.of(UserAgent.PRODUCT));
    return new Rules(rules, clock.instant().plus(fresh), null);
  }

  private Rules unavailable(URI robotsTxt, HttpResult.Failure failure, @Nullable Rules known) {
    if (isNone(failure)) {
      BaseRobotRules all = new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
      return new Rules(all, clock.instant().plus(fresh), null);
    }
    Instant until = clock.instant().plus(unreachable);
    if (known != null && known.problem() == null) {
      return new Rules(known.rules(), until, null);
    }
    return new Rules(
        new SimpleRobotRules(RobotRulesMode.ALLOW_NONE),
        until,
        "robots.txt of " + HttpUrl.host(robotsTxt) + " cannot be had: " + failure.message());
  }

  /** 4xx is "no rules" (RFC 9309, 2.3.1.3), a 429 is not; nor is more than five redirects. */
  private static boolean isNone(HttpResult.Failure failure) {
    Integer status = failure.status();
    boolean refused = status != null && status / 100 == 4 && status != 429;
    return refused || failure.failureClass() == FailureClass.REDIRECT;
  }
}
