package io.newswire.fetcher.poll;

import io.newswire.fetcher.feed.FeedParser;
import io.newswire.fetcher.http.FeedHttpClient;
import io.newswire.fetcher.http.HostGate;
import io.newswire.fetcher.http.page.PageFetcher;
import io.newswire.fetcher.schedule.FeedSchedule;
import io.newswire.fetcher.schedule.OutageDetector;
import io.newswire.fetcher.schedule.PermanentRedirects;
import io.newswire.fetcher.schedule.Silence;
import io.newswire.fetcher.subscription.AccessSeal;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a poll is made with.
 *
 * @param http asks sites
 * @param gate says when a site may be asked
 * @param pages fetches the pages of entries
 * @param parser reads documents
 * @param seal opens credentials
 * @param schedule decides when a feed is polled next
 * @param redirects decides when a new address is adopted
 * @param silence says when a feed is silent
 * @param outages tells our own outage from a feed's
 * @param clock the time
 * @param random makes trace ids
 */
public record PollParts(
    FeedHttpClient http,
    HostGate gate,
    PageFetcher pages,
    FeedParser parser,
    AccessSeal seal,
    FeedSchedule schedule,
    PermanentRedirects redirects,
    Silence silence,
    OutageDetector outages,
    InstantSource clock,
    RandomGenerator random) {}
