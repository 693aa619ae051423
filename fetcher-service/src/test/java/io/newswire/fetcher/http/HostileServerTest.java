package io.newswire.fetcher.http;

import static io.newswire.fetcher.http.ScriptedServer.head;
import static io.newswire.fetcher.http.ScriptedServer.raw;
import static io.newswire.fetcher.http.ScriptedServer.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.fetcher.http.HttpResult.Answer;
import io.newswire.fetcher.http.HttpResult.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileServerTest {

  private static final Duration TIME = Duration.ofMillis(700);

  /** 64 MiB of zeros. */
  private static final String BROTLI_BOMB =
      "y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC693/8//+DfwIgDgsA"
          + "dO//+P//B/8EQBwWAOje//H//w/+CYA4LADQvf/L//8//BMAcVgAoHv/Bw==";

  private final CountDownLatch over = new CountDownLatch(1);
  private final ScriptedServer server = ScriptedServer.start();
  private final FeedHttpClient client =
      TestClients.client(
          TestClients.properties(
              Map.of(
                  "newswire.http.allowed-private-hosts",
                  "127.0.0.1",
                  "newswire.http.exchange-timeout",
                  TIME.toMillis() + "ms",
                  "newswire.http.max-body",
                  "1MB")));

  @AfterEach
  void close() {
    over.countDown();
    client.close();
    server.close();
  }

  private HttpResult get(String target) throws InterruptedException {
    return client.get(FetchRequest.of(server.url(target), Purpose.FEED));
  }

  private void assertFails(String target, FailureClass expected) throws InterruptedException {
    assertThat(get(target))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.failureClass()).as(f.message()).isEqualTo(expected));
  }

  private String body(String target) throws InterruptedException {
    HttpResult result = get(target);
    assertThat(result).isInstanceOf(Answer.class);
    return new String(((Answer) result).body(), StandardCharsets.UTF_8);
  }

  /** Waits, and says whether the test is over. */
  private boolean pause(long millis) throws InterruptedException {
    return over.await(millis, TimeUnit.MILLISECONDS);
  }

  /** A byte now and then until the test is over. */
  private boolean drip(OutputStream out) throws IOException, InterruptedException {
    while (!pause(20)) {
      out.write('x');
      out.flush();
    }
    return false;
  }

  private void assertTimesOut(URI url) throws InterruptedException {
    long start = System.nanoTime();
    HttpResult result = client.get(FetchRequest.of(url, Purpose.FEED));
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(result)
        .isInstanceOfSatisfying(
            Failure.class,
            f -> assertThat(f.failureClass()).as(f.message()).isEqualTo(FailureClass.TIMEOUT));
    assertThat(took).isBetween(TIME.minusMillis(50), TIME.plusSeconds(10));
    assertThat(result.took()).isGreaterThanOrEqualTo(TIME.minusMillis(50));
  }

  @Test
  void aBodyThatDripsForEverIsLeftWhenTheTimeIsOver() throws Exception {
    server.on(
        "/drip",
        (request, out) -> {
          write(out, head(200, Map.of("Content-Length", "1000000")));
          return drip(out);
        });

    assertTimesOut(server.url("/drip"));
  }

  @Test
  void headersThatDripForEverAreLeftToo() throws Exception {
    server.on(
        "/drip",
        (request, out) -> {
          write(out, "HTTP/1.1 200 OK\r\nX: ");
          return drip(out);
        });

    assertTimesOut(server.url("/drip"));
  }

  @Test
  void aDeflatedBodyThatDripsIsLeftToo() throws Exception {
    server.on(
        "/drip",
        (request, out) -> {
          write(out, head(200, Map.of("Content-Encoding", "gzip", "Connection", "close")));
          return drip(new GZIPOutputStream(out, 512, true));
        });

    assertTimesOut(server.url("/drip"));
  }

  @Test
  void redirectsDoNotBuyTime() throws Exception {
    for (int i = 0; i < 5; i++) {
      String next = "/" + (i + 1);
      server.on(
          "/" + i,
          (request, out) -> {
            pause(300);
            return ScriptedServer.redirect(302, next).answer(request, out);
          });
    }

    assertTimesOut(server.url("/0"));
    assertThat(server.requests()).hasSizeLessThan(5);
  }

  @Test
  void aTlsHandshakeThatNeverEndsIsLeftToo() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (Socket socket = mute.accept()) {
                  socket.setKeepAlive(pause(30_000));
                } catch (IOException | InterruptedException e) {
                  over.countDown();
                }
              });

      assertTimesOut(URI.create("https://127.0.0.1:" + mute.getLocalPort() + "/"));
    }
  }

  @Test
  void aServerThatSaysNothingTimesOut() throws Exception {
    server.on("/mute", (request, out) -> pause(30_000));

    assertTimesOut(server.url("/mute"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br"})
  void aCompressionBombIsTooLarge(String coding) throws Exception {
    byte[] bomb =
        switch (coding) {
          case "gzip" -> gzip(new byte[64 << 20]);
          case "deflate" -> deflate(new byte[64 << 20], false);
          default -> Base64.getDecoder().decode(BROTLI_BOMB);
        };
    assertThat(bomb.length).isLessThan(100_000);
    server.on("/bomb", 200, Map.of("Content-Encoding", coding), bomb);

    assertFails("/bomb", FailureClass.TOO_LARGE);
  }

  @Test
  void aBombInABombIsTooLarge() throws Exception {
    server.on(
        "/bomb", 200, Map.of("Content-Encoding", "gzip, gzip"), gzip(gzip(new byte[64 << 20])));

    assertFails("/bomb", FailureClass.TOO_LARGE);
  }

  @Test
  void moreThanTheLimitIsTooLargeWhetherItIsSaidOrNot() throws Exception {
    byte[] large = new byte[(1 << 20) + 1];
    server.on("/said", 200, Map.of(), large);
    server.on(
        "/unsaid",
        (request, out) -> {
          write(out, head(200, Map.of("Connection", "close")));
          out.write(large);
          return false;
        });
    server.on("/exact", 200, Map.of(), new byte[1 << 20]);

    assertFails("/said", FailureClass.TOO_LARGE);
    assertFails("/unsaid", FailureClass.TOO_LARGE);
    assertThat(body("/exact")).hasSize(1 << 20);
  }

  @Test
  void endlessChunksAreTooLarge() throws Exception {
    server.on(
        "/chunks",
        (request, out) -> {
          write(out, head(200, Map.of("Transfer-Encoding", "chunked")));
          while (over.getCount() > 0) {
            write(out, "400\r\n" + "x".repeat(1024) + "\r\n");
          }
          return false;
        });

    assertFails("/chunks", FailureClass.TOO_LARGE);
  }

  @Test
  void endlessHeadersAreTooLarge() throws Exception {
    server.on(
        "/many",
        (request, out) -> {
          write(out, "HTTP/1.1 200 OK\r\n");
          for (int i = 0; i < 100_000; i++) {
            write(out, "X-" + i + ": y\r\n");
          }
          return false;
        });
    server.on("/long", raw("HTTP/1.1 200 OK\r\nX: " + "y".repeat(1 << 20) + "\r\n\r\n"));

    assertFails("/many", FailureClass.TOO_LARGE);
    assertFails("/long", FailureClass.TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource({
    "gzip, gzip",
    "x-gzip, gzip",
    "GZip, gzip",
    "deflate, zlib",
    "deflate, raw",
    "br, br",
    "gzip, plain",
    "identity, plain",
    "'', gzip",
    "none, plain"
  })
  void whateverTheServerCompressesWithIsRead(String coding, String really) throws Exception {
    byte[] plain = "<rss>br\u00e4tli</rss>".getBytes(StandardCharsets.UTF_8);
    byte[] body =
        switch (really) {
          case "gzip" -> gzip(plain);
          case "zlib" -> deflate(plain, false);
          case "raw" -> deflate(plain, true);
          case "br" -> Base64.getDecoder().decode("iwiAPHJzcz5icsOkdGxpPC9yc3M+Aw==");
          default -> plain;
        };
    server.on("/feed", 200, coding.isEmpty() ? Map.of() : Map.of("Content-Encoding", coding), body);

    assertThat(body("/feed")).isEqualTo("<rss>br\u00e4tli</rss>");
  }

  @Test
  void bytesThatAreNotWhatTheyAreSaidToBeAreAFailure() throws Exception {
    byte[] gzip = gzip("<rss>something long enough</rss>".getBytes(StandardCharsets.UTF_8));
    server
        .on("/cut", 200, Map.of("Content-Encoding", "gzip"), Arrays.copyOf(gzip, 25))
        .on("/br", 200, Map.of("Content-Encoding", "br"), "<rss/> is no brotli")
        .on("/deflate", 200, Map.of("Content-Encoding", "deflate"), "<rss/> is no deflate")
        .on("/zstd", 200, Map.of("Content-Encoding", "zstd"), "<rss/>");

    assertFails("/cut", FailureClass.PROTOCOL);
    assertFails("/br", FailureClass.PROTOCOL);
    assertFails("/deflate", FailureClass.PROTOCOL);
    assertFails("/zstd", FailureClass.PROTOCOL);
  }

  @Test
  void aBodyShorterThanItsLengthIsNotTakenForWhole() throws Exception {
    server.on("/short", raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss>"));
    server.on("/chunk", raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n"));

    assertFails("/short", FailureClass.PROTOCOL);
    assertFails("/chunk", FailureClass.PROTOCOL);
  }

  @Test
  void aBodyLongerThanItsLengthIsCutThere() throws Exception {
    server.on(
        "/long", raw("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>HTTP/1.1 200 OK\r\n"));

    assertThat(body("/long")).isEqualTo("<rss/>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<rss/>", "HTTP/9.9 200 OK\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "SSH-2.0-x\r\n"})
  void whatIsNoHttpIsAFailure(String bytes) throws Exception {
    server.on("/feed", raw(bytes));

    assertThat(get("/feed"))
        .isInstanceOfSatisfying(
            Failure.class,
            f ->
                assertThat(f.failureClass())
                    .isIn(FailureClass.PROTOCOL, FailureClass.CONNECT, FailureClass.TOO_LARGE));
  }

  @Test
  void aMessageFromTheServerCannotForgeALogLine() throws Exception {
    server.on("/feed", raw("HTTP/1.1 abc\u001b[2J\nlevel=ERROR forged\r\n\r\n"));

    assertThat(get("/feed"))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.message()).doesNotContainPattern("\\p{Cntrl}"));
  }

  @Test
  void afterAllThatTheClientStillWorks() throws Exception {
    server.on("/bomb", 200, Map.of("Content-Encoding", "gzip"), gzip(new byte[64 << 20]));
    server.on("/mute", (request, out) -> pause(30_000));
    server.on("/feed", 200, Map.of(), "<rss/>");
    for (int i = 0; i < 10; i++) {
      assertFails("/bomb", FailureClass.TOO_LARGE);
    }
    assertFails("/mute", FailureClass.TIMEOUT);

    assertThat(body("/feed")).isEqualTo("<rss/>");
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }

  private static byte[] deflate(byte[] plain, boolean raw) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
    try (OutputStream deflated = new DeflaterOutputStream(out, deflater)) {
      deflated.write(plain);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }
}
