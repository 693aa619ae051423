package io.newswire.fetcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostGateTest {

  private static final Instant START = Instant.parse("2026-10-02T10:00:00Z");
  private static final URI A = URI.create("http://www.news.org/");

  private Instant now = START;
  private final InstantSource clock = () -> now;
  private final HostGate gate =
      new HostGate(Duration.ofSeconds(1), Map.of("slow.org", Duration.ofSeconds(10)), clock);

  private static Permit granted(Turn turn) {
    assertThat(turn).isInstanceOf(Turn.Granted.class);
    return ((Turn.Granted) turn).permit();
  }

  private static Instant notBefore(Turn turn) {
    assertThat(turn).isInstanceOf(Turn.NotBefore.class);
    return ((Turn.NotBefore) turn).at();
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.bbc.co.uk/a, bbc.co.uk",
    "https://FEEDS.bbc.co.uk:444/b, bbc.co.uk",
    "http://ann.github.io/, ann.github.io",
    "http://github.io/, github.io:80",
    "http://localhost/, localhost:80",
    "https://localhost/, localhost:443",
    "http://127.0.0.1:8090/, 127.0.0.1:8090",
    "http://[2606:4700::1]/, [2606:4700::1]:80",
    "http://intra:81/, intra:81"
  })
  void aSiteIsItsRegistrableDomain(URI url, String key) {
    assertThat(gate.key(url)).isEqualTo(key);
  }

  @Test
  void aSiteIsAskedByOneRequestAtATime() {
    Permit permit = granted(gate.tryAcquire(A));

    assertThat(notBefore(gate.tryAcquire(URI.create("https://feeds.news.org/x")))).isAfter(now);
    granted(gate.tryAcquire(URI.create("http://b.example/"))).close();
    permit.close();
  }

  @Test
  void aSiteIsLeftAloneForItsDelayAfterARequestHasEnded() {
    Permit permit = granted(gate.tryAcquire(A));
    now = now.plusSeconds(20);
    permit.close();

    assertThat(notBefore(gate.tryAcquire(A))).isEqualTo(now.plusSeconds(1));
    now = now.plusMillis(999);
    assertThat(notBefore(gate.tryAcquire(A))).isAfter(now);
    now = now.plusMillis(1);
    granted(gate.tryAcquire(A)).close();
  }

  @Test
  void thoseWhoAreSentAwayComeBackOneAfterTheOther() {
    Permit permit = granted(gate.tryAcquire(A));
    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      times.add(notBefore(gate.tryAcquire(A)));
    }
    permit.close();

    assertThat(times.subList(0, 60)).isSorted().doesNotHaveDuplicates();
    assertThat(times).allSatisfy(at -> assertThat(at).isBefore(now.plusSeconds(62)));
    assertThat(times.stream().filter(at -> at.equals(times.getFirst()))).hasSize(10);
  }

  @Test
  void aSiteMayHaveADelayOfItsOwn() {
    granted(gate.tryAcquire(URI.create("http://www.slow.org/"))).close();

    assertThat(notBefore(gate.tryAcquire(URI.create("http://slow.org/"))))
        .isEqualTo(now.plusSeconds(10));
  }

  @Test
  void aClockThatIsSetBackHoldsNobodyUpForLong() {
    granted(gate.tryAcquire(A)).close();
    now = now.minusSeconds(86_400);

    assertThat(notBefore(gate.tryAcquire(A))).isEqualTo(now.plusSeconds(1));
  }

  @Test
  void aPermitCountsOnceHoweverOftenItIsClosed() {
    Permit first = granted(gate.tryAcquire(A));
    first.close();
    now = now.plusSeconds(1);
    Permit second = granted(gate.tryAcquire(A));
    first.close();

    assertThat(gate.tryAcquire(A)).isInstanceOf(Turn.NotBefore.class);
    second.close();
  }

  @Test
  void sitesAreForgottenAfterTheirDelay() {
    for (int i = 0; i < 5000; i++) {
      granted(gate.tryAcquire(URI.create("http://site" + i + ".example/"))).close();
      now = now.plusMillis(10);
    }

    assertThat(gate.sites()).isLessThan(2000);
    assertThat(gate.waiting()).isZero();
  }

  @Test
  void aTurnThatWillNotComeInTimeIsNotWaitedFor() throws InterruptedException {
    granted(gate.tryAcquire(URI.create("http://slow.org/"))).close();

    assertThat(gate.acquire(URI.create("http://slow.org/"), Duration.ZERO, Duration.ofSeconds(2)))
        .isNull();
    now = now.plusSeconds(10);
    granted(gate.tryAcquire(URI.create("http://slow.org/"))).close();
  }

  @Test
  void thousandsOfThreadsGetTheirTurnsOneByOneAndInOrder() throws Exception {
    HostGate quick = new HostGate(Duration.ZERO, Map.of(), InstantSource.system());
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ConcurrentLinkedQueue<Integer> order = new ConcurrentLinkedQueue<>();
    Permit first = quick.acquire(A);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 3000; i++) {
        int number = i;
        all.add(
            threads.submit(
                () -> {
                  Permit permit = quick.acquire(A);
                  most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                  order.add(number);
                  inside.decrementAndGet();
                  permit.close();
                  return null;
                }));
        if (i < 50) {
          int waiting = i + 1;
          Awaitility.await().until(() -> quick.waiting() == waiting);
        }
      }
      assertThat(quick.tryAcquire(A)).isInstanceOf(Turn.NotBefore.class);
      first.close();
      for (Future<?> one : all) {
        one.get();
      }
    }

    assertThat(most).hasValue(1);
    assertThat(order).hasSize(3000);
    assertThat(order.stream().limit(50)).isSorted();
    assertThat(quick.waiting()).isZero();
  }

  @Test
  void requestsToOneSiteKeepTheirDistance() throws Exception {
    Duration delay = Duration.ofMillis(150);
    HostGate timed = new HostGate(delay, Map.of(), InstantSource.system());
    try (ScriptedServer server = ScriptedServer.start();
        FeedHttpClient client =
            TestClients.client(
                TestClients.properties(Map.of("newswire.http.allowed-private-hosts", "127.0.0.1")),
                timed,
                new SimpleMeterRegistry());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      server.on("/a", ScriptedServer.redirect(301, "/b")).on("/b", 200, Map.of(), "<rss/>");
      List<Future<HttpResult>> all = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        all.add(threads.submit(() -> client.get(FetchRequest.of(server.url("/a"), Purpose.FEED))));
      }
      for (Future<HttpResult> one : all) {
        assertThat(one.get()).isInstanceOf(HttpResult.Answer.class);
      }

      List<ScriptedServer.Request> requests = server.requests();
      assertThat(requests).hasSize(6);
      for (int i = 1; i < requests.size(); i++) {
        assertThat(Duration.between(requests.get(i - 1).at(), requests.get(i).at()))
            .isGreaterThanOrEqualTo(delay.minusMillis(5));
      }
    }
  }
}
