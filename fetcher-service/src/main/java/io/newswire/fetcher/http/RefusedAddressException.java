package io.newswire.fetcher.http;

import java.net.UnknownHostException;

/** All addresses of a host are such as may not be asked. */
final class RefusedAddressException extends UnknownHostException {

  private static final long serialVersionUID = 1L;

  RefusedAddressException(String message) {
    super(message);
  }
}
