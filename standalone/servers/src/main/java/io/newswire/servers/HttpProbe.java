package io.newswire.servers;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Asks over HTTP whether a program is up. */
public final class HttpProbe {

  private HttpProbe() {}

  /**
   * Whether a GET is answered with 200.
   *
   * @param timeout for the connection, and for the answer
   */
  public static boolean isOk(URI address, Duration timeout) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(Math.toIntExact(timeout.toMillis()));
      connection.setReadTimeout(Math.toIntExact(timeout.toMillis()));
      int status = connection.getResponseCode();
      connection.disconnect();
      return status == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
