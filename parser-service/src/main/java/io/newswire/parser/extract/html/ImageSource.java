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

  /** Candidates of one image that are looked at, and the elements that name them. */
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

  /** Words of stand-ins and of photos alike: of a colour, a street, a telephone. */
  private static final String WORD =
      "(?:blank|transparent|lazy|loading|pixel|grey|gray|clear|empty)";

  private static final String PREFIX = "(?:[^/]{0,40}[-_.])?";
  private static final String NUMBER = "(?:[-_.]?\\d{1,4}(?:x\\d{1,4})?)?";
  private static final String ENDING = "(?:\\.[^.]*)?";

  /** File names of what stands in for an image until it is loaded. */
  private static final Pattern STAND_IN =
      Pattern.compile(
          "(?i)[^/]{0,200}placeholder[^/]{0,200}|"
              + (PREFIX + "(?:spacer|lazyload|loader|1x1)" + NUMBER + ENDING + "|")
              + (WORD + "(?:[-_.]?\\d{1,4}x\\d{1,4})?" + ENDING + "|")
              + (PREFIX + WORD + NUMBER + "\\.(?:gif|svg)"));

  /** File names of stand-ins that may as well be those of photos. */
  private static final Pattern DOUBTFUL = Pattern.compile("(?i)" + PREFIX + WORD + NUMBER + ENDING);

  /** One of several files of an image, with its width in pixels or the screen that it is for. */
  private record Candidate(String url, @Nullable Integer width, double density) {}

  /** The source of an image; null where there is none but a stand-in. */
  static @Nullable ImageSource of(Element image, String base) {
    ImageSource certain = of(image, base, false);
    return certain == null ? of(image, base, true) : certain;
  }

  /**
   * @param doubtful whether a name counts that may be that of a stand-in
   */
  private static @Nullable ImageSource of(Element image, String base, boolean doubtful) {
    ImageSource found = own(image, base, doubtful);
    Element picture = image.parent();
    if (found == null && picture != null && picture.normalName().equals("picture")) {
      found = ofPicture(image, base, doubtful);
    }
    if (found == null) {
      Element next = image.nextElementSibling();
      Element unscripted =
          next != null && next.normalName().equals("noscript") ? next.selectFirst("img") : null;
      found = unscripted == null ? null : own(unscripted, base, doubtful);
    }
    return found;
  }

  /** The first of the sources beside an image, as far as to the next image on either side. */
  private static @Nullable ImageSource ofPicture(Element image, String base, boolean doubtful) {
    Element first = image;
    for (Element at = image.previousElementSibling();
        at != null && !at.normalName().equals(image.normalName());
        at = at.previousElementSibling()) {
      first = at;
    }
    ImageSource found = null;
    int sources = 0;
    for (Element at = first;
        at != null && found == null && sources < MOST && isBeside(at, image);
        at = at.nextElementSibling()) {
      if (at.normalName().equals("source")) {
        found = ofSets(at, base, 1, doubtful);
        sources++;
      }
    }
    return found;
  }

  private static boolean isBeside(Element element, Element image) {
    return element == image || !element.normalName().equals(image.normalName());
  }

  private static @Nullable ImageSource own(Element image, String base, boolean doubtful) {
    ImageSource sized = ofSets(image, base, LEAST, doubtful);
    if (sized != null && sized.width() != null) {
      return sized;
    }
    for (String attribute : LAZY) {
      String value = image.attr(attribute);
      String url = isAddress(value) ? real(value, base, doubtful) : null;
      if (url != null) {
        return new ImageSource(url, null);
      }
    }
    String url = real(image.attr("src"), base, doubtful);
    return url == null ? ofSets(image, base, 1, doubtful) : new ImageSource(url, null);
  }

  /** Whether an attribute holds more than a word such as {@code true}. */
  private static boolean isAddress(String value) {
    return value.indexOf('/') >= 0 || value.indexOf('.') >= 0;
  }

  private static @Nullable ImageSource ofSets(
      Element element, String base, int least, boolean doubtful) {
    for (String attribute : SETS) {
      Candidate best = null;
      for (Candidate candidate : candidates(element.attr(attribute))) {
        String url = real(candidate.url(), base, doubtful);
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

  private static @Nullable String real(String address, String base, boolean doubtful) {
    String url = Addresses.absolute(address, base);
    String file = url == null ? "" : file(url);
    boolean standIn =
        STAND_IN.matcher(file).matches() || (!doubtful && DOUBTFUL.matcher(file).matches());
    return standIn ? null : url;
  }

  /** The last part of an address's path. */
  private static String file(String url) {
    int end = url.length();
    for (char c : new char[] {'?', '#'}) {
      int at = url.indexOf(c);
      end = at >= 0 && at < end ? at : end;
    }
    return url.substring(url.lastIndexOf('/', end - 1) + 1, end);
  }
}
