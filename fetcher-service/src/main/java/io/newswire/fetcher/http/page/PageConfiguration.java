package io.newswire.fetcher.http.page;

import io.newswire.fetcher.http.FeedHttpClient;
import io.newswire.fetcher.http.HttpProperties;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the page fetcher together. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

  @Bean
  Robots robots(FeedHttpClient client, HttpProperties properties, InstantSource clock) {
    return new Robots(
        client,
        clock,
        properties.robotsCached(),
        properties.robotsFresh(),
        properties.robotsUnreachable(),
        properties.pageWait());
  }

  @Bean
  PageFetcher pageFetcher(FeedHttpClient client, Robots robots, HttpProperties properties) {
    return new PageFetcher(client, robots, properties.pageWait());
  }
}
