package io.newswire.fetcher.http;

/** Why a poll failed; the names are part of the feed state's schema. */
public enum FailureClass {
  /** The host name has no address, or the name service did not say. */
  DNS("dns"),
  /** No connection, or it broke. */
  CONNECT("connect"),
  /** No trusted TLS session: certificate, name, protocol version. */
  TLS("tls"),
  /** Not connected, or not answered in full, within the time there is. */
  TIMEOUT("timeout"),
  /** A 4xx status other than 429. */
  CLIENT_ERROR("client-error"),
  /** A 5xx status. */
  SERVER_ERROR("server-error"),
  /** 429, or 503 with {@code Retry-After}. */
  RATE_LIMITED("rate-limited"),
  /** More bytes, headers or decompressed bytes than are read. */
  TOO_LARGE("too-large"),
  /** It answers with something that is no feed. */
  NOT_A_FEED("not-a-feed"),
  /** The address is private or not one that may be asked. */
  REFUSED_ADDRESS("refused-address"),
  /** A challenge for people, or a wall against programs, instead of the document. */
  BOT_WALL("bot-wall"),
  /** Too many redirects, a loop, or one that leads nowhere. */
  REDIRECT("redirect"),
  /** An answer that breaks HTTP: framing, encoding, a status that does not fit. */
  PROTOCOL("protocol");

  private final String wireName;

  FailureClass(String wireName) {
    this.wireName = wireName;
  }

  /** Its name in events, metrics and logs. */
  public String wireName() {
    return wireName;
  }

  /** Whether the cause may as well be on our side of the network. */
  public boolean mayBeOurOwn() {
    return this == DNS || this == CONNECT || this == TIMEOUT;
  }

  @Override
  public String toString() {
    return wireName;
  }
}
