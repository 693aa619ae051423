package io.newswire.fetcher.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.newswire.fetcher.feed.FeedLimits;
import io.newswire.fetcher.feed.FeedParser;
import io.newswire.fetcher.http.FeedHttpClient;
import io.newswire.fetcher.http.HostGate;
import io.newswire.fetcher.http.page.PageFetcher;
import io.newswire.fetcher.kafka.KafkaClients;
import io.newswire.fetcher.kafka.TopicsProperties;
import io.newswire.fetcher.kafka.UnusableRecords;
import io.newswire.fetcher.ownership.OwnershipProperties;
import io.newswire.fetcher.poll.PollMetrics;
import io.newswire.fetcher.poll.PollParts;
import io.newswire.fetcher.poll.PollProperties;
import io.newswire.fetcher.schedule.FeedSchedule;
import io.newswire.fetcher.schedule.OutageDetector;
import io.newswire.fetcher.schedule.PermanentRedirects;
import io.newswire.fetcher.schedule.Silence;
import io.newswire.fetcher.subscription.AccessSeal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the fetcher. */
@Configuration(proxyBeanMethods = false)
class FetcherConfiguration {

  @Bean
  InstantSource clock() {
    // Events and the API show milliseconds.
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Bean
  RandomGenerator random() {
    return new SecureRandom();
  }

  @Bean
  KafkaClients kafkaClients(KafkaProperties properties, KafkaConnectionDetails connection) {
    return new KafkaClients(
        with(connection, properties.buildConsumerProperties()),
        with(connection, properties.buildProducerProperties()),
        with(connection, properties.buildAdminProperties()));
  }

  private static Map<String, Object> with(
      KafkaConnectionDetails connection, Map<String, Object> settings) {
    Map<String, Object> connected = new HashMap<>(settings);
    connected.put("bootstrap.servers", connection.getBootstrapServers());
    return connected;
  }

  @Bean
  FeedParser feedParser() {
    return new FeedParser(FeedLimits.DEFAULT);
  }

  @Bean
  AccessSeal accessSeal(AccessProperties properties) {
    return new AccessSeal(properties.accessKey());
  }

  @Bean
  PollMetrics pollMetrics(MeterRegistry registry) {
    return new PollMetrics(registry);
  }

  @Bean
  UnusableRecords unusableRecords(MeterRegistry registry) {
    return new UnusableRecords(registry);
  }

  @Bean
  PollParts pollParts(
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
      RandomGenerator random) {
    return new PollParts(
        http, gate, pages, parser, seal, schedule, redirects, silence, outages, clock, random);
  }

  @Bean
  FetcherRuntime fetcherRuntime(
      KafkaClients clients,
      TopicsProperties topics,
      OwnershipProperties ownership,
      PollProperties polls,
      PollParts parts,
      PollMetrics metrics,
      UnusableRecords unusable) {
    return new FetcherRuntime(clients, topics, ownership, polls, parts, metrics, unusable);
  }

  @Bean
  FetcherHealth fetcherHealth(FetcherRuntime runtime) {
    return new FetcherHealth(runtime);
  }

  @Bean
  FeedGauges feedGauges(FetcherRuntime runtime, InstantSource clock) {
    return new FeedGauges(runtime, clock);
  }
}
