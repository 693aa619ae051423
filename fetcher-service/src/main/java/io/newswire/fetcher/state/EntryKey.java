package io.newswire.fetcher.state;

import io.newswire.fetcher.hash.Sha256;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * What an entry is known by: the first 128 bits of the SHA-256 of what identifies it, the part of
 * the entry id after the feed id.
 *
 * @param high the first 64 bits
 * @param low the next 64 bits
 */
public record EntryKey(long high, long low) {

  /** Returns the key of an entry that {@code identity} identifies within its feed. */
  public static EntryKey of(String identity) {
    ByteBuffer bytes = ByteBuffer.wrap(Sha256.of(identity));
    return new EntryKey(bytes.getLong(), bytes.getLong());
  }

  /**
   * Reads 32 hex digits.
   *
   * @throws IllegalArgumentException where it is something else
   */
  public static EntryKey parse(String hex) {
    if (hex.length() != 32) {
      throw new IllegalArgumentException("An entry's id has 32 hex digits: " + hex);
    }
    return new EntryKey(
        HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
  }

  /** Returns 32 hex digits. */
  public String hex() {
    HexFormat format = HexFormat.of();
    return format.toHexDigits(high) + format.toHexDigits(low);
  }
}
