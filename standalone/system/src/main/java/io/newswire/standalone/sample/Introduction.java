package io.newswire.standalone.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Gives a fetcher the sample site's list of feeds, as anybody would import one. */
final class Introduction {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private Introduction() {}

  /**
   * Tries until the fetcher has taken the list; it may not be there yet.
   *
   * @param fetcher its address, without a path
   * @param apiKey sent along where there is one
   */
  static void make(String opml, String fetcher, @Nullable String apiKey)
      throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(fetcher + "/api/v1/opml"))
            .timeout(TIMEOUT)
            .header("Content-Type", "text/x-opml")
            .POST(BodyPublishers.ofString(opml));
    if (apiKey != null && !apiKey.isBlank()) {
      request.header("X-API-Key", apiKey);
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (true) {
        try {
          HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
          if (answer.statusCode() / 100 == 2) {
            System.out.println("The fetcher has the sample's feeds: " + answer.body());
            return;
          }
          System.out.println(
              "The fetcher does not take the sample's feeds yet: " + answer.statusCode());
        } catch (IOException e) {
          System.out.println("The fetcher does not answer yet: " + e);
        }
        Thread.sleep(PAUSE);
      }
    }
  }
}
