package io.newswire.fetcher.api;

import io.newswire.fetcher.opml.OpmlReader;
import io.newswire.fetcher.opml.OpmlWriter;
import io.newswire.fetcher.opmlfile.OpmlFile;
import io.newswire.fetcher.opmlfile.OpmlFileProperties;
import io.newswire.fetcher.runtime.FetcherRuntime;
import io.newswire.fetcher.subscription.AccessSeal;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import org.apache.catalina.core.StandardHost;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the API together. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

  @Bean
  ApiGuard apiGuard(
      ApiProperties properties, @Value("${server.address:#{null}}") @Nullable InetAddress address) {
    return new ApiGuard(properties, address);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheServer() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
              }
            });
  }

  @Bean
  OpmlReader opmlReader() {
    return new OpmlReader();
  }

  @Bean
  OpmlWriter opmlWriter() {
    return new OpmlWriter();
  }

  @Bean
  @ConditionalOnProperty("newswire.opml.file")
  OpmlFile opmlFile(
      OpmlFileProperties properties,
      OpmlReader reader,
      AccessSeal seal,
      FetcherRuntime runtime,
      InstantSource clock) {
    Path file = properties.file();
    if (file == null) {
      throw new IllegalArgumentException("newswire.opml.file is empty");
    }
    return new OpmlFile(file, properties.interval(), reader, seal, runtime, clock);
  }
}
