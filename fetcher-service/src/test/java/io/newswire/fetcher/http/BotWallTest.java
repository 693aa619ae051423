package io.newswire.fetcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BotWallTest {

  private static String wall(int status, Map<String, String> headers, String body) {
    String wall = BotWall.of(new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8)));
    return wall == null ? "none" : wall;
  }

  private static Map<String, String> html() {
    return Map.of("content-type", "text/html; charset=UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "403, <script src=/cdn-cgi/challenge-platform/x.js>, Cloudflare",
    "503, <script>window._cf_chl_opt={}</script>, Cloudflare",
    "200, <script>window._cf_chl_opt={}</script>, Cloudflare",
    "403, <a href=https://errors.edgesuite.net/18.x>, Akamai",
    "403, <iframe src=/_Incapsula_Resource?x>, Imperva",
    "403, <script src=https://geo.captcha-delivery.com/c.js>, DataDome",
    "200, <script src=/.within.website/x/cmd/anubis/main.mjs>, Anubis",
    "202, <script>AwsWafIntegration.checkForceRefresh()</script>, AWS WAF",
    "403, <h1>Forbidden</h1>, none",
    "200, <script src=/cdn-cgi/challenge-platform/scripts/jsd/main.js>, none",
    "200, <script src=/_Incapsula_Resource?x>, none"
  })
  void aChallengeIsKnownByItsMarks(int status, String body, String wall) {
    assertThat(wall(status, html(), body)).isEqualTo(wall);
  }

  @Test
  void aChallengeMayBeKnownByAHeader() {
    assertThat(wall(403, Map.of("cf-mitigated", "challenge"), "")).isEqualTo("Cloudflare");
    assertThat(wall(202, Map.of("x-amzn-waf-action", "challenge"), "")).isEqualTo("AWS WAF");
  }

  @Test
  void aFeedThatWritesAboutWallsIsNone() {
    assertThat(wall(200, Map.of("content-type", "application/rss+xml"), "<rss>_cf_chl_opt</rss>"))
        .isEqualTo("none");
  }
}
