package io.newswire.fetcher.subscription;

import io.newswire.fetcher.http.SiteKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition a feed is in: all feeds of a registrable domain (the public suffix and one label)
 * share one, so that one instance alone talks to a site and politeness needs no coordination.
 *
 * @param count the number of partitions
 */
public record FeedPartitions(int count) {

  /** Returns the partition of a feed's address. */
  public int of(String url) {
    byte[] domain = domain(url).getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(domain)) % count;
  }

  /** Returns the registrable domain, or the host where there is none (an IP address, localhost). */
  public static String domain(String url) {
    return SiteKey.ofAllPorts(URI.create(url));
  }
}
