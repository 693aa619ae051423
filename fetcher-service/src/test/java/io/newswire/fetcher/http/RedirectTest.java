package io.newswire.fetcher.http;

import static io.newswire.fetcher.http.ScriptedServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.fetcher.http.HttpResult.Answer;
import io.newswire.fetcher.http.HttpResult.Failure;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {

  private final ScriptedServer server = ScriptedServer.start();
  private final ScriptedServer other = ScriptedServer.start();
  private final FeedHttpClient client = TestClients.client();

  @AfterEach
  void close() {
    client.close();
    server.close();
    other.close();
  }

  private HttpResult get(String target) throws InterruptedException {
    return client.get(FetchRequest.of(server.url(target), Purpose.FEED));
  }

  private FailureClass failureClass(String target) throws InterruptedException {
    return get(target) instanceof Failure failure ? failure.failureClass() : FailureClass.DNS;
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void everyRedirectIsFollowedAndRemembered(int status) throws Exception {
    server.on("/feed", redirect(status, "/new")).on("/new", 200, Map.of(), "<rss/>");

    HttpResult result = get("/feed");

    assertThat(result).isInstanceOf(Answer.class);
    assertThat(((Answer) result).finalUrl()).isEqualTo(server.url("/new"));
    assertThat(result.redirects())
        .containsExactly(new Redirect(server.url("/feed"), server.url("/new"), status));
    assertThat(result.redirects().getFirst().isPermanent())
        .isEqualTo(status == 301 || status == 308);
  }

  @Test
  void fiveRedirectsAreFollowedAndNotSix() throws Exception {
    for (int i = 0; i < 6; i++) {
      server.on("/" + i, redirect(302, "/" + (i + 1)));
    }
    server.on("/6", 200, Map.of(), "<rss/>");

    assertThat(get("/1")).isInstanceOf(Answer.class);
    assertThat(failureClass("/0")).isEqualTo(FailureClass.REDIRECT);
    assertThat(server.requests("/6")).hasSize(1);
  }

  @Test
  void aCircleIsLeftAtOnce() throws Exception {
    server.on("/a", redirect(302, "/b")).on("/b", redirect(302, "/a#x"));

    assertThat(failureClass("/a")).isEqualTo(FailureClass.REDIRECT);
    assertThat(server.requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "file:///etc/hosts",
        "ftp://x.example/",
        "http://10.1/",
        "http://a\\b/",
        "javascript:1"
      })
  void aRedirectToNowhereIsAFailure(String location) throws Exception {
    server.on("/feed", redirect(302, location));

    assertThat(failureClass("/feed")).isEqualTo(FailureClass.REDIRECT);
  }

  @Test
  void anotherOriginGetsNeitherCredentialsNorHeaders() throws Exception {
    URI target = other.url("/new");
    server
        .on("/feed", redirect(301, "/same"))
        .on("/same", redirect(301, target.toString().replace("http://", "http://eve:x@")));
    other.on("/new", 200, Map.of(), "<rss/>");
    FetchRequest request =
        new FetchRequest(
            server.url("/feed"),
            null,
            null,
            null,
            Map.of("X-Key", "sesame"),
            new BasicCredentials("ann", "secret"),
            Purpose.FEED);

    HttpResult result = client.get(request);

    assertThat(result).isInstanceOf(Answer.class);
    assertThat(server.requests("/same").getFirst().headers())
        .containsKeys("authorization", "x-key");
    assertThat(other.requests().getFirst().headers())
        .doesNotContainKeys("authorization", "x-key", "cookie", "referer");
    assertThat(result.toString() + result.redirects()).doesNotContain("eve");
  }

  @Test
  void validatorsGoToTheAddressTheyCameFrom() throws Exception {
    server.on("/feed", redirect(302, other.url("/real").toString()));
    other.on("/real", 304, Map.of(), "");

    HttpResult result =
        client.get(
            FetchRequest.of(server.url("/feed"), Purpose.FEED)
                .ifChanged("\"1\"", null, other.url("/real")));

    assertThat(result).isInstanceOf(Answer.class);
    assertThat(server.requests().getFirst().header("if-none-match")).isNull();
    assertThat(other.requests().getFirst().header("if-none-match")).isEqualTo("\"1\"");
  }

  @Test
  void aLocationInRawUtf8IsUnderstood() throws Exception {
    server
        .on("/feed", ScriptedServer.raw("HTTP/1.1 302 x\r\nLocation: /caf\u00c3\u00a9\r\n\r\n"))
        .on("/caf%C3%A9", 200, Map.of(), "<rss/>");

    assertThat(get("/feed")).isInstanceOf(Answer.class);
  }
}
