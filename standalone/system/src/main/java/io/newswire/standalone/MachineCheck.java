package io.newswire.standalone;

import io.newswire.servers.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** What must be true of the machine before anything is started, so that nothing starts in vain. */
final class MachineCheck {

  /** What a Java process needs beside its heap: code, threads, buffers. */
  private static final long BESIDE_HEAP_MB = 130;

  private static final Path MEMINFO = Path.of("/proc/meminfo");

  private MachineCheck() {}

  /**
   * @throws CannotRunException naming the first thing that is wrong
   */
  static void check(RunOptions options) {
    feedsAreReadable(options);
    dataIsWritable(options.data());
    portsAreFree(options);
    memoryIsThere(options.heaps(), availableMb());
  }

  private static void feedsAreReadable(RunOptions options) {
    Path feeds = options.feeds();
    if (feeds != null && !(Files.isRegularFile(feeds) && Files.isReadable(feeds))) {
      throw new CannotRunException("the feeds file " + feeds + " cannot be read");
    }
  }

  private static void dataIsWritable(Path data) {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new CannotRunException(
          "the data folder " + data + " cannot be made (" + e + "); choose another with --data");
    }
    if (!Files.isWritable(data)) {
      throw new CannotRunException(
          "the data folder " + data + " is not writable; choose another with --data");
    }
  }

  private static void portsAreFree(RunOptions options) {
    Map<Integer, Program> seen = new HashMap<>();
    for (Program program : programs(options)) {
      int port = options.port(program);
      Program other = seen.put(port, program);
      if (other != null) {
        throw new CannotRunException(
            other.title()
                + " and "
                + program.title()
                + " have the same port "
                + port
                + change(program));
      }
      if (!Ports.isFree(port)) {
        throw new CannotRunException(
            "port "
                + port
                + " for "
                + program.title()
                + " is taken by another program"
                + change(program));
      }
    }
  }

  private static String change(Program program) {
    return "; choose another with --port-" + program.id();
  }

  private static List<Program> programs(RunOptions options) {
    return List.of(Program.values()).stream()
        .filter(program -> program != Program.SAMPLE || options.feeds() == null)
        .toList();
  }

  /** Heaps are not taken at once, but a machine that cannot hold them all will stall later. */
  static void memoryIsThere(Map<Program, String> heaps, OptionalLong availableMb) {
    long neededMb = 0;
    for (String heap : heaps.values()) {
      neededMb += megabytes(heap) + BESIDE_HEAP_MB;
    }
    if (availableMb.isPresent() && availableMb.getAsLong() < neededMb) {
      throw new CannotRunException(
          "not enough memory: %d MB are needed and %d MB are available; free some, or lower the heaps (--heap-elasticsearch 512m …)"
              .formatted(neededMb, availableMb.getAsLong()));
    }
  }

  private static long megabytes(String heap) {
    long number = Long.parseLong(heap.substring(0, heap.length() - 1));
    return switch (heap.substring(heap.length() - 1).toLowerCase(Locale.ROOT)) {
      case "g" -> number << 10;
      case "m" -> number;
      default -> number >> 10;
    };
  }

  /** What can be had without swapping; unknown where the system does not say. */
  private static OptionalLong availableMb() {
    try {
      if (Files.isReadable(MEMINFO)) {
        return Files.readAllLines(MEMINFO).stream()
            .filter(line -> line.startsWith("MemAvailable:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
            .findFirst();
      }
      return OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
