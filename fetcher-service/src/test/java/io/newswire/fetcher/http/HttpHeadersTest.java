package io.newswire.fetcher.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;

class HttpHeadersTest {

  private static final Instant NOW = Instant.parse("1994-11-06T08:49:07Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        "sun, 06 nov 1994 08:49:37 gmt",
        "Sun, 06 Nov 1994 09:49:37 +0100"
      })
  void everyFormOfHttpDateIsRead(String date) {
    assertThat(HttpDate.parse(date)).isEqualTo(NOW.plusSeconds(30));
    assertThat(RetryAfter.parse(date, NOW)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void whatIsNoDateIsSaidToBeNone() {
    assertThatThrownBy(() -> HttpDate.parse("soon")).isInstanceOf(DateTimeParseException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "' 120 ', PT2M",
    "999999999999999999999, P365D",
    "'Sun, 06 Nov 1994 08:49:00 GMT', PT0S",
    "'Sun, 06 Nov 9994 08:49:00 GMT', P365D"
  })
  void retryAfterIsKeptWithinReason(String value, Duration wait) {
    assertThat(RetryAfter.parse(value, NOW)).isEqualTo(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-1", "1.5", "soon", "\u0661\u0662"})
  void aRetryAfterThatSaysNothingIsNone(String value) {
    assertThat(RetryAfter.parse(value, NOW)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Host", "content-length", "AUTHORIZATION", "a b", "a:b", "", "If-None-Match"})
  void headersOfTheClientsOwnCannotBeSet(String name) {
    assertThatThrownBy(() -> withHeader(name, "x")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aHeaderCannotCarryALineBreak() {
    assertThatThrownBy(() -> withHeader("X-Key", "a\r\nHost: b"))
        .hasMessageContaining("X-Key")
        .hasMessageNotContaining("Host");
  }

  private static FetchRequest withHeader(String name, String value) {
    return new FetchRequest(
        URI.create("http://a.example/"), null, null, null, Map.of(name, value), null, Purpose.FEED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://a.example/", "about us", "mailto:nobody", "https://a.example/(x)"})
  void aWrongContactStopsTheStartByName(String contact) {
    assertThatThrownBy(() -> TestClients.properties(Map.of("newswire.http.contact-url", contact)))
        .isInstanceOf(BindException.class)
        .hasStackTraceContaining("newswire.http.contact-url");
  }

  @Test
  void theUserAgentNamesVersionAndContact() {
    assertThat(UserAgent.of("1.0.0", URI.create("mailto:ops@news.example")))
        .isEqualTo("Newswire/1.0.0 (+mailto:ops@news.example)");
    assertThat(UserAgent.of("1.0 (x)\r\n", null)).isEqualTo("Newswire/1.0x");
  }
}
