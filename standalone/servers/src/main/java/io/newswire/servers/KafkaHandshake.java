package io.newswire.servers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;

/**
 * Asks a broker for the requests that it supports, the first thing that any client does: a broker
 * that answers has taken up its work. Kafka protocol guide, ApiVersions request (key 18) version 0.
 */
final class KafkaHandshake {

  private static final int TIMEOUT_MS = 2_000;
  private static final short API_VERSIONS = 18;
  private static final int CORRELATION_ID = 1;
  private static final short NO_CLIENT_ID = -1;

  private KafkaHandshake() {}

  static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(Ports.address(port), TIMEOUT_MS);
      socket.setSoTimeout(TIMEOUT_MS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(2 + 2 + 4 + 2);
      out.writeShort(API_VERSIONS);
      out.writeShort(0);
      out.writeInt(CORRELATION_ID);
      out.writeShort(NO_CLIENT_ID);
      out.flush();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      int size = in.readInt();
      int correlationId = in.readInt();
      short error = in.readShort();
      return size > 6 && correlationId == CORRELATION_ID && error == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
