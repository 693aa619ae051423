package io.newswire.fetcher.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bytes of an answer and undoes its content codings (RFC 9110, 8.4) as they stream, so
 * that a bomb costs no more than the limit: neither the bytes received nor the bytes they become
 * may exceed it.
 *
 * @param limit most bytes
 * @param truncate whether what is over the limit is left out; else it is an error
 */
record Body(int limit, boolean truncate) {

  private static final int MOST_CODINGS = 3;

  /**
   * A body.
   *
   * @param bytes decoded
   * @param atEnd whether the wire has been read to its end, so that the connection may be kept
   */
  record Read(byte[] bytes, boolean atEnd) {}

  Read read(InputStream wire, @Nullable String contentEncoding) throws IOException {
    List<String> codings = codings(contentEncoding);
    try (Decoders in = new Decoders(new Limited(wire, limit, truncate))) {
      for (String coding : codings.reversed()) {
        in.add(coding);
      }
      if (codings.isEmpty() && startsAsGzip(in.last)) {
        in.add("gzip");
      }
      byte[] bytes = in.last.readNBytes(limit + 1);
      if (bytes.length <= limit) {
        return new Read(bytes, wire.read() < 0);
      }
      if (truncate) {
        return new Read(Arrays.copyOf(bytes, limit), false);
      }
      throw tooLarge(limit);
    } catch (ZipException | EOFException e) {
      throw new ContentCodingException(
          "the body is no valid " + codings + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw isBrotli(e) ? brotli(e) : e;
    }
  }

  private static boolean isBrotli(IOException e) {
    return e.getMessage() != null && e.getMessage().startsWith("Brotli");
  }

  /** The decoder wraps the network's errors in its own: those are told apart by their cause. */
  private static IOException brotli(IOException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException network && !isBrotli(network)) {
        return network;
      }
    }
    return new ContentCodingException("the body is no valid brotli stream", e);
  }

  private static List<String> codings(@Nullable String header) throws IOException {
    List<String> codings = new ArrayList<>();
    for (String part : (header == null ? "" : header).split(",")) {
      String coding = part.strip().toLowerCase(Locale.ROOT);
      if (!coding.isEmpty() && !coding.equals("identity") && !coding.equals("none")) {
        codings.add(coding);
      }
    }
    if (codings.size() > MOST_CODINGS) {
      throw new ContentCodingException("the body is encoded " + codings.size() + " times", null);
    }
    return codings;
  }

  /** The decoders between the wire and the document; closing frees them and leaves the wire. */
  private static final class Decoders implements AutoCloseable {

    private InputStream last;

    Decoders(InputStream wire) {
      last = new BufferedInputStream(wire, 8192);
    }

    void add(String coding) throws IOException {
      InputStream decoder = decoder(last, coding);
      if (decoder != last) {
        last = new BufferedInputStream(decoder, 8192);
      }
    }

    private static InputStream decoder(InputStream in, String coding) throws IOException {
      if (peek(in).length == 0) {
        return in;
      }
      return switch (coding) {
        // Some servers say gzip of what they have not compressed.
        case "gzip", "x-gzip" -> startsAsGzip(in) ? new GZIPInputStream(in, 8192) : in;
        case "deflate" -> inflated(in);
        case "br" -> new BrotliInputStream(in);
        default ->
            throw new ContentCodingException(
                "the body is encoded as '" + coding + "', which was not asked for", null);
      };
    }

    @Override
    public void close() throws IOException {
      last.close();
    }
  }

  /** "deflate" is the zlib format; many servers send the bare stream (RFC 9110, 8.4.1.2). */
  private static InputStream inflated(InputStream in) throws IOException {
    byte[] head = peek(in);
    boolean zlib =
        head.length == 2
            && (head[0] & 0x0F) == 8
            && ((head[0] & 0xFF) << 8 | (head[1] & 0xFF)) % 31 == 0;
    Inflater inflater = new Inflater(!zlib);
    return new InflaterInputStream(in, inflater, 8192) {
      @Override
      public void close() throws IOException {
        try {
          super.close();
        } finally {
          inflater.end();
        }
      }
    };
  }

  private static boolean startsAsGzip(InputStream in) throws IOException {
    byte[] head = peek(in);
    return head.length == 2 && head[0] == 0x1F && head[1] == (byte) 0x8B;
  }

  private static byte[] peek(InputStream in) throws IOException {
    in.mark(2);
    byte[] head = in.readNBytes(2);
    in.reset();
    return head;
  }

  private static ResponseTooLargeException tooLarge(int limit) {
    return new ResponseTooLargeException("the document has more than " + limit + " bytes");
  }

  /** Ends, or fails, after as many bytes of the wire as the document may have. */
  private static final class Limited extends FilterInputStream {

    private final int limit;
    private final boolean truncate;
    private long count;

    Limited(InputStream in, int limit, boolean truncate) {
      super(in);
      this.limit = limit;
      this.truncate = truncate;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (count > limit) {
        if (truncate) {
          return -1;
        }
        throw tooLarge(limit);
      }
      int read = in.read(buffer, offset, (int) Math.min(length, limit - count + 1));
      count += Math.max(read, 0);
      return read;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    /** The connection's owner decides whether the rest is read or dropped. */
    @Override
    public void close() {}
  }
}
