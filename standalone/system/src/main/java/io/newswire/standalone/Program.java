package io.newswire.standalone;

import java.util.List;
import java.util.Locale;

/** What a running Newswire consists of, with the port and the heap that each has by default. */
public enum Program {
  KAFKA("Kafka", 9092, "512m"),
  ELASTICSEARCH("Elasticsearch", 9200, "768m"),
  FETCHER("Fetcher", 8081, "384m"),
  PARSER("Parser", 8082, "384m"),
  INDEXER("Indexer", 8083, "256m"),
  SAMPLE("Sample site", 8090, "");

  private final String title;
  private final int defaultPort;
  private final String defaultHeap;

  Program(String title, int defaultPort, String defaultHeap) {
    this.title = title;
    this.defaultPort = defaultPort;
    this.defaultHeap = defaultHeap;
  }

  /** How messages name it. */
  public String title() {
    return title;
  }

  int defaultPort() {
    return defaultPort;
  }

  /** In the JVM's notation; empty where the program is no process of its own. */
  String defaultHeap() {
    return defaultHeap;
  }

  /** Beside the heap's size: what its container is started with, too. */
  List<String> jvmOptions() {
    return this == INDEXER
        ? List.of(
            "-XX:+UseG1GC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-Djdk.nio.maxCachedBufferSize=262144")
        : List.of("-XX:+UseSerialGC");
  }

  boolean isProcess() {
    return !defaultHeap.isEmpty();
  }

  /** Such as {@code kafka}, in options and file names. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
