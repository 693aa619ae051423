package io.newswire.fetcher.opml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription list.
 *
 * @param title the title of the list
 * @param feeds the feeds in document order, each address once
 * @param problems what was wrong with the document, for people; empty when well-formed
 */
public record OpmlDocument(@Nullable String title, List<OpmlFeed> feeds, List<String> problems) {}
