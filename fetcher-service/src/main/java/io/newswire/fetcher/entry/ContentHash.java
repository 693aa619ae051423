package io.newswire.fetcher.entry;

import io.newswire.fetcher.feed.Author;
import io.newswire.fetcher.feed.Enclosure;
import io.newswire.fetcher.feed.Entry;
import io.newswire.fetcher.feed.Text;
import io.newswire.fetcher.feed.TextType;
import io.newswire.fetcher.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A hash of what an entry says. It is equal for two readings of an entry that a reader would not
 * tell apart: dates (many sites stamp every entry with the time of the request), comment counts,
 * images beside the text, query strings of enclosures (they are signed anew each time) and the
 * attributes of markup do not count.
 */
final class ContentHash {

  private final MessageDigest digest = Sha256.digest();

  private ContentHash() {}

  static long of(Entry entry) {
    ContentHash hash = new ContentHash();
    hash.add(text(entry.title()));
    hash.add(text(entry.summary()));
    hash.add(text(entry.content()));
    hash.add(entry.link() == null ? null : Links.withoutCampaign(entry.link()));
    for (Author author : entry.authors()) {
      hash.add(author.name() == null ? author.email() : author.name());
    }
    entry.categories().stream().sorted().forEach(hash::add);
    for (Enclosure enclosure : entry.enclosures()) {
      hash.add(Links.withoutQuery(enclosure.url()));
    }
    return ByteBuffer.wrap(hash.digest.digest()).getLong();
  }

  private void add(@Nullable String part) {
    if (part != null) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
    }
    digest.update((byte) 0);
  }

  private static @Nullable String text(@Nullable Text text) {
    if (text == null) {
      return null;
    }
    return text.type() == TextType.HTML ? VisibleText.of(text.value()) : text.value().strip();
  }
}
