package io.newswire.fetcher.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ParseException;

/** What an exception of the network, or of the client, says about the site. */
final class Causes {

  private static final int LONGEST = 300;

  private Causes() {}

  static FailureClass classify(Exception e) {
    return switch (e) {
      case DeadlineException d -> FailureClass.TIMEOUT;
      case RefusedAddressException r -> FailureClass.REFUSED_ADDRESS;
      case UnknownHostException u -> FailureClass.DNS;
      case ResponseTooLargeException t -> FailureClass.TOO_LARGE;
      case MessageConstraintException m -> FailureClass.TOO_LARGE;
      case SocketTimeoutException s -> FailureClass.TIMEOUT;
      case SSLException s -> FailureClass.TLS;
      case NoHttpResponseException n -> FailureClass.CONNECT;
      case ContentCodingException c -> FailureClass.PROTOCOL;
      case MalformedChunkCodingException m -> FailureClass.PROTOCOL;
      case ConnectionClosedException c -> FailureClass.PROTOCOL;
      case EOFException f -> FailureClass.PROTOCOL;
      case ParseException p -> FailureClass.PROTOCOL;
      case HttpException h -> FailureClass.PROTOCOL;
      default -> byCause(e);
    };
  }

  private static FailureClass byCause(Exception e) {
    // The client wraps protocol errors in an IOException of its own.
    if (e.getCause() instanceof HttpException || e.getCause() instanceof ParseException) {
      return FailureClass.PROTOCOL;
    }
    if (e.getCause() instanceof MessageConstraintException) {
      return FailureClass.TOO_LARGE;
    }
    return e instanceof IOException ? FailureClass.CONNECT : FailureClass.PROTOCOL;
  }

  /** One line for people. */
  static String message(Exception e) {
    String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String prefix =
        switch (classify(e)) {
          case TLS -> "no trusted TLS session: ";
          case CONNECT -> "no connection, or it broke: ";
          case PROTOCOL -> "an answer that breaks HTTP: ";
          case TIMEOUT -> "timed out: ";
          default -> "";
        };
    return printable(prefix + text);
  }

  /** Without control characters, which a server may have put there, and not too long. */
  static String printable(String text) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST));
    text.codePoints()
        .limit(LONGEST)
        .forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return out.toString();
  }
}
