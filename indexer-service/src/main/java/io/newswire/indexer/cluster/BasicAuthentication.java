package io.newswire.indexer.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import java.util.Base64;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicHeader;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.elasticsearch.autoconfigure.Rest5ClientBuilderCustomizer;
import org.springframework.stereotype.Component;

/**
 * Sends user and password with the first request. The client would wait to be asked for them, and
 * so send every bulk request twice.
 */
@Component
class BasicAuthentication implements Rest5ClientBuilderCustomizer {

  private final ElasticsearchConnectionDetails connection;

  BasicAuthentication(ElasticsearchConnectionDetails connection) {
    this.connection = connection;
  }

  @Override
  public void customize(Rest5ClientBuilder builder) {
    String user = connection.getUsername();
    if (user == null || connection.getApiKey() != null) {
      return;
    }
    String password = connection.getPassword();
    byte[] credentials = (user + ":" + (password == null ? "" : password)).getBytes(UTF_8);
    String value = "Basic " + Base64.getEncoder().encodeToString(credentials);
    builder.setDefaultHeaders(new Header[] {new BasicHeader(HttpHeaders.AUTHORIZATION, value)});
  }
}
