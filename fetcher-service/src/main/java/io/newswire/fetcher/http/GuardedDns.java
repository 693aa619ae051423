package io.newswire.fetcher.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a host up at the moment of connecting and hands over only addresses that may be asked: the
 * connection is made to these very addresses, so no second look-up can lead elsewhere.
 *
 * <p>The look-up itself is a blocking system call that ties up its thread and knows no timeout; it
 * runs on threads of its own, and who waits for it waits no longer than the connect timeout.
 */
final class GuardedDns implements DnsResolver, AutoCloseable {

  /** The system's look-up. */
  interface Lookup {
    InetAddress[] all(String host) throws UnknownHostException;
  }

  private static final int THREADS = 32;
  private static final int QUEUE = 10_000;

  /** More addresses of one host are not tried: each may cost a connect timeout. */
  private static final int MOST_ADDRESSES = 4;

  private final AddressPolicy policy;
  private final Lookup lookup;
  private final Duration timeout;
  private final ExecutorService threads;

  GuardedDns(AddressPolicy policy, Lookup lookup, Duration timeout) {
    this.policy = policy;
    this.lookup = lookup;
    this.timeout = timeout;
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(QUEUE),
            Thread.ofPlatform().daemon().name("dns-", 0).factory());
    pool.allowCoreThreadTimeOut(true);
    this.threads = pool;
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    List<InetSocketAddress> open = new ArrayList<>();
    String refusal = null;
    for (InetAddress address : look(host)) {
      String why = policy.refusal(host, port, address);
      if (why == null) {
        open.add(new InetSocketAddress(AddressPolicy.named(host, address), port));
      } else {
        refusal = address.getHostAddress() + ", " + why;
      }
    }
    if (open.isEmpty()) {
      throw new RefusedAddressException(
          host
              + " is "
              + refusal
              + ": refused; newswire.http.allowed-private-hosts can allow it by name");
    }
    return open.size() > MOST_ADDRESSES ? List.copyOf(open.subList(0, MOST_ADDRESSES)) : open;
  }

  private InetAddress[] look(String host) throws UnknownHostException {
    Future<InetAddress[]> answer;
    try {
      answer = threads.submit(() -> lookup.all(host));
    } catch (RejectedExecutionException e) {
      throw unknown(host, "too many look-ups are under way", e);
    }
    try {
      InetAddress[] addresses = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (addresses.length == 0) {
        throw new UnknownHostException(host + ": no address");
      }
      return addresses;
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw unknown(
          host, "the name service did not answer within " + timeout.toMillis() + " ms", e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw unknown(host, "interrupted", e);
    } catch (ExecutionException e) {
      throw unknown(host, "no such host, or the name service does not say", e);
    }
  }

  private static UnknownHostException unknown(String host, String why, Exception cause) {
    UnknownHostException unknown = new UnknownHostException(host + ": " + why);
    unknown.initCause(cause);
    return unknown;
  }

  /** Not used by the connection operator, and not without a port to judge by. */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return resolve(host, -1).stream()
        .map(InetSocketAddress::getAddress)
        .toArray(InetAddress[]::new);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
