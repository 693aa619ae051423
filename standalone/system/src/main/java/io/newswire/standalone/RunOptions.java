package io.newswire.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code newswire run} was asked for: options of the command line over environment variables
 * over defaults.
 *
 * @param root the project's root folder, where the jars are
 * @param data where everything is kept; the same folder continues an earlier run
 * @param feeds the OPML file whose feeds are polled, or null for the bundled sample site
 * @param ports a port of the loopback interface for each program
 * @param heaps a Java heap for each process, in the JVM's notation
 * @param startTimeout how long one program may take until it answers
 */
public record RunOptions(
    Path root,
    Path data,
    @Nullable Path feeds,
    Map<Program, Integer> ports,
    Map<Program, String> heaps,
    Duration startTimeout) {

  private static final String START_TIMEOUT = "start-timeout";

  public RunOptions {
    root = root.toAbsolutePath().normalize();
    data = data.toAbsolutePath().normalize();
    feeds = feeds == null ? null : feeds.toAbsolutePath().normalize();
    ports = Map.copyOf(ports);
    heaps = Map.copyOf(heaps);
  }

  /**
   * @throws CannotRunException when an option is unknown or has no usable value
   */
  public static RunOptions parse(
      Path root, List<String> arguments, Map<String, String> environment) {
    Map<String, String> given = options(arguments);
    Map<Program, Integer> ports = new EnumMap<>(Program.class);
    Map<Program, String> heaps = new EnumMap<>(Program.class);
    for (Program program : Program.values()) {
      ports.put(program, port(program, given, environment));
      if (program.isProcess()) {
        heaps.put(program, heap(program, given, environment));
      }
    }
    Optional<String> data = value("data", given, environment);
    Optional<String> feeds = value("feeds", given, environment);
    return new RunOptions(
        root,
        Path.of(data.orElse(root.resolve("data").toString())),
        feeds.map(Path::of).orElse(null),
        ports,
        heaps,
        startTimeout(given, environment));
  }

  public int port(Program program) {
    Integer port = ports.get(program);
    if (port == null) {
      throw new IllegalStateException("no port for " + program);
    }
    return port;
  }

  public String heap(Program program) {
    String heap = heaps.get(program);
    if (heap == null) {
      throw new IllegalStateException("no heap for " + program);
    }
    return heap;
  }

  /** Where the program's output goes. */
  public Path log(Program program) {
    return data.resolve("logs").resolve(program.id() + ".log");
  }

  private static Map<String, String> options(List<String> arguments) {
    Map<String, String> options = new HashMap<>();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (!known().contains(name)) {
        throw new CannotRunException("unknown option " + name + "; see ./newswire help");
      }
      if (equals < 0 && !rest.hasNext()) {
        throw new CannotRunException(name + " needs a value; see ./newswire help");
      }
      options.put(name.substring(2), equals < 0 ? rest.next() : argument.substring(equals + 1));
    }
    return options;
  }

  private static List<String> known() {
    List<String> names = new ArrayList<>(List.of("--data", "--feeds", "--" + START_TIMEOUT));
    for (Program program : Program.values()) {
      names.add("--port-" + program.id());
      if (program.isProcess()) {
        names.add("--heap-" + program.id());
      }
    }
    return names;
  }

  private static int port(
      Program program, Map<String, String> given, Map<String, String> environment) {
    String option = "port-" + program.id();
    String text = value(option, given, environment).orElse(String.valueOf(program.defaultPort()));
    if (!text.matches("[0-9]{1,5}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > 65_535) {
      throw new CannotRunException(
          source(option, given) + " must be a port from 1 to 65535, not " + text);
    }
    return Integer.parseInt(text);
  }

  private static String heap(
      Program program, Map<String, String> given, Map<String, String> environment) {
    String option = "heap-" + program.id();
    String text = value(option, given, environment).orElse(program.defaultHeap());
    if (!text.matches("[1-9][0-9]{0,6}[kKmMgG]")) {
      throw new CannotRunException(
          source(option, given) + " must be a size such as 512m or 2g, not " + text);
    }
    return text;
  }

  private static Duration startTimeout(Map<String, String> given, Map<String, String> environment) {
    String text = value(START_TIMEOUT, given, environment).orElse("300");
    if (!text.matches("[1-9][0-9]{0,4}")) {
      throw new CannotRunException(
          source(START_TIMEOUT, given) + " must be a number of seconds, not " + text);
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private static Optional<String> value(
      String option, Map<String, String> given, Map<String, String> environment) {
    String value = given.getOrDefault(option, environment.get(variable(option)));
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  private static String source(String option, Map<String, String> given) {
    return given.containsKey(option) ? "--" + option : variable(option);
  }

  /** {@code port-kafka} is {@code NEWSWIRE_PORT_KAFKA} in the environment. */
  private static String variable(String option) {
    return "NEWSWIRE_" + option.replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
