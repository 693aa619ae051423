package io.newswire.benchmarks;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import io.newswire.parser.language.LanguageDetection;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many sentences get the language they are in, from the parser and from the libraries it could
 * have used: accuracy, sentences a second of CPU time, and the heap that is in use afterwards. Each
 * runs in a JVM of its own.
 *
 * <p>Usage: {@code LanguageBenchmark FILE [NAME]}: a JSON object a line with {@code text} and the
 * BCP 47 tag {@code expected}; with a NAME that one alone, and what it confuses.
 */
public final class LanguageBenchmark {

  private static final List<String> ALL =
      List.of("newswire", "lingua-low", "lingua-high", "opennlp", "optimaize");

  private record Sentence(String text, String expected) {}

  private LanguageBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 0) {
      System.err.println("usage: LanguageBenchmark FILE [" + String.join("|", ALL) + "]");
      System.exit(2);
    }
    if (args.length > 1) {
      measure(args[1], sentences(Path.of(args[0])));
      return;
    }
    for (String name : ALL) {
      measureInItsOwnJvm(name, args[0]);
    }
  }

  private static void measureInItsOwnJvm(String name, String file)
      throws IOException, InterruptedException {
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    List<String> command =
        List.of(
            java,
            "-XX:+UseSerialGC",
            "-Xmx4g",
            "-cp",
            System.getProperty("java.class.path"),
            LanguageBenchmark.class.getName(),
            file,
            name);
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      System.exit(code);
    }
  }

  private static void measure(String name, List<Sentence> sentences) throws IOException {
    UnaryOperator<String> detector = detector(name);
    // Of the whole process: a library may use threads of its own.
    var process =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    Map<String, Integer> confused = new TreeMap<>();
    sentences.forEach(sentence -> detector.apply(sentence.text())); // models load, code compiles
    int correct = 0;
    long start = process.getProcessCpuTime();
    for (Sentence sentence : sentences) {
      String found = detector.apply(sentence.text());
      if (found.equals(sentence.expected())) {
        correct++;
      } else {
        confused.merge(sentence.expected() + ">" + found, 1, Integer::sum);
      }
    }
    double seconds = (process.getProcessCpuTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%-12s correct %d of %d = %.2f %%, %.0f sentences/s, heap %d MB%n",
        name,
        correct,
        sentences.size(),
        100.0 * correct / sentences.size(),
        sentences.size() / seconds,
        heapInUse() / (1024 * 1024));
    System.out.println(
        "  confused: "
            + confused.entrySet().stream()
                .sorted((a, b) -> b.getValue() - a.getValue())
                .limit(12)
                .map(pair -> pair.getKey() + " " + pair.getValue())
                .collect(Collectors.joining(", ")));
    detector.apply("and is still there");
  }

  private static long heapInUse() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static UnaryOperator<String> detector(String name) throws IOException {
    return switch (name) {
      case "newswire" -> newswire();
      case "lingua-low" -> lingua(LanguageDetectorBuilder.fromAllLanguages().withLowAccuracyMode());
      case "lingua-high" -> lingua(LanguageDetectorBuilder.fromAllLanguages());
      case "opennlp" -> openNlp();
      case "optimaize" -> optimaize();
      default -> throw new IllegalArgumentException("no detector is named " + name);
    };
  }

  private static UnaryOperator<String> newswire() {
    LanguageDetection detection = new LanguageDetection();
    return text -> detection.detect(text, null);
  }

  private static UnaryOperator<String> lingua(LanguageDetectorBuilder builder) {
    var detector = builder.build();
    return text -> {
      Language language = detector.detectLanguageOf(text);
      return language == Language.UNKNOWN ? "und" : language.getIsoCode639_1().toString();
    };
  }

  private static UnaryOperator<String> openNlp() throws IOException {
    try (InputStream model = LanguageBenchmark.class.getResourceAsStream("/langdetect-183.bin")) {
      var detector = new LanguageDetectorME(new LanguageDetectorModel(model));
      return text -> tag(detector.predictLanguage(text).getLang());
    }
  }

  private static UnaryOperator<String> optimaize() throws IOException {
    var detector =
        com.optimaize.langdetect.LanguageDetectorBuilder.create(NgramExtractors.standard())
            .withProfiles(new LanguageProfileReader().readAllBuiltIn())
            .build();
    return text -> {
      var probabilities = detector.getProbabilities(text);
      return probabilities.isEmpty() ? "und" : tag(probabilities.getFirst().getLocale().toString());
    };
  }

  /**
   * The libraries' own codes as BCP 47: two letters where there are two, macrolanguages resolved.
   */
  private static String tag(String code) {
    String tag = Locale.forLanguageTag(code).getLanguage();
    return switch (tag) {
      case "no", "nob" -> "nb";
      case "cmn" -> "zh";
      case "pes", "prs" -> "fa";
      case "ekk" -> "et";
      case "lvs" -> "lv";
      case "zsm", "zlm" -> "ms";
      case "iw" -> "he";
      case "fil" -> "tl";
      default -> shortest(tag);
    };
  }

  private static String shortest(String code) {
    for (String two : Locale.getISOLanguages()) {
      if (code.length() == 3 && Locale.of(two).getISO3Language().equals(code)) {
        return two;
      }
    }
    return code;
  }

  private static List<Sentence> sentences(Path file) throws IOException {
    JsonMapper mapper = new JsonMapper();
    List<Sentence> sentences = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = mapper.readTree(line);
      sentences.add(new Sentence(node.get("text").asString(), node.get("expected").asString()));
    }
    return sentences;
  }
}
