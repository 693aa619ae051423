package io.newswire.indexer.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Version of an Elasticsearch cluster.
 *
 * @param major major version
 * @param minor minor version
 */
public record ClusterVersion(int major, int minor) {

  private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\..*");

  /**
   * Reads the version that the cluster tells.
   *
   * @param number such as {@code 9.5.3}
   * @param distribution {@code elasticsearch}, or the name of something made from it
   * @throws ElasticsearchException if this indexer does not support it
   */
  static ClusterVersion supported(String number, String distribution) {
    Matcher matcher = NUMBER.matcher(number);
    if (!distribution.equals("elasticsearch") || !matcher.matches()) {
      throw new ElasticsearchException(
          "The server calls itself %s %s; needed is Elasticsearch 9, or 8 from 8.19 on."
              .formatted(distribution, number));
    }
    ClusterVersion version =
        new ClusterVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    if (version.major == 9 || version.major == 8 && version.minor >= 19) {
      return version;
    }
    throw new ElasticsearchException(
        "Elasticsearch %s is not supported; needed is 9, or 8 from 8.19 on.".formatted(number));
  }
}
