package io.newswire.parser.url;

import com.google.common.net.InternetDomainName;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address an article should be known by: what its page calls canonical where that is plausible,
 * else its link; in both cases without tracking, and AMP and mobile variants folded into the page
 * they are variants of.
 */
public final class CanonicalUrl {

  private static final Pattern AMP_CACHE_HOST =
      Pattern.compile("[a-z0-9-]+\\.cdn\\.ampproject\\.org");
  private static final Pattern AMP_CACHE_PATH =
      Pattern.compile("/(?:[a-z]/)?(s/)?([^/]+\\.[^/]+)(/.*)?");
  private static final Pattern AMP_VIEWER_PATH = Pattern.compile("/amp/(s/)?([^/]+\\.[^/]+)(/.*)?");
  private static final Pattern AMP_PARAMETER =
      Pattern.compile("(?i)amp(?:=(?:1|true)?)?|(?:outputType|output|outputtype)=amp|_amp=true");

  /** The last path segment of pages that say there is no such page. */
  private static final Pattern ERROR =
      Pattern.compile("(?i)(?:404|error|not[-_]?found|page[-_]?not[-_]?found)(?:\\.[a-z]{3,5})?");

  /** Several words, or the number of an article: the last path segment of an article. */
  private static final Pattern SLUG = Pattern.compile("\\p{L}{2,}[-_]\\p{L}|%[0-9A-F]{2}|\\d{5}");

  private final ArticleUrl articleUrl;

  public CanonicalUrl(ArticleUrl articleUrl) {
    this.articleUrl = articleUrl;
  }

  /**
   * @param link the article's link
   * @param declared what its page calls canonical, where there is a page that does
   * @return the canonical address in normal form
   */
  public String of(String link, @Nullable String declared) {
    Optional<HttpUrl> own = articleUrl.parse(link).map(this::folded);
    if (own.isEmpty()) {
      return articleUrl.withoutTracking(link);
    }
    return Optional.ofNullable(declared)
        .flatMap(articleUrl::parse)
        .map(this::folded)
        .filter(candidate -> isPlausible(own.get(), candidate))
        .orElse(own.get())
        .toString();
  }

  /**
   * Templates often declare the home page, a section, a page of errors or another site's page.
   * Believed is a page of the same registrable domain; of another domain only with the same last
   * path segment, as syndicated articles have it.
   */
  private static boolean isPlausible(HttpUrl own, HttpUrl candidate) {
    if (isHome(candidate) && !isHome(own)
        || isSectionOf(candidate, own)
        || ERROR.matcher(slug(candidate)).matches()) {
      return false;
    }
    return registrableDomain(own.host()).equals(registrableDomain(candidate.host()))
        || !slug(own).isEmpty() && slug(own).equals(slug(candidate));
  }

  /**
   * Whether an address is a folder above an article's. What stands above a page number or a word
   * such as "print" is the article itself.
   */
  private static boolean isSectionOf(HttpUrl candidate, HttpUrl own) {
    String folder = candidate.path().endsWith("/") ? candidate.path() : candidate.path() + "/";
    boolean above =
        candidate.query() == null
            && own.path().startsWith(folder)
            && own.path().length() > folder.length();
    return above && SLUG.matcher(slug(own)).find();
  }

  private static boolean isHome(HttpUrl url) {
    return url.path().equals("/") && url.query() == null && url.fragment() == null;
  }

  private static String slug(HttpUrl url) {
    return Arrays.stream(url.path().split("/"))
        .reduce("", (before, segment) -> segment.isEmpty() ? before : segment);
  }

  private static String registrableDomain(String host) {
    if (!InternetDomainName.isValid(host)) {
      return host;
    }
    InternetDomainName name = InternetDomainName.from(host);
    return name.isUnderPublicSuffix() ? name.topPrivateDomain().toString() : host;
  }

  private HttpUrl folded(HttpUrl url) {
    return withoutMobileHost(withoutAmpMarks(outOfAmpCache(url)));
  }

  private HttpUrl outOfAmpCache(HttpUrl url) {
    Matcher cached =
        AMP_CACHE_HOST.matcher(url.host()).matches()
            ? AMP_CACHE_PATH.matcher(url.path())
            : AMP_VIEWER_PATH.matcher(url.path());
    boolean viewer = registrableDomain(url.host()).startsWith("google.");
    if (!(viewer || AMP_CACHE_HOST.matcher(url.host()).matches()) || !cached.matches()) {
      return url;
    }
    String scheme = cached.group(1) == null ? "http" : "https";
    String path = cached.group(3) == null ? "/" : cached.group(3);
    String query = url.query() == null || url.query().isEmpty() ? "" : "?" + url.query();
    return articleUrl.parse(scheme + "://" + cached.group(2) + path + query).orElse(url);
  }

  private static HttpUrl withoutAmpMarks(HttpUrl url) {
    String path =
        url.path()
            .replaceFirst("(?<=[^/])/amp/?$", "")
            .replaceFirst("\\.amp(?=(\\.html?)?$)", "")
            .replaceFirst("^/amp(?=/.*[^/])", "");
    String query = url.query();
    if (query != null) {
      query =
          Arrays.stream(query.split("&", -1))
              .filter(parameter -> !AMP_PARAMETER.matcher(parameter).matches())
              .collect(Collectors.joining("&"));
    }
    return url.with(url.host(), path, query == null || query.isEmpty() ? null : query);
  }

  /**
   * Drops a first or second label "m", "mobile", "amp", where a host with a registrable domain
   * remains.
   */
  private static HttpUrl withoutMobileHost(HttpUrl url) {
    String host = url.host().toLowerCase(Locale.ROOT);
    String without = host.replaceFirst("^([a-z]{2}\\.)?(?:m|mobile|amp)\\.", "$1");
    boolean plausible =
        !without.equals(host)
            && InternetDomainName.isValid(without)
            && InternetDomainName.from(without).isUnderPublicSuffix();
    return plausible ? url.with(without, url.path(), url.query()) : url;
  }
}
