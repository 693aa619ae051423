package io.newswire.fetcher.poll;

import static io.newswire.fetcher.subscription.SubscriptionFixture.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.fetcher.feed.FeedLimits;
import io.newswire.fetcher.feed.FeedParser;
import io.newswire.fetcher.http.FailureClass;
import io.newswire.fetcher.http.HttpResult;
import io.newswire.fetcher.http.Redirect;
import io.newswire.fetcher.schedule.FeedSchedule;
import io.newswire.fetcher.schedule.OutageDetector;
import io.newswire.fetcher.schedule.PermanentRedirects;
import io.newswire.fetcher.schedule.ScheduleProperties;
import io.newswire.fetcher.schedule.Silence;
import io.newswire.fetcher.state.FeedState;
import io.newswire.fetcher.state.FeedStatus;
import io.newswire.fetcher.subscription.Subscription;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PollDecisionTest {

  private static final String URL = "https://quay.example/feed";
  private static final Map<String, String> XML = Map.of("content-type", "application/rss+xml");

  private Instant now = Instant.parse("2026-10-02T10:00:00Z");
  private final OutageDetector outages = new OutageDetector(10);
  private final FeedReading reading = new FeedReading(new FeedParser(FeedLimits.DEFAULT));
  private final PollDecision decision =
      new PollDecision(
          new FeedSchedule(
              new Binder(new MapConfigurationPropertySource(Map.of()))
                  .bindOrCreate("newswire.schedule", ScheduleProperties.class),
              () -> now,
              new Random(5)),
          new PermanentRedirects(Duration.ofHours(48), 3, () -> now),
          new Silence(Duration.ofDays(30), () -> now),
          outages,
          100);
  private Subscription subscription = subscription(URL, now);
  private FeedState state = FeedState.pending(subscription.id(), URL, now);

  /** Polls, keeps what is decided, and returns it. */
  private PollUpdate poll(HttpResult result) {
    PollUpdate update =
        decision.decide(subscription, state, reading.read(result, state), "quay.example");
    state = update.state();
    if (update.subscription() != null) {
      subscription = update.subscription();
    }
    return update;
  }

  private HttpResult.Answer answer(int status, Map<String, String> headers, String body) {
    return answer(status, List.of(), headers, body);
  }

  private HttpResult.Answer answer(
      int status, List<Redirect> redirects, Map<String, String> headers, String body) {
    URI end = redirects.isEmpty() ? URI.create(subscription.url()) : redirects.getLast().to();
    return new HttpResult.Answer(
        status,
        end,
        redirects,
        headers,
        body.getBytes(StandardCharsets.UTF_8),
        now,
        Duration.ofMillis(70));
  }

  private HttpResult.Failure failure(FailureClass kind, @Nullable Integer status, String page) {
    HttpResult.Answer answer =
        status == null ? null : answer(status, Map.of("content-type", "text/html"), page);
    return new HttpResult.Failure(
        kind,
        "it failed",
        status,
        URI.create(URL),
        List.of(),
        null,
        now,
        Duration.ofMillis(70),
        answer);
  }

  private static Map<String, String> with(String... more) {
    return Stream.concat(
            XML.entrySet().stream(),
            Stream.iterate(0, i -> i + 2)
                .limit(more.length / 2)
                .map(i -> Map.entry(more[i], more[i + 1])))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String rss(String channel, String... titles) {
    return "<rss version=\"2.0\"><channel><title>Quay</title>"
        + channel
        + Stream.of(titles)
            .map(title -> "<item><guid>" + title + "</guid><title>" + title + "</title></item>")
            .collect(Collectors.joining("\n"))
        + "</channel></rss>";
  }

  @Test
  void aGoneFeedIsPausedWithTheReasonAndWhereItMayHaveGone() {
    PollUpdate update =
        poll(
            failure(
                FailureClass.CLIENT_ERROR,
                410,
                "<html><link rel=alternate type=application/rss+xml href=/new.xml></html>"));

    assertThat(update.state().status()).isEqualTo(FeedStatus.GONE);
    assertThat(subscription.paused()).isTrue();
    assertThat(subscription.pausedReason()).contains("410");
    assertThat(update.state().suggestions()).containsExactly("https://quay.example/new.xml");
    assertThat(update.matters(FeedState.pending(subscription.id(), URL, now))).isTrue();
  }

  @Test
  void aMissingFeedIsAFailureThatSuggestsWhatThePageLinksTo() {
    poll(answer(200, XML, rss("", "one")));

    PollUpdate update =
        poll(
            failure(
                FailureClass.CLIENT_ERROR,
                404,
                "<html><link rel=alternate type=application/atom+xml href=/atom></html>"));

    assertThat(update.outcome()).isEqualTo("client-error");
    assertThat(update.state().status()).isEqualTo(FeedStatus.FAILING);
    assertThat(update.state().suggestions()).containsExactly("https://quay.example/atom");
    assertThat(subscription.paused()).isFalse();
    assertThat(poll(answer(200, XML, rss("", "one"))).state().suggestions()).isNull();
  }

  @Test
  void aPageInsteadOfTheFeedIsNoFeed() {
    PollUpdate update =
        poll(
            answer(
                200,
                Map.of("content-type", "text/html"),
                "<html><link rel=alternate type=application/rss+xml href=rss></html>"));

    assertThat(update.outcome()).isEqualTo("not-a-feed");
    assertThat(update.state().status()).isEqualTo(FeedStatus.NOT_A_FEED);
    assertThat(update.state().suggestions()).containsExactly("https://quay.example/rss");
    assertThat(update.state().consecutiveFailures()).isEqualTo(1);
  }

  @Test
  void anOutageOfOursLeavesStatusAndFailuresAsTheyWere() {
    poll(answer(200, XML, rss("", "one")));
    for (int i = 0; i < 20; i++) {
      outages.record("site" + i + ".example", FailureClass.DNS, true);
    }

    PollUpdate update = poll(failure(FailureClass.DNS, null, ""));

    assertThat(update.outage()).isTrue();
    assertThat(update.state().status()).isEqualTo(FeedStatus.OK);
    assertThat(update.state().consecutiveFailures()).isZero();
    assertThat(update.state().lastFailure()).isNull();
    assertThat(update.state().outcomes().getFirst().outcome()).isEqualTo("dns");
    assertThat(Duration.between(now, update.state().nextFetchAt())).isLessThan(Duration.ofHours(1));
  }

  @Test
  void aPermanentRedirectIsAdoptedOverDaysAndTakesNoValidatorsAlong() {
    URI target = URI.create("https://new.example/feed");
    List<Redirect> moved = List.of(new Redirect(URI.create(URL), target, 301));
    poll(answer(200, moved, with("etag", "\"1\""), rss("", "one")));
    now = now.plus(Duration.ofHours(30));
    poll(answer(304, moved, Map.of(), ""));
    assertThat(subscription.url()).isEqualTo(URL);
    assertThat(state.etag()).isEqualTo("\"1\"");
    assertThat(state.validatorsUrl()).isEqualTo(target.toString());

    now = now.plus(Duration.ofHours(30));
    PollUpdate third = poll(answer(304, moved, Map.of(), ""));

    assertThat(subscription.url()).isEqualTo(target.toString());
    assertThat(third.state().url()).isEqualTo(target.toString());
    assertThat(third.state().etag()).isNull();
    assertThat(third.state().bodyHash()).isNull();
    assertThat(poll(answer(200, XML, rss("", "one"))).published()).isZero();
  }

  @Test
  void aChangedAddressDropsTheValidators() {
    poll(answer(200, with("etag", "\"1\"", "last-modified", "yesterday"), rss("", "one")));
    subscription = subscription.draft().url("https://quay.example/other").build(now);

    PollUpdate update = poll(failure(FailureClass.TIMEOUT, null, ""));

    assertThat(update.state().url()).isEqualTo("https://quay.example/other");
    assertThat(update.state().etag()).isNull();
    assertThat(update.state().lastModified()).isNull();
    assertThat(update.state().bodyHash()).isNull();
  }

  @Test
  void a304RenewsTheValidatorsItBringsAndKeepsTheOthers() {
    poll(answer(200, with("etag", "\"1\"", "last-modified", "yesterday"), rss("", "one")));

    PollUpdate update = poll(answer(304, Map.of("etag", "W/\"2\""), ""));

    assertThat(update.outcome()).isEqualTo("not-modified");
    assertThat(update.state().etag()).isEqualTo("W/\"2\"");
    assertThat(update.state().lastModified()).isEqualTo("yesterday");
    assertThat(update.published()).isZero();
  }

  @Test
  void a304HasItsOwnHintsAndElseThoseOfTheDocument() {
    poll(answer(200, with("cache-control", "max-age=14400"), rss("<ttl>120</ttl>", "one")));
    assertThat(untilNext()).isBetween(Duration.ofHours(4), Duration.ofMinutes(265));

    poll(answer(304, Map.of(), ""));
    assertThat(untilNext()).isBetween(Duration.ofHours(4), Duration.ofMinutes(265));

    poll(answer(304, Map.of("cache-control", "max-age=60"), ""));
    assertThat(untilNext()).isBetween(Duration.ofHours(2), Duration.ofMinutes(133));

    poll(answer(304, Map.of("retry-after", "36000"), ""));
    assertThat(untilNext()).isBetween(Duration.ofHours(10), Duration.ofMinutes(661));
  }

  private Duration untilNext() {
    // Next polls are planned to the second.
    return Duration.between(now, state.nextFetchAt()).plusSeconds(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<lastBuildDate>Fri, 02 Oct 2026 10:00:01 GMT</lastBuildDate>",
        "\n\n  <generator>press 2</generator>\n",
        "<!-- served by node 7 -->"
      })
  void aDocumentThatDiffersInNothingAReaderSeesPublishesNothing(String noise) {
    assertThat(poll(answer(200, XML, rss("", "one", "two"))).published()).isEqualTo(2);

    PollUpdate update = poll(answer(200, XML, rss(noise, "one", "two")));

    assertThat(update.outcome()).isEqualTo("unchanged");
    assertThat(update.published()).isZero();
  }

  @Test
  void theSameBytesAreNotReadAgain() {
    poll(answer(200, XML, rss("", "one")));

    PollUpdate update = poll(answer(200, with("etag", "\"late\""), rss("", "one")));

    assertThat(update.outcome()).isEqualTo("unchanged");
    assertThat(update.news()).isNull();
    assertThat(update.state().etag()).isEqualTo("\"late\"");
  }

  @Test
  void aFeedThatIsSilentForFarLongerThanItsHabitIsMarkedAndIsNoFailure() {
    String items =
        Stream.iterate(1, i -> i + 1)
            .limit(9)
            .map(
                i ->
                    "<item><guid>%d</guid><pubDate>0%d Jan 2026 10:00 GMT</pubDate></item>"
                        .formatted(i, i))
            .collect(Collectors.joining());

    PollUpdate update = poll(answer(200, XML, rss(items)));

    assertThat(update.state().status()).isEqualTo(FeedStatus.SILENT);
    assertThat(update.state().consecutiveFailures()).isZero();
    assertThat(poll(answer(200, XML, rss(items, "new"))).state().status()).isEqualTo(FeedStatus.OK);
  }

  @Test
  void hubsAndOlderPagesOfAFeedChangeNothing() {
    PollUpdate update =
        poll(
            answer(
                200,
                Map.of(
                    "content-type",
                    "application/atom+xml",
                    "link",
                    "<https://hub.example/>; rel=\"hub\""),
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Quay</title>"
                    + "<link rel=\"hub\" href=\"https://hub.example/\"/>"
                    + "<link rel=\"self\" href=\"https://elsewhere.example/feed\"/>"
                    + "<link rel=\"next-archive\" href=\"https://quay.example/1\"/>"
                    + "<link href=\"https://quay.example/\"/>"
                    + "<entry><id>urn:1</id><title>one</title></entry></feed>"));

    assertThat(update.published()).isEqualTo(1);
    assertThat(update.state().url()).isEqualTo(URL);
    assertThat(update.state().siteUrl()).isEqualTo("https://quay.example/");
    assertThat(update.subscription()).isNull();
  }
}
