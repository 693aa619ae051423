package io.newswire.parser.url;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an article: a pure function of its link, so that the same article in two feeds is
 * one article.
 */
public final class ArticleId {

  private ArticleId() {}

  /**
   * @param urlWithoutTracking the entry's link as {@link ArticleUrl#withoutTracking} gives it; null
   *     where the entry has no link or shares it with other entries of its feed
   * @return the first 32 hex digits of the SHA-256 of the URL, else of the entry id
   */
  public static String of(@Nullable String urlWithoutTracking, String entryId) {
    String identity = urlWithoutTracking == null ? entryId : urlWithoutTracking;
    return sha256(identity).substring(0, 32);
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
