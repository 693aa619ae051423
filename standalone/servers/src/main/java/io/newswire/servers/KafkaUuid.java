package io.newswire.servers;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** A cluster id in Kafka's own form: a random UUID in URL-safe base64. */
final class KafkaUuid {

  private KafkaUuid() {}

  static String random() {
    while (true) {
      UUID uuid = UUID.randomUUID();
      ByteBuffer bytes = ByteBuffer.allocate(16);
      bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
      // A leading dash would be read as an option on the command line.
      if (!text.startsWith("-")) {
        return text;
      }
    }
  }
}
