package io.newswire.fetcher.schedule;

import java.time.InstantSource;
import java.util.Random;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the decisions their bounds. Needs an {@link InstantSource} from the application. */
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

  @Bean
  FeedSchedule feedSchedule(ScheduleProperties properties, InstantSource clock) {
    return new FeedSchedule(properties, clock, new Random());
  }

  @Bean
  PermanentRedirects permanentRedirects(ScheduleProperties properties, InstantSource clock) {
    return new PermanentRedirects(
        properties.adoptRedirectAfter(), properties.adoptRedirectPolls(), clock);
  }

  @Bean
  Silence silence(ScheduleProperties properties, InstantSource clock) {
    return new Silence(properties.silentAfter(), clock);
  }

  @Bean
  OutageDetector outageDetector(ScheduleProperties properties) {
    return new OutageDetector(properties.outageSites());
  }
}
