package io.newswire.fetcher.entry;

import io.newswire.fetcher.feed.Entry;
import io.newswire.fetcher.feed.Feed;
import io.newswire.fetcher.feed.Text;
import io.newswire.fetcher.state.EntryKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what identifies each entry of a document: its own id, else its link, else a hash of title,
 * date and content.
 *
 * <p>An id or a link that several different entries of one document share identifies none of them
 * (feeds exist that give every entry the id "1", or link them all to the front page), and the next
 * in that order is taken. Several entries with the same id <em>and</em> the same link are one entry
 * in several versions (RFC 4287, 4.1.1): the one that changed last counts, the first in the
 * document where they do not say.
 */
public final class EntryIdentity {

  private EntryIdentity() {}

  /** Returns the entries of a document, each once, in document order. */
  public static List<IdentifiedEntry> identify(Feed feed) {
    boolean idsAreKept = feed.format().startsWith("atom");
    Set<String> ambiguousIds = idsAreKept ? Set.of() : ambiguousIds(feed.entries());
    Set<String> ambiguousLinks = ambiguousLinks(feed.entries(), ambiguousIds);
    Map<String, Entry> chosen = new LinkedHashMap<>();
    for (Entry entry : feed.entries()) {
      chosen.merge(identity(entry, ambiguousIds, ambiguousLinks), entry, EntryIdentity::newest);
    }
    Map<String, Integer> linkUses = new HashMap<>();
    chosen.values().stream()
        .map(Entry::link)
        .filter(Objects::nonNull)
        .forEach(link -> linkUses.merge(link, 1, Integer::sum));
    List<IdentifiedEntry> entries = new ArrayList<>(chosen.size());
    chosen.forEach(
        (identity, entry) ->
            entries.add(
                new IdentifiedEntry(
                    entry,
                    identity,
                    EntryKey.of(identity),
                    ContentHash.of(entry),
                    isShared(entry, feed, linkUses))));
    return entries;
  }

  private static boolean isShared(Entry entry, Feed feed, Map<String, Integer> linkUses) {
    String link = entry.link();
    if (link == null) {
      return false;
    }
    // A link to the site's front page identifies no article even where only one entry has it.
    return linkUses.getOrDefault(link, 0) > 1 || Links.same(link, feed.link());
  }

  private static String identity(Entry entry, Set<String> noIds, Set<String> noLinks) {
    if (entry.id() != null && !entry.id().isBlank() && !noIds.contains(entry.id())) {
      return entry.id();
    }
    if (entry.link() != null && !noLinks.contains(entry.link())) {
      return entry.link();
    }
    return String.join(
        "\u0000",
        value(entry.title()),
        String.valueOf(entry.published()),
        entry.content() == null ? value(entry.summary()) : value(entry.content()));
  }

  private static Set<String> ambiguousIds(List<Entry> entries) {
    Map<String, String> linkOfId = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (Entry entry : entries) {
      String id = entry.id();
      if (id == null) {
        continue;
      }
      String what = what(entry);
      String before = linkOfId.putIfAbsent(id, what);
      if (before != null && !before.equals(what)) {
        ambiguous.add(id);
      }
    }
    return ambiguous;
  }

  /** What an id is expected to stand for: the link, or without one the title. */
  private static String what(Entry entry) {
    return entry.link() != null ? Links.withoutCampaign(entry.link()) : value(entry.title());
  }

  private static Set<String> ambiguousLinks(List<Entry> entries, Set<String> ambiguousIds) {
    Map<String, String> titleOfLink = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (Entry entry : entries) {
      boolean byLink = entry.id() == null || ambiguousIds.contains(entry.id());
      String link = entry.link();
      if (!byLink || link == null) {
        continue;
      }
      String title = value(entry.title());
      String before = titleOfLink.putIfAbsent(link, title);
      if (before != null && !before.equals(title)) {
        ambiguous.add(link);
      }
    }
    return ambiguous;
  }

  private static Entry newest(Entry first, Entry second) {
    Instant one = changed(first);
    Instant other = changed(second);
    return one != null && other != null && other.isAfter(one) ? second : first;
  }

  private static @Nullable Instant changed(Entry entry) {
    return entry.updated() != null ? entry.updated() : entry.published();
  }

  private static String value(@Nullable Text text) {
    return text == null ? "" : text.value();
  }
}
