package io.newswire.fetcher;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the fetcher service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class FetcherApplication {

  public static void main(String[] args) {
    SpringApplication.run(FetcherApplication.class, args);
  }
}
