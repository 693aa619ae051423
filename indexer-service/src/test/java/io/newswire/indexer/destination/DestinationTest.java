package io.newswire.indexer.destination;

import static io.newswire.indexer.bulk.ScriptedElasticsearch.error;
import static io.newswire.indexer.bulk.ScriptedElasticsearch.items;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.newswire.indexer.Articles;
import io.newswire.indexer.IndexerProperties;
import io.newswire.indexer.article.ArticleReader;
import io.newswire.indexer.article.ArticleRecord.Write;
import io.newswire.indexer.bulk.BulkLimits;
import io.newswire.indexer.bulk.BulkMetrics;
import io.newswire.indexer.bulk.BulkWriter;
import io.newswire.indexer.bulk.ItemOutcome;
import io.newswire.indexer.bulk.ItemOutcome.Retryable;
import io.newswire.indexer.bulk.ScriptedElasticsearch;
import io.newswire.indexer.cluster.ElasticsearchCluster;
import io.newswire.indexer.index.ArticleIndex;
import io.newswire.indexer.index.Generation;
import io.newswire.indexer.index.PartitionUnit;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.json.JsonMapper;

class DestinationTest {

  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-11-15T00:00:00Z"));
  private static final String MISSING = error(404, "index_not_found_exception");

  private final ScriptedElasticsearch server = ScriptedElasticsearch.start();
  private final Rest5Client client =
      Rest5Client.builder(URI.create("http://127.0.0.1:" + server.port())).build();

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
  }

  /** A rebuild would take it for the end of what it builds. */
  @Test
  void aPartitionThatIsDroppedSinceTheLookIsNotTheIndexThatIsMissing() {
    server.partition("2026.11");
    server.then(items(id -> MISSING));

    assertThat(write(1)).isEqualTo(new Retryable(404, "partition_missing", "scripted"));
  }

  @Test
  void aGenerationThatIsNotThereIsMissing() {
    server.partition("2026.11");

    assertThat(write(2))
        .isInstanceOfSatisfying(
            Retryable.class, retryable -> assertThat(retryable.indexMissing()).isTrue());
  }

  private ItemOutcome write(int generation) {
    IndexerProperties properties =
        new Binder(
                new MapConfigurationPropertySource(Map.of("newswire.indexer.retention.keep", "2m")))
            .bind("newswire.indexer", IndexerProperties.class)
            .get();
    ElasticsearchCluster cluster = new ElasticsearchCluster(client, JsonMapper.shared());
    ArticleIndex index = new ArticleIndex(cluster, JsonMapper.shared(), properties, NOW);
    BulkWriter writer =
        new BulkWriter(
            client, new BulkLimits(100, 1_000_000), new BulkMetrics(new SimpleMeterRegistry()));
    PartitionedWriter partitions =
        new PartitionedWriter(
            index,
            writer,
            new Copies(cluster),
            new PartitionChoice(Period.ofMonths(2), PartitionUnit.MONTH),
            NOW);
    Write article =
        (Write)
            new ArticleReader()
                .read(
                    Articles.id(1).getBytes(UTF_8),
                    Articles.article(1, 1)
                        .put("firstSeenAt", "2026-11-02T00:00:00Z")
                        .toString()
                        .getBytes(UTF_8),
                    null,
                    0);
    return Destination.of(new Generation("news-articles", generation), index, writer, partitions)
        .write(List.of(article))
        .getFirst();
  }
}
