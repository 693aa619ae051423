package io.newswire.standalone;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.newswire.servers.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCheckTest {

  @TempDir Path folder;

  @Test
  void aMachineWithEverythingPasses() {
    assertThatCode(() -> MachineCheck.check(options())).doesNotThrowAnyException();
  }

  @Test
  void aTakenPortIsNamedWithTheOptionThatChangesIt() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(Ports.HOST))) {
      String port = String.valueOf(taken.getLocalPort());
      assertThatThrownBy(() -> MachineCheck.check(options("--port-fetcher", port)))
          .isInstanceOf(CannotRunException.class)
          .hasMessageContaining("port " + port + " for Fetcher")
          .hasMessageContaining("--port-fetcher");
    }
  }

  @Test
  void onePortForTwoProgramsIsRefused() {
    String port = String.valueOf(Ports.free());
    RunOptions options = options("--port-parser", port, "--port-indexer", port);
    assertThatThrownBy(() -> MachineCheck.check(options))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("Parser and Indexer");
  }

  @Test
  void feedsThatCannotBeReadAreNamed() {
    RunOptions options = options("--feeds", folder.resolve("none.opml").toString());
    assertThatThrownBy(() -> MachineCheck.check(options))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("none.opml");
  }

  @Test
  void aDataFolderThatIsAFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    RunOptions options = options("--data", file.toString());
    assertThatThrownBy(() -> MachineCheck.check(options))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("--data");
  }

  @Test
  void tooLittleMemoryIsSaidInFigures() {
    Map<Program, String> heaps = Map.of(Program.KAFKA, "1g", Program.PARSER, "512m");
    assertThatThrownBy(() -> MachineCheck.memoryIsThere(heaps, OptionalLong.of(1_700)))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("1796 MB are needed and 1700 MB are available");
    assertThatCode(() -> MachineCheck.memoryIsThere(heaps, OptionalLong.of(1_800)))
        .doesNotThrowAnyException();
    assertThatCode(() -> MachineCheck.memoryIsThere(heaps, OptionalLong.empty()))
        .doesNotThrowAnyException();
  }

  /** Free ports for whatever is not given, so that programs on the usual ones do not matter. */
  private RunOptions options(String... arguments) {
    List<String> all = new ArrayList<>();
    for (Program program : Program.values()) {
      all.addAll(List.of("--port-" + program.id(), String.valueOf(Ports.free())));
    }
    all.addAll(List.of("--data", folder.resolve("data").toString()));
    all.addAll(List.of(arguments));
    return RunOptions.parse(folder, all, Map.of());
  }
}
