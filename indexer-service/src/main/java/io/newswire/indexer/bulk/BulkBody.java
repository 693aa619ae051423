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

  /** A 64-bit fingerprint is indexed as so many bands of 8 bits, each a term. */
  static final int BANDS = 8;

  /** Bytes around an item, at most: the action line, names of the added fields, the bands. */
  static final int FRAME = 320;

  private static final byte[] INDEX = ascii("{\"index\":{\"_id\":\"");
  private static final byte[] DELETE = ascii("{\"delete\":{\"_id\":\"");
  private static final byte[] VERSION = ascii("\",\"version\":");
  private static final byte[] EXTERNAL = ascii(",\"version_type\":\"external\"}}\n");
  private static final byte[] EXTERNAL_GTE = ascii(",\"version_type\":\"external_gte\"}}\n");
  private static final ContentType NDJSON = ContentType.create("application/x-ndjson");

  private byte[] bytes;
  private int length;

  public BulkBody(int capacity) {
    bytes = new byte[capacity];
  }

  /** Bytes that an item takes, at most. */
  static long weight(Write item) {
    return item.weight() + (long) FRAME;
  }

  /** Adds an item. */
  public void add(Write item) {
    switch (item) {
      case Revision revision -> addRevision(revision);
      case Erasure erasure ->
          addAction(DELETE, erasure, EXTERNAL_GTE); // An erasure may carry the version it erases.
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

  /** A copy of the bytes so far. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  private void addRevision(Revision revision) {
    addAction(INDEX, revision, EXTERNAL);
    int start = length;
    append(revision.json(), 0, revision.end());
    AnalysedText text = revision.text();
    if (text != null) {
      addText(revision.json(), text);
    }
    addBands(revision.fingerprint());
    append('}');
    joinLines(start);
    append('\n');
  }

  private void addAction(byte[] action, Write item, byte[] versionType) {
    append(action);
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
   * Two fingerprints that differ in d bits have at least 8 - d bands in common, so similar articles
   * are found by their terms. A band's term is its position and its two hex digits.
   */
  private void addBands(@Nullable String fingerprint) {
    if (fingerprint == null) {
      return;
    }
    append(ascii(",\"fingerprintBands\":["));
    for (int band = 0; band < BANDS; band++) {
      append(band == 0 ? '"' : ',');
      if (band > 0) {
        append('"');
      }
      append('0' + band);
      append(fingerprint.charAt(2 * band));
      append(fingerprint.charAt(2 * band + 1));
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
