package io.newswire.fetcher.api;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;

/** Request bodies of bounded size. */
final class Bodies {

  private Bodies() {}

  static byte[] read(InputStream body, int most) throws IOException {
    byte[] bytes = body.readNBytes(most + 1);
    if (bytes.length > most) {
      throw new ApiException(
          HttpStatus.CONTENT_TOO_LARGE, "The body is larger than " + most + " bytes");
    }
    if (bytes.length == 0) {
      throw ApiException.badRequest("The body is empty");
    }
    return bytes;
  }
}
