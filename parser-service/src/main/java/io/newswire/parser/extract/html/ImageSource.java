package io.newswire.parser.extract.html;

import io.newswire.parser.extract.metadata.Addresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where an image of a page is fetched from: pages that load images when they are scrolled to keep
 * the address anywhere but in {@code src}.
 *
 * @param url absolute http(s) address
 * @param width pixels, where the page states them for this very file
 */
record ImageSource(String url, @Nullable Integer width) {

  /** Pixels that no reader of an article needs more of. */
  private static final int WIDEST = 1600;

  /** Pixels from which on a stated size is one to look at, and not a preview. */
  private static final int LEAST = 300;

  /** Candidates of one image that are looked at. */
  private static final int MOST = 40;

  private static final String[] LAZY = {
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-hi-res-src",
    "data-full-src",
    "data-img-src",
    "data-lazy",
    "data-runner-src"
  };

  private static final String[] SETS = {"srcset", "data-srcset", "data-lazy-srcset"};

  /** File names of what stands in for an image until it is loaded. */
  private static final Pattern STAND_IN =
      Pattern.compile(
          "(?i)[^/]{0,200}placeholder[^/]{0,200}|(?:[^/]{0,40}[-_.])?(?:blank|spacer|transparent|lazy|lazyload"
              + "|loading|loader|pixel|1x1|grey|gray|clear|empty)(?:[-_.]?\\d{1,4}(?:x\\d{1,4})?)?");

  /** One of several files of an image, with its width in pixels or the screen that it is for. */
  private record Candidate(String url, @Nullable Integer width, double density) {}

  /** The source of an image; null where there is none but a stand-in. */
  static @Nullable ImageSource of(Element image, String base) {
    ImageSource found = own(image, base);
    Element picture = image.parent();
    if (found == null && picture != null && picture.normalName().equals("picture")) {
      for (Element source : picture.children()) {
        found = found == null ? ofSets(source, base, 1) : found;
      }
    }
    if (found == null) {
      Element next = image.nextElementSibling();
      Element unscripted =
          next != null && next.normalName().equals("noscript") ? next.selectFirst("img") : null;
      found = unscripted == null ? null : own(unscripted, base);
    }
    return found;
  }

  private static @Nullable ImageSource own(Element image, String base) {
    ImageSource sized = ofSets(image, base, LEAST);
    if (sized != null && sized.width() != null) {
      return sized;
    }
    for (String attribute : LAZY) {
      String url = real(image.attr(attribute), base);
      if (url != null) {
        return new ImageSource(url, null);
      }
    }
    String url = real(image.attr("src"), base);
    return url == null ? ofSets(image, base, 1) : new ImageSource(url, null);
  }

  private static @Nullable ImageSource ofSets(Element element, String base, int least) {
    for (String attribute : SETS) {
      Candidate best = null;
      for (Candidate candidate : candidates(element.attr(attribute))) {
        String url = real(candidate.url(), base);
        boolean wide = candidate.width() == null || candidate.width() >= least;
        if (url != null && wide && isBetter(candidate, best)) {
          best = new Candidate(url, candidate.width(), candidate.density());
        }
      }
      if (best != null) {
        return new ImageSource(best.url(), best.width());
      }
    }
    return null;
  }

  /** The widest that is not too wide, or else the narrowest. */
  private static boolean isBetter(Candidate candidate, @Nullable Candidate than) {
    if (than == null) {
      return true;
    }
    Integer width = candidate.width();
    Integer other = than.width();
    if (width == null || other == null) {
      return width != null || (other == null && candidate.density() > than.density());
    }
    return width <= WIDEST ? other > WIDEST || width > other : width < other;
  }

  /**
   * The files that a {@code srcset} names (HTML, 4.8.4.2.1): an address without white space, then
   * descriptors up to a comma.
   */
  private static List<Candidate> candidates(String set) {
    List<Candidate> candidates = new ArrayList<>();
    int at = 0;
    while (at < set.length() && candidates.size() < MOST) {
      while (at < set.length() && (set.charAt(at) == ',' || TextMeasure.isSpace(set.charAt(at)))) {
        at++;
      }
      int start = at;
      while (at < set.length() && !TextMeasure.isSpace(set.charAt(at))) {
        at++;
      }
      int end = at;
      while (end > start && set.charAt(end - 1) == ',') {
        end--;
      }
      int comma = end < at ? at : set.indexOf(',', at);
      int stop = comma < 0 ? set.length() : comma;
      if (end > start) {
        String descriptor = set.substring(at, Math.max(at, stop)).strip();
        candidates.add(candidate(set.substring(start, end), descriptor));
      }
      at = Math.max(at, stop);
    }
    return candidates;
  }

  private static Candidate candidate(String url, String descriptor) {
    int space = descriptor.indexOf(' ');
    String first =
        (space < 0 ? descriptor : descriptor.substring(0, space)).toLowerCase(Locale.ROOT);
    if (first.matches("\\d{1,5}w")) {
      return new Candidate(url, Integer.valueOf(first.substring(0, first.length() - 1)), 0);
    }
    boolean density = first.matches("\\d{1,2}(?:\\.\\d{1,4})?x");
    return new Candidate(
        url, null, density ? Double.parseDouble(first.substring(0, first.length() - 1)) : 1);
  }

  private static @Nullable String real(String address, String base) {
    String url = Addresses.absolute(address, base);
    return url == null || STAND_IN.matcher(file(url)).matches() ? null : url;
  }

  /** The file's name without what follows its last dot. */
  private static String file(String url) {
    int end = url.length();
    for (char c : new char[] {'?', '#'}) {
      int at = url.indexOf(c);
      end = at >= 0 && at < end ? at : end;
    }
    String name = url.substring(url.lastIndexOf('/', end - 1) + 1, end);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
