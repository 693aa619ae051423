package io.newswire.fetcher.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the HTTP client together. Needs an {@link InstantSource} from the application. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

  private static final Logger log = LoggerFactory.getLogger(HttpConfiguration.class);

  @Bean
  HostGate hostGate(HttpProperties properties, InstantSource clock) {
    return new HostGate(properties.hostDelay(), properties.hostDelays(), clock);
  }

  @Bean
  FeedHttpClient feedHttpClient(
      HttpProperties properties,
      HostGate gate,
      MeterRegistry registry,
      InstantSource clock,
      ObjectProvider<BuildProperties> build)
      throws NoSuchAlgorithmException {
    if (properties.contactUrl() == null) {
      log.warn(
          "event=no-contact key=newswire.http.contact-url consequence=\"publishers cannot find out"
              + " who asks them; set it to a page or mailto: address\"");
    }
    BuildProperties built = build.getIfAvailable();
    String version = built == null || built.getVersion() == null ? "dev" : built.getVersion();
    return FeedHttpClients.create(
        properties,
        gate,
        registry,
        clock,
        InetAddress::getAllByName,
        SSLContext.getDefault(),
        UserAgent.of(version, properties.contactUrl()));
  }
}
