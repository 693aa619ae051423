package io.newswire.parser.listen;

import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether a broker answers. */
final class KafkaHealth extends AbstractHealthIndicator {

  private static final int TIMEOUT_MS = 3_000;

  private final Admin admin;

  KafkaHealth(Admin admin) {
    super("no Kafka broker answers");
    this.admin = admin;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) throws Exception {
    int nodes =
        admin
            .describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MS))
            .nodes()
            .get(TIMEOUT_MS + 1_000L, TimeUnit.MILLISECONDS)
            .size();
    builder.up().withDetail("brokers", nodes);
  }
}
