package io.newswire.fetcher.feed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Documents that are compressed although nobody said so: gzip (RFC 1952) and zlib (RFC 1950). */
final class Compressed {

  /** Bytes that a document may have when it is unpacked. */
  private static final int LARGEST = 32 << 20;

  private Compressed() {}

  /** {@code body}, unpacked if it is compressed, as far as that can be done. */
  static byte[] unpacked(byte[] body, Problems problems) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(0);
    try (InputStream in = opened(body)) {
      if (in == null) {
        return body;
      }
      problems.add("compressed without saying so");
      byte[] chunk = new byte[1 << 14];
      int read = in.read(chunk);
      while (read >= 0 && out.size() < LARGEST) {
        out.write(chunk, 0, Math.min(read, LARGEST - out.size()));
        read = in.read(chunk);
      }
    } catch (IOException e) {
      problems.add("compressed data that ends early or is damaged: " + e.getMessage());
      return out.size() == 0 ? body : out.toByteArray();
    }
    return out.toByteArray();
  }

  private static @Nullable InputStream opened(byte[] body) throws IOException {
    if (body.length < 8) {
      return null;
    }
    int first = body[0] & 0xFF;
    int second = body[1] & 0xFF;
    if (first == 0x1F && second == 0x8B && body[2] == 8 && body.length >= 18) {
      return new GZIPInputStream(new ByteArrayInputStream(body));
    }
    // The header's check bits; no text begins so.
    boolean zlib = first == 0x78 && (second == 0x01 || second == 0x9C || second == 0xDA);
    return zlib ? new InflaterInputStream(new ByteArrayInputStream(body)) : null;
  }
}
