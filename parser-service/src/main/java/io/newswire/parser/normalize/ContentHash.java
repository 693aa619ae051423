package io.newswire.parser.normalize;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over what an article says: title, summary, body, authors and agencies in any order, and
 * the publication date where the publisher states one. Left out is what changes without the article
 * changing: addresses, images, topics, counters, times of fetch and of the last change. White space
 * and Unicode form make no difference.
 */
final class ContentHash {

  /** The hash of an article that has no content any more. */
  static final String NOTHING = new ContentHash().hex();

  private final MessageDigest digest;

  private ContentHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String of(
      String title, @Nullable String summary, @Nullable String body, Bylines bylines, Dates dates) {
    ContentHash hash = new ContentHash();
    hash.add(title);
    hash.add(summary);
    hash.add(body);
    hash.addAll(bylines.authors());
    hash.addAll(bylines.agencies());
    hash.add(dates.stated() == null ? null : dates.stated().toString());
    return hash.hex();
  }

  /** Each text with its length before it, so that no two lists of texts are the same bytes. */
  private void add(@Nullable String text) {
    byte[] bytes = text == null ? new byte[0] : folded(text).getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private void addAll(List<String> texts) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(texts.size()).flip());
    texts.stream().sorted().forEach(this::add);
  }

  private static String folded(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder folded = new StringBuilder(composed.length());
    boolean space = false;
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      boolean blank = isBlank(c);
      if (!blank || !space) {
        folded.append(blank ? ' ' : c);
      }
      space = blank;
    }
    return folded.toString().strip();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c >= '\t' && c <= '\r' || c == '\u00A0' || c == '\u200B';
  }

  private String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
