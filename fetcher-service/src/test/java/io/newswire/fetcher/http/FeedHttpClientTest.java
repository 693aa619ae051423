package io.newswire.fetcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.fetcher.http.HttpResult.Answer;
import io.newswire.fetcher.http.HttpResult.Failure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedHttpClientTest {

  private final ScriptedServer server = ScriptedServer.start();
  private final FeedHttpClient client = TestClients.client();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private Answer answer(FetchRequest request) throws InterruptedException {
    HttpResult result = client.get(request);
    assertThat(result).isInstanceOf(Answer.class);
    return (Answer) result;
  }

  private static byte[] body(@Nullable Answer answer) {
    assertThat(answer).isNotNull();
    return answer == null ? new byte[0] : answer.body();
  }

  private Failure failure(FetchRequest request) throws InterruptedException {
    HttpResult result = client.get(request);
    assertThat(result).isInstanceOf(Failure.class);
    return (Failure) result;
  }

  private FetchRequest feed(String target) {
    return FetchRequest.of(server.url(target), Purpose.FEED);
  }

  @Test
  void aDocumentComesWithItsHeadersAndBytes() throws Exception {
    server.on("/feed", 200, Map.of("Content-Type", "text/xml", "ETag", "\"1\""), "<rss/>");

    Answer answer = answer(feed("/feed"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("text/xml");
    assertThat(answer.header("etag")).isEqualTo("\"1\"");
    assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("<rss/>");
    assertThat(answer.finalUrl()).isEqualTo(server.url("/feed"));
  }

  @Test
  void aRequestNamesTheProjectAndCarriesNothingElse() throws Exception {
    server.on("/feed", 200, Map.of("Set-Cookie", "a=b"), "<rss/>");
    try (FeedHttpClient named =
        TestClients.client(
            TestClients.properties(
                Map.of(
                    "newswire.http.allowed-private-hosts", "127.0.0.1",
                    "newswire.http.contact-url", "https://news.example/about")))) {
      named.get(feed("/feed"));
      named.get(feed("/feed"));
    }

    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().getLast().headers())
        .containsOnlyKeys("accept", "accept-encoding", "host", "connection", "user-agent")
        .containsEntry("user-agent", "Newswire/1.2.3 (+https://news.example/about)")
        .containsEntry("accept-encoding", "gzip, deflate, br");
    assertThat(server.requests().getLast().header("accept"))
        .contains("application/atom+xml", "application/rss+xml", "application/feed+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"plain\"", "W/\"weak\"", "no quotes", "\"\u00fc\u00e9\"", "W/\"a,b\""})
  void validatorsGoBackByteForByte(String etag) throws Exception {
    String modified = "Sat, 1 Jan 2022 0:0:0 +0100";
    server.on("/feed", 200, Map.of("ETag", etag, "Last-Modified", modified), "<rss/>");
    Answer first = answer(feed("/feed"));
    server.on("/feed", 304, Map.of("ETag", "\"next\""), "");

    Answer second =
        answer(
            feed("/feed")
                .ifChanged(first.header("etag"), first.header("last-modified"), first.finalUrl()));

    assertThat(server.requests().getLast().header("if-none-match")).isEqualTo(etag);
    assertThat(server.requests().getLast().header("if-modified-since")).isEqualTo(modified);
    assertThat(second.isNotModified()).isTrue();
    assertThat(second.header("etag")).isEqualTo("\"next\"");
    assertThat(second.body()).isEmpty();
  }

  @Test
  void a304ThatNobodyAskedForIsAFailure() throws Exception {
    server.on("/feed", 304, Map.of(), "");

    assertThat(failure(feed("/feed")).failureClass()).isEqualTo(FailureClass.PROTOCOL);
  }

  @ParameterizedTest
  @CsvSource({
    "400,client-error",
    "401,client-error",
    "404,client-error",
    "410,client-error",
    "429,rate-limited",
    "500,server-error",
    "503,server-error",
    "300,redirect",
    "999,protocol"
  })
  void everyStatusHasItsClass(int status, String wireName) throws Exception {
    server.on("/feed", status, Map.of("Content-Type", "text/html"), "<p>sorry</p>");

    Failure failure = failure(feed("/feed"));

    assertThat(failure.failureClass().wireName()).isEqualTo(wireName);
    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure.message()).contains(Integer.toString(status));
    assertThat(failure.isGone()).isEqualTo(status == 410);
    assertThat(body(failure.answer())).asString(StandardCharsets.UTF_8).contains("sorry");
  }

  @Test
  void retryAfterOfARedirectCountsWhereTheAnswerHasNone() throws Exception {
    server
        .on("/old", 302, Map.of("Location", "/feed", "Retry-After", "3600"), "")
        .on("/feed", 200, Map.of(), "<rss/>")
        .on("/older", 301, Map.of("Location", "/own", "Retry-After", "3600"), "")
        .on("/own", 200, Map.of("Retry-After", "60"), "<rss/>")
        .on("/lost", 301, Map.of("Location", "/missing", "Retry-After", "3600"), "");

    assertThat(answer(feed("/old")).retryAfter()).isEqualTo(Duration.ofHours(1));
    assertThat(answer(feed("/older")).retryAfter()).isEqualTo(Duration.ofMinutes(1));
    assertThat(failure(feed("/lost")).retryAfter()).isEqualTo(Duration.ofHours(1));
    assertThat(answer(feed("/feed")).retryAfter()).isNull();
  }

  @Test
  void aHostNameWithAnUnderscoreIsAsked() throws Exception {
    server.on("/feed", 200, Map.of(), "<rss/>");

    Answer answer = answer(FetchRequest.of(server.url("my_site.example", "/feed"), Purpose.FEED));

    assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("<rss/>");
    assertThat(server.requests("/feed").getFirst().header("host"))
        .isEqualTo("my_site.example:" + server.port());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 304, 404, 429, 503})
  void retryAfterCountsWhateverTheStatus(int status) throws Exception {
    server.on("/feed", status, Map.of("Retry-After", "120"), "x");

    HttpResult result = client.get(feed("/feed").ifChanged("\"1\"", null, server.url("/feed")));

    assertThat(result.retryAfter()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void a503WithRetryAfterIsALimitNotAnError() throws Exception {
    server.on("/feed", 503, Map.of("Retry-After", "60"), "");

    assertThat(failure(feed("/feed")).failureClass()).isEqualTo(FailureClass.RATE_LIMITED);
  }

  @Test
  void credentialsAreSentAtOnceAndAppearNowhere() throws Exception {
    server.on("/feed", 200, Map.of(), "<rss/>");
    FetchRequest request =
        new FetchRequest(
            server.url("/feed"),
            null,
            null,
            null,
            Map.of("X-Key", "sesame"),
            new BasicCredentials("ann", "pa:ss"),
            Purpose.FEED);

    HttpResult result = client.get(request);

    assertThat(server.requests()).hasSize(1);
    assertThat(server.requests().getFirst().headers())
        .containsEntry("authorization", "Basic YW5uOnBhOnNz")
        .containsEntry("x-key", "sesame");
    assertThat(request.toString() + result).doesNotContain("pa:ss", "sesame", "ann");
  }

  @Test
  void anAddressWithAPasswordInItIsRefused() throws Exception {
    URI url = URI.create("http://ann:secret@127.0.0.1:" + server.port() + "/feed");

    Failure failure = failure(FetchRequest.of(url, Purpose.FEED));

    assertThat(failure.failureClass()).isEqualTo(FailureClass.REFUSED_ADDRESS);
    assertThat(failure.message()).doesNotContain("secret");
    assertThat(server.connections()).isZero();
  }

  @Test
  void pathsGoOutAsTheyAre() throws Exception {
    for (String target : new String[] {"//a", "/a//b/../c", "/%2e%2E/x?y=%20&z=a", "/?a"}) {
      server.on(target, 200, Map.of(), "<rss/>");

      assertThat(client.get(feed(target))).as(target).isInstanceOf(Answer.class);
      assertThat(server.requests().getLast().target()).isEqualTo(target);
    }
  }

  @Test
  void aHostWithoutAddressIsADnsFailure() throws Exception {
    Failure failure = failure(FetchRequest.of(URI.create("http://nowhere.invalid/"), Purpose.FEED));

    assertThat(failure.failureClass()).isEqualTo(FailureClass.DNS);
    assertThat(failure.message()).contains("nowhere.invalid");
  }

  @Test
  void aClosedPortIsAConnectFailure() throws Exception {
    URI nobody = URI.create("http://127.0.0.1:1/feed");

    assertThat(failure(FetchRequest.of(nobody, Purpose.FEED)).failureClass())
        .isEqualTo(FailureClass.CONNECT);
  }

  @Test
  void aConnectionIsUsedAgain() throws Exception {
    server.on("/feed", 200, Map.of(), "<rss/>");

    client.get(feed("/feed"));
    client.get(feed("/feed"));

    assertThat(server.connections()).isEqualTo(1);
  }
}
