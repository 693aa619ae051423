package io.newswire.indexer.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.newswire.indexer.IndexerProperties;
import io.newswire.indexer.TopicProperties;
import io.newswire.indexer.cluster.ElasticsearchCluster;
import io.newswire.indexer.index.ArticleIndex;
import io.newswire.indexer.index.Generation;
import io.newswire.indexer.rebuild.RebuildProgress.Phase;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import tools.jackson.databind.json.JsonMapper;

class RebuildTest {

  /** Nobody listens there. */
  private static final String NOWHERE = "127.0.0.1:1";

  private final IndexerProperties properties =
      new Binder(new MapConfigurationPropertySource(Map.of()))
          .bindOrCreate("newswire.indexer", IndexerProperties.class);

  /** Else another rebuild could not be started before the service is. */
  @Test
  void oneThatIsGivenUpEndsAlthoughElasticsearchDoesNotRemoveIt() throws IOException {
    Map<String, Object> kafka =
        Map.of(
            "bootstrap.servers",
            NOWHERE,
            "group.id",
            "indexer",
            "default.api.timeout.ms",
            200,
            "request.timeout.ms",
            100);
    try (Rest5Client client = Rest5Client.builder(URI.create("http://" + NOWHERE)).build();
        Admin admin = Admin.create(kafka)) {
      ArticleIndex index =
          new ArticleIndex(
              new ElasticsearchCluster(client, JsonMapper.shared()),
              JsonMapper.shared(),
              properties,
              InstantSource.system());
      RebuildTopic topic =
          new RebuildTopic(
              new DefaultKafkaConsumerFactory<>(kafka),
              admin,
              properties,
              new TopicProperties("articles", "articles-dlt", 6, (short) 1));
      Rebuild rebuild =
          new Rebuild(
              new Generation("news-articles", 2),
              topic,
              index,
              () -> {
                throw new IllegalStateException("There is nothing to be delivered.");
              },
              InstantSource.system());

      assertThat(rebuild.cancel()).isTrue();
      rebuild.run();

      assertThat(rebuild.progress().phase()).isEqualTo(Phase.FAILED);
      assertThat(rebuild.progress().waitingFor()).contains("could not be removed");
    }
  }
}
