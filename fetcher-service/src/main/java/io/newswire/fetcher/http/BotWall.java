package io.newswire.fetcher.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the pages that bot protection sends instead of a document. Told apart from an ordinary
 * 403 because the remedy is another: the publisher has to let the fetcher in.
 */
final class BotWall {

  /**
   * A text of a challenge page.
   *
   * @param alone whether it proves a challenge even in an answer of status 200; the others occur in
   *     ordinary pages behind the same protection
   */
  private record Marker(String text, String wall, boolean alone) {}

  private static final List<Marker> MARKERS =
      List.of(
          new Marker("cf_chl_opt", "Cloudflare", true),
          new Marker("/cdn-cgi/challenge-platform/", "Cloudflare", false),
          new Marker("<title>attention required! | cloudflare</title>", "Cloudflare", true),
          new Marker("sec-if-cpt-container", "Akamai", true),
          new Marker("errors.edgesuite.net", "Akamai", false),
          new Marker("_incapsula_resource", "Imperva", false),
          new Marker("captcha-delivery.com", "DataDome", false),
          new Marker("px-captcha", "HUMAN", false),
          new Marker("awswafintegration.checkforcerefresh", "AWS WAF", true),
          new Marker("sucuri website firewall - access denied", "Sucuri", true),
          new Marker("/.well-known/ddos-guard/", "DDoS-Guard", false),
          new Marker("/.within.website/x/cmd/anubis/", "Anubis", true));

  private static final int LOOK_AT = 64 * 1024;

  private BotWall() {}

  /** Whose wall an answer is; null when it is none. */
  static @Nullable String of(Reply reply) {
    if ("challenge".equalsIgnoreCase(reply.header("cf-mitigated"))) {
      return "Cloudflare";
    }
    String waf = reply.header("x-amzn-waf-action");
    if (waf != null && reply.status() != 200) {
      return "AWS WAF";
    }
    boolean refused = reply.status() == 403 || reply.status() == 503 || reply.status() == 429;
    if (refused && reply.header("x-datadome") != null) {
      return "DataDome";
    }
    return isHtml(reply) ? marker(reply.body(), refused || reply.status() == 202) : null;
  }

  private static boolean isHtml(Reply reply) {
    String type = reply.header("content-type");
    return type != null && type.toLowerCase(Locale.ROOT).contains("html");
  }

  private static @Nullable String marker(byte[] body, boolean refused) {
    String head =
        new String(body, 0, Math.min(body.length, LOOK_AT), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    for (Marker marker : MARKERS) {
      if ((refused || marker.alone()) && head.contains(marker.text())) {
        return marker.wall();
      }
    }
    return null;
  }
}
