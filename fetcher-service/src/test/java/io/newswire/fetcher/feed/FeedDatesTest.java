package io.newswire.fetcher.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2003-12-31T10:14:55Z                    | 2003-12-31T10:14:55Z
          2003-12-31T10:14:55.25-08:00            | 2003-12-31T18:14:55.25Z
          2003-12-31T18:14:55+0830                | 2003-12-31T09:44:55Z
          2003-12-31T10:14Z                       | 2003-12-31T10:14:00Z
          2003-12-31 10:14:55.0                   | 2003-12-31T10:14:55Z
          2003-12-31T24:00:00Z                    | 2004-01-01T00:00:00Z
          2016-12-31T23:59:60Z                    | 2017-01-01T00:00:00Z
          2003-12-31                              | 2003-12-31T00:00:00Z
          2003-12                                 | 2003-12-01T00:00:00Z
          -0312                                   | 2003-12-01T00:00:00Z
          2003                                    | 2003-01-01T00:00:00Z
          20031231                                | 2003-12-31T00:00:00Z
          20031231T101455Z                        | 2003-12-31T10:14:55Z
          03-12-31                                | 2003-12-31T00:00:00Z
          2003335                                 | 2003-12-01T00:00:00Z
          2003-W01-1                              | 2002-12-30T00:00:00Z
          1072865695                              | 2003-12-31T10:14:55Z
          1072865695000                           | 2003-12-31T10:14:55Z
          Thu, 01 Jan 2004 19:48:21 GMT           | 2004-01-01T19:48:21Z
          Thu,  1 Jan 04 19:48:21 EST             | 2004-01-02T00:48:21Z
          01 Jan 2004 19:48 +0100                 | 2004-01-01T18:48:00Z
          Thu, 01 Jan 2004 19:48:21 Etc/GMT       | 2004-01-01T19:48:21Z
          Thu, 01 Jan 2004 19:48:21 GMT+02:00     | 2004-01-01T17:48:21Z
          Thu, 01 Jan 2004 19:48:21 -0500 (EST)   | 2004-01-02T00:48:21Z
          Thu, Jan 01 2004 19:48:21 GMT           | 2004-01-01T19:48:21Z
          January 1, 2004 7:48 pm                 | 2004-01-01T19:48:00Z
          Thu, 01 Jan 2004                        | 2004-01-01T00:00:00Z
          Thu Jan 1 19:48:21 2004                 | 2004-01-01T19:48:21Z
          Fri, 2006/09/15 08:19:53 EDT            | 2006-09-15T12:19:53Z
          Sun, 01 Jul 2026 10:00:00 Europe/Paris  | 2026-07-01T08:00:00Z
          Κυρ, 11 Ιούλ 2004 12:00:00 EST          | 2004-07-11T17:00:00Z
          2004-július-13T9:15-05:00               | 2004-07-13T14:15:00Z
          2004년 05월 28일  01:31:15                | 2004-05-27T16:31:15Z
          2004-05-25 오후 11:23:17                  | 2004-05-25T14:23:17Z
          mar. 02 juin 2026 08:00:00 +0200        | 2026-06-02T06:00:00Z
          Mi, 07 März 2026 08:00:00 MEZ           | 2026-03-07T07:00:00Z
          Пт, 02 окт 2026 09:30:00 +0300          | 2026-10-02T06:30:00Z
          31.12.2003 10:14                        | 2003-12-31T10:14:00Z
          12/31/2003 10:14:55                     | 2003-12-31T10:14:55Z
          """)
  void aDateIsReadInWhateverShapeItHas(String text, String instant) {
    assertThat(FeedDate.instantOf(FeedDates.parse(text))).isEqualTo(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // In UTC they have years that no event can carry.
        "Fri, 31 Dec 9999 23:59:59 -0500",
        "9999-12-31T24:00:00Z",
        "0000-01-01T00:00:00+01:00",
        "",
        "soon",
        "2003-02-31T00:00:00Z",
        "2003-13-01",
        "Thu, 32 Jan 2004 00:00:00 GMT",
        "2003-12-31T25:61:00Z",
        "99999999999999999999",
        "T",
        "::::",
        "-",
        "2003-12-31T10:14:55+99:99",
        "1/2/",
        "Jan Jan Jan"
      })
  void whatIsNoDateIsNone(String text) {
    assertThat(FeedDates.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Fri, 02 Oct 2026 11:30:00 +0200        | 2026-10-02T11:30:00+02:00
          Fri, 02 Oct 2026 23:30:00 EST          | 2026-10-02T23:30:00-05:00
          Fri, 02 Oct 2026 09:30:00 GMT          | 2026-10-02T09:30:00Z
          2026-10-02T23:30:00.5-03:30            | 2026-10-02T23:30:00-03:30
          2026-10-02T24:00:00+05:30              | 2026-10-03T00:00:00+05:30
          2026-10-02 11:30+02                    | 2026-10-02T11:30:00+02:00
          Wed, 01 Jul 2026 10:00:00 Europe/Paris | 2026-07-01T10:00:00+02:00
          2026-10-02                             | 2026-10-02
          2026-W40-5                             | 2026-10-02
          02 Oct 2026                            | 2026-10-02
          """)
  void aDateKeepsTheOffsetItIsWrittenWith(String text, String local) {
    assertThat(FeedDate.localOf(FeedDates.parse(text))).isEqualTo(local);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-10-02 11:30:00",
        "Fri, 02 Oct 2026 11:30:00",
        "Fri, 02 Oct 2026 11:30:00 XYZ",
        "2026-10",
        "2026",
        "1790933400",
        "2026-10-02T11:30:00+23:00",
        // The offset is unknown (RFC 3339, 4.3).
        "Fri, 02 Oct 2026 09:30:00 -0000",
        "2026-10-02T09:30:00-00:00",
        "2026-10-02 09:30-0000",
        "Fri 2 October 2026 09:30 -0000",
        // The clocks of Paris were 9 minutes and 21 seconds ahead.
        "Mon, 01 Jan 1900 10:00:00 Europe/Paris"
      })
  void aDateWithoutAnOffsetHasNoLocalForm(String text) {
    assertThat(FeedDates.parse(text)).isNotNull().extracting(FeedDate::local).isNull();
  }
}
