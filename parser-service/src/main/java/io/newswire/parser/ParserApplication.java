package io.newswire.parser;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the parser service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ParserApplication {

  public static void main(String[] args) {
    SpringApplication.run(ParserApplication.class, args);
  }
}
