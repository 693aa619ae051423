package io.newswire.indexer.destination;

import io.newswire.indexer.cluster.ElasticsearchCluster;
import io.newswire.indexer.cluster.ElasticsearchException;
import io.newswire.indexer.index.Generation;
import io.newswire.indexer.index.Partition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the documents of articles in all partitions of a generation. Gets are answered as of now,
 * not as of the last refresh: what was acknowledged to anybody is seen.
 */
@Component
public class Copies {

  private static final int MOST_IN_A_REQUEST = 5_000;
  private static final String ASK =
      "/_mget?_source=false&filter_path=docs.found,docs._version,docs.error.type";

  private final ElasticsearchCluster cluster;

  Copies(ElasticsearchCluster cluster) {
    this.cluster = cluster;
  }

  private record Question(String id, Partition partition) {}

  /**
   * The documents of each article that has any.
   *
   * @throws ElasticsearchException if that cannot be told
   */
  Map<String, List<Copy>> find(
      Generation generation, List<Partition> partitions, Collection<String> ids) {
    List<Question> questions =
        ids.stream()
            .flatMap(id -> partitions.stream().map(partition -> new Question(id, partition)))
            .toList();
    Map<String, List<Copy>> found = new HashMap<>();
    for (int from = 0; from < questions.size(); from += MOST_IN_A_REQUEST) {
      ask(
          generation,
          questions.subList(from, Math.min(questions.size(), from + MOST_IN_A_REQUEST)),
          found);
    }
    return found;
  }

  private void ask(Generation generation, List<Question> questions, Map<String, List<Copy>> found) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode docs = body.putArray("docs");
    for (Question question : questions) {
      docs.addObject()
          .put("_index", generation.index(question.partition()))
          .put("_id", question.id());
    }
    JsonNode answers = cluster.perform("POST", ASK, body).path("docs");
    if (answers.size() != questions.size()) {
      throw new ElasticsearchException(
          "%d of %d documents were answered.".formatted(answers.size(), questions.size()));
    }
    for (int i = 0; i < questions.size(); i++) {
      take(questions.get(i), answers.get(i), found);
    }
  }

  private static void take(Question question, JsonNode answer, Map<String, List<Copy>> found) {
    String error = answer.at("/error/type").asString("");
    if (!error.isEmpty() && !error.equals("index_not_found_exception")) {
      throw new ElasticsearchException("A document was answered with " + error + ".");
    }
    if (answer.path("found").asBoolean(false)) {
      found
          .computeIfAbsent(question.id(), id -> new ArrayList<>())
          .add(new Copy(question.partition(), answer.path("_version").asLong()));
    }
  }
}
