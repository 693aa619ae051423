package io.newswire.fetcher.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;

/** Counts exchanges by purpose and outcome; nothing here has a label per feed or per site. */
final class HttpMetrics {

  private final MeterRegistry registry;

  HttpMetrics(MeterRegistry registry, HostGate gate) {
    this.registry = registry;
    Gauge.builder("newswire.http.sites", gate, HostGate::sites)
        .description("Sites that are being asked, waited for, or were asked just now")
        .register(registry);
    Gauge.builder("newswire.http.waiting", gate, HostGate::waiting)
        .description("Requests that wait for their site's turn")
        .register(registry);
  }

  void record(Purpose purpose, HttpResult result) {
    String outcome =
        switch (result) {
          case HttpResult.Answer answer -> answer.isNotModified() ? "not-modified" : "answered";
          case HttpResult.Failure failure -> failure.failureClass().wireName();
        };
    String kind = purpose.name().toLowerCase(Locale.ROOT);
    Timer.builder("newswire.http.exchanges")
        .description("Requests with their redirects, without the wait for the site's turn")
        .tag("purpose", kind)
        .tag("outcome", outcome)
        .register(registry)
        .record(result.took());
    Counter.builder("newswire.http.redirects")
        .description("Redirects followed")
        .tag("purpose", kind)
        .register(registry)
        .increment(result.redirects().size());
    if (result instanceof HttpResult.Answer answer) {
      Counter.builder("newswire.http.bytes")
          .description("Bytes of documents, decompressed")
          .baseUnit("bytes")
          .tag("purpose", kind)
          .register(registry)
          .increment(answer.body().length);
    }
  }
}
