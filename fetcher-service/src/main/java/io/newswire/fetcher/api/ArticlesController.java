package io.newswire.fetcher.api;

import io.newswire.fetcher.http.HttpUrl;
import io.newswire.fetcher.http.InvalidUrlException;
import io.newswire.fetcher.runtime.FetcherRuntime;
import io.newswire.fetcher.submission.Submission;
import io.newswire.fetcher.submission.SubmissionProperties;
import io.newswire.fetcher.submission.Submissions;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Articles that are pushed: published like those of feeds, before the caller is answered. */
@RestController
@RequestMapping("/api/v1/articles")
class ArticlesController {

  private static final int MAX_SOURCE = 200;
  private static final int MAX_TITLE = 1000;

  private final FetcherRuntime runtime;
  private final int maxBytes;

  ArticlesController(FetcherRuntime runtime, SubmissionProperties properties) {
    this.runtime = runtime;
    maxBytes = Math.toIntExact(properties.maxSize().toBytes());
  }

  @PostMapping(consumes = {"text/html", "text/plain", "application/xhtml+xml"})
  @ResponseStatus(HttpStatus.ACCEPTED)
  Submissions.Accepted submit(
      @RequestParam String url,
      @RequestParam String source,
      @RequestParam @Nullable String title,
      @RequestParam @Nullable String date,
      @RequestParam(defaultValue = "1") int revision,
      @RequestHeader("Content-Type") String contentType,
      InputStream body)
      throws IOException {
    if (revision < 1) {
      throw ApiException.badRequest("revision: 1 or more is needed");
    }
    Submission submission =
        new Submission(
            address(url),
            text("source", source, MAX_SOURCE),
            title == null || title.isBlank() ? null : text("title", title, MAX_TITLE),
            date == null || date.isBlank() ? null : date(date.strip()),
            revision,
            contentType,
            Bodies.read(body, maxBytes));
    return runtime.fetching().submissions().submit(submission);
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Submissions.Accepted withdraw(@RequestParam String url, @RequestParam String source) {
    String address = address(url);
    String sender = text("source", source, MAX_SOURCE);
    return runtime.fetching().submissions().withdraw(address, sender);
  }

  private static String address(String url) {
    try {
      return HttpUrl.parse(url).url().toString();
    } catch (InvalidUrlException e) {
      throw ApiException.badRequest("url: " + e.getMessage());
    }
  }

  private static String text(String field, String value, int longest) {
    String text = value.strip();
    if (text.isEmpty() || text.length() > longest) {
      throw ApiException.badRequest(field + ": 1 to " + longest + " characters are needed");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw ApiException.badRequest(field + ": control characters are not allowed");
    }
    return text;
  }

  private static Instant date(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw ApiException.badRequest("date: 2026-10-02 or 2026-10-02T09:30:00Z is needed");
    }
  }
}
