package io.newswire.benchmarks;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Article events of about 3 kB, the same in every run. */
final class GeneratedArticles {

  private static final int WORDS = 4000;

  private final String[] vocabulary = new String[WORDS];
  private final Random random = new Random(42);

  GeneratedArticles() {
    for (int i = 0; i < WORDS; i++) {
      vocabulary[i] =
          random
              .ints(3 + random.nextInt(8), 'a', 'z' + 1)
              .mapToObj(c -> String.valueOf((char) c))
              .collect(Collectors.joining());
    }
  }

  static String id(int number) {
    return String.format(Locale.ROOT, "%032x", number);
  }

  String event(int number) {
    String body = text(150);
    return """
    {"id":"%s","entryId":"0123456789abcdef-%s","version":%d,"revision":1,"change":"new","origin":"feed",\
    "url":"https://site%d.example/%d","canonicalUrl":"https://site%d.example/%d",\
    "source":{"feedId":"0123456789abcdef","feedUrl":"https://site%d.example/feed","name":"Site %d","tags":["bench"]},\
    "title":"%s","summary":"%s","body":"%s","bodyHtml":"<p>%s</p>","authors":["%s"],"agencies":[],\
    "publishedAt":"2026-10-%02dT09:30:00Z","publishedAtSource":"feed","firstSeenAt":"2026-%02d-28T10:00:00Z",\
    "fetchedAt":"2026-10-29T10:00:00Z","language":"en","wordCount":150,"readingTimeMinutes":1,"keyPoints":[],\
    "sections":[],"topics":["%s","%s"],"images":[{"url":"https://site.example/%d.jpg","width":640,"height":480}],\
    "enclosures":[],"contentHash":"%064x","fingerprint":"%016x","method":"feed-content","rulesVersion":1}\
    """
        .formatted(
            id(number),
            id(number),
            1_790_000_000_000L + number,
            number % 50,
            number,
            number % 50,
            number,
            number % 50,
            number % 50,
            text(8),
            text(20),
            body,
            body,
            text(2),
            1 + number % 28,
            1 + number % 12,
            text(1),
            text(1),
            number,
            number,
            random.nextLong());
  }

  private String text(int words) {
    return IntStream.range(0, words)
        .mapToObj(
            i -> vocabulary[(int) Math.min(WORDS - 1, Math.abs(random.nextGaussian()) * WORDS / 4)])
        .collect(Collectors.joining(" "));
  }
}
