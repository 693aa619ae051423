package io.newswire.parser.fingerprint;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A near-duplicate fingerprint of 64 bits: SimHash (Charikar, "Similarity estimation techniques
 * from rounding algorithms", STOC 2002; for web pages Manku et al., "Detecting near-duplicates for
 * web crawling", WWW 2007) over the set of three-word shingles.
 *
 * <p>The scheme is part of the contract and stays the same within v1: the text is NFKC-normalised
 * and lower-cased (root locale); a token is a run of letters, digits and combining marks, and a
 * token of its own is each character of Han, Hiragana, Katakana, Thai, Lao, Khmer and Myanmar,
 * which are written without spaces; a shingle is three tokens joined by a space (all tokens, where
 * there are fewer); each distinct shingle votes with the bits of its 64-bit hash (the first half of
 * MurmurHash3 x64 128, seed 0, of its UTF-8 bytes); a bit of the fingerprint is set where the votes
 * for one prevail.
 *
 * <p>Texts whose fingerprints differ in at most {@value #NEAR_DUPLICATE_BITS} bits are
 * near-duplicates. Below some fifty words the fingerprint says little.
 */
public final class SimHash {

  /** The greatest Hamming distance of near-duplicates. */
  public static final int NEAR_DUPLICATE_BITS = 8;

  private static final int SHINGLE = 3;
  private static final HashFunction HASH = Hashing.murmur3_128();

  private SimHash() {}

  /** The fingerprint as 16 hex digits; nothing where the text has no word. */
  public static Optional<String> hex(String text) {
    List<String> tokens = tokens(text);
    return tokens.isEmpty()
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, "%016x", of(tokens)));
  }

  /** The number of bits in which two fingerprints of 16 hex digits differ. */
  public static int distance(String one, String other) {
    return Long.bitCount(Long.parseUnsignedLong(one, 16) ^ Long.parseUnsignedLong(other, 16));
  }

  private static long of(List<String> tokens) {
    Set<String> shingles = new HashSet<>();
    int size = Math.min(SHINGLE, tokens.size());
    StringBuilder shingle = new StringBuilder();
    for (int i = 0; i + size <= tokens.size(); i++) {
      shingle.setLength(0);
      shingle.append(tokens.get(i));
      for (int next = i + 1; next < i + size; next++) {
        shingle.append(' ').append(tokens.get(next));
      }
      shingles.add(shingle.toString());
    }
    return prevailing(shingles);
  }

  /** The bits that most shingles have. */
  private static long prevailing(Set<String> shingles) {
    int[] votes = new int[Long.SIZE];
    for (String shingle : shingles) {
      long hash = HASH.hashString(shingle, StandardCharsets.UTF_8).asLong();
      for (int bit = 0; bit < Long.SIZE; bit++) {
        votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
      }
    }
    long fingerprint = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      if (votes[bit] > 0) {
        fingerprint |= 1L << bit;
      }
    }
    return fingerprint;
  }

  private static List<String> tokens(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    List<String> tokens = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    folded
        .codePoints()
        .forEach(
            c -> {
              boolean alone = isWrittenWithoutSpaces(c);
              if (!alone && isPartOfWord(c)) {
                word.appendCodePoint(c);
                return;
              }
              endWord(word, tokens);
              if (alone) {
                tokens.add(Character.toString(c));
              }
            });
    endWord(word, tokens);
    return tokens;
  }

  private static void endWord(StringBuilder word, List<String> tokens) {
    if (!word.isEmpty()) {
      tokens.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isPartOfWord(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isWrittenWithoutSpaces(int c) {
    if (c < 0x0E00 || !Character.isLetter(c)) {
      return false;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
