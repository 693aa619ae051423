package io.newswire.indexer.bulk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.newswire.indexer.article.AnalysedText;
import io.newswire.indexer.article.AnalysedText.Slice;
import io.newswire.indexer.article.ArticleRecord.Erasure;
import io.newswire.indexer.article.ArticleRecord.Revision;
import io.newswire.indexer.article.ArticleRecord.Write;
import java.util.Arrays;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a bulk request. A revision's bytes go in as they came, followed by the fields that
 * only the index has: its texts under the detected language, and its fingerprint in bands.
 */
public final class BulkBody {

  /** A 64-bit fingerprint is indexed as so many bands of 4 bits, each a term. */
  private static final int BANDS = 16;

  /** Bytes around an item, at most: the action line, names of the added fields, the bands. */
  static final int FRAME = 320;

  private static final byte[] INDEX = ascii("{\"index\":{");
  private static final byte[] DELETE = ascii("{\"delete\":{");
  private static final byte[] INTO = ascii("\"_index\":\"");
  private static final byte[] NEXT = ascii("\",");
  private static final byte[] ID = ascii("\"_id\":\"");
  private static final byte[] VERSION = ascii("\",\"version\":");
  private static final byte[] EXTERNAL = ascii(",\"version_type\":\"external\"}}\n");
  private static final byte[] EXTERNAL_GTE = ascii(",\"version_type\":\"external_gte\"}}\n");
  private static final byte[] BANDS_FIELD = ascii(",\"fingerprintBands\":[");
  private static final byte[] HEX = ascii("0123456789abcdef");
  private static final ContentType NDJSON = ContentType.create("application/x-ndjson");

  private byte[] bytes;
  private int length;

  public BulkBody(int capacity) {
    this(new byte[capacity]);
  }

  /** Writes into the buffer, and into a larger one if it does not suffice. */
  BulkBody(byte[] buffer) {
    bytes = buffer;
  }

  /** Bytes that an item takes, at most. */
  static long weight(BulkItem item) {
    return item.write().weight() + item.alias().length() + (long) FRAME;
  }

  /**
   * Adds an item.
   *
   * @param alias the alias that it is written through; null where the request's path says it
   */
  public void add(Write item, @Nullable String alias) {
    switch (item) {
      case Revision revision -> addRevision(revision, alias);
      case Erasure erasure ->
          // An erasure may carry the version it erases.
          addAction(DELETE, erasure, alias, EXTERNAL_GTE);
    }
  }

  /** Bytes so far. */
  public int length() {
    return length;
  }

  /** The request's entity; the body must not change until it has been sent. */
  HttpEntity entity() {
    return new ByteArrayEntity(bytes, 0, length, NDJSON);
  }

  /** The buffer, once the request is answered and nobody reads it any more. */
  byte[] buffer() {
    return bytes;
  }

  /** A copy of the bytes so far. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  private void addRevision(Revision revision, @Nullable String alias) {
    addAction(INDEX, revision, alias, EXTERNAL);
    int start = length;
    append(revision.json(), 0, revision.end());
    AnalysedText text = revision.text();
    if (text != null) {
      addText(revision.json(), text);
    }
    addBands(revision.fingerprint());
    append('}');
    if (!revision.oneLine()) {
      joinLines(start);
    }
    append('\n');
  }

  private void addAction(byte[] action, Write item, @Nullable String alias, byte[] versionType) {
    append(action);
    if (alias != null) {
      append(INTO);
      append(ascii(alias));
      append(NEXT);
    }
    append(ID);
    append(ascii(item.id()));
    append(VERSION);
    append(ascii(Long.toString(item.version())));
    append(versionType);
  }

  private void addText(byte[] json, AnalysedText text) {
    append(ascii(",\"text\":{\"" + text.language() + "\":{"));
    boolean first = addText(json, "title", text.title(), true);
    first = addText(json, "summary", text.summary(), first);
    addText(json, "body", text.body(), first);
    append('}');
    append('}');
  }

  private boolean addText(byte[] json, String name, @Nullable Slice slice, boolean first) {
    if (slice == null) {
      return first;
    }
    append(ascii((first ? "\"" : ",\"") + name + "\":"));
    append(json, slice.start(), slice.end());
    return false;
  }

  /**
   * Two fingerprints that differ in d bits have at least 16 - d bands in common, so similar
   * articles are found by their terms. A band's term is its position and its digit, both in hex.
   */
  private void addBands(@Nullable String fingerprint) {
    if (fingerprint == null) {
      return;
    }
    append(BANDS_FIELD);
    for (int band = 0; band < BANDS; band++) {
      if (band > 0) {
        append(',');
      }
      append('"');
      append(HEX[band]);
      append(fingerprint.charAt(band));
      append('"');
    }
    append(']');
  }

  /** A bulk item is one line; outside of strings JSON may hold line breaks, within it cannot. */
  private void joinLines(int start) {
    for (int i = start; i < length; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        bytes[i] = ' ';
      }
    }
  }

  private void append(byte[] source) {
    append(source, 0, source.length);
  }

  private void append(byte[] source, int from, int to) {
    reserve(to - from);
    System.arraycopy(source, from, bytes, length, to - from);
    length += to - from;
  }

  private void append(int ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes =
          Arrays.copyOf(
              bytes, Math.max(Math.addExact(length, more), bytes.length + bytes.length / 2));
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
