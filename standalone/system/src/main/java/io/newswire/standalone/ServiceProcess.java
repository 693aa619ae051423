package io.newswire.standalone;

import io.newswire.servers.HttpProbe;
import io.newswire.servers.JavaCommand;
import io.newswire.servers.JavaProcess;
import io.newswire.servers.Ports;
import io.newswire.servers.ServerStartException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of the three services, run from the executable jar that its container runs, too. */
public final class ServiceProcess {

  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(3);

  private final Program program;
  private final RunOptions options;
  private final List<String> settings;
  private volatile JavaProcess process;

  private ServiceProcess(Program program, RunOptions options, List<String> settings) {
    this.program = program;
    this.options = options;
    this.settings = List.copyOf(settings);
    this.process = launch();
  }

  /**
   * Starts the service and returns when it reports that it is healthy.
   *
   * @param settings Spring Boot arguments ({@code --key=value}); they win over the environment
   * @throws ServerStartException when it does not come up, saying why
   */
  static ServiceProcess start(Program program, RunOptions options, List<String> settings) {
    return new ServiceProcess(program, options, settings);
  }

  Program program() {
    return program;
  }

  JavaProcess process() {
    return process;
  }

  void restart() {
    stop();
    process = launch();
  }

  void stop() {
    process.stop(GRACE);
  }

  private JavaProcess launch() {
    int port = options.port(program);
    if (!Ports.isFree(port)) {
      throw new ServerStartException(
          program.title() + " cannot listen on port " + port + ": another program does");
    }
    List<String> arguments = new ArrayList<>(settings);
    arguments.add("--server.address=" + Ports.HOST);
    arguments.add("--server.port=" + port);
    List<String> jvm = new ArrayList<>();
    jvm.add("-Xmx" + options.heap(program));
    jvm.add("-XX:+ExitOnOutOfMemoryError");
    jvm.add("-Djava.awt.headless=true");
    jvm.add("-Dfile.encoding=UTF-8");
    jvm.addAll(program.jvmOptions());
    JavaProcess started =
        new JavaCommand(
                program.title(),
                jvm,
                List.of(jar().toString()),
                "org.springframework.boot.loader.launch.JarLauncher",
                arguments,
                Map.of(),
                options.log(program))
            .start();
    started.awaitReady(this::isHealthy, options.startTimeout());
    return started;
  }

  private Path jar() {
    String service = program.id() + "-service";
    Path folder = options.root().resolve(service).resolve("target");
    try (var jars = Files.newDirectoryStream(folder, "newswire-" + service + "-*-exec.jar")) {
      for (Path jar : jars) {
        return jar;
      }
    } catch (IOException e) {
      throw new ServerStartException(
          program.title() + " is not built: " + folder + " cannot be read", e);
    }
    throw new ServerStartException(
        program.title() + " is not built: no executable jar in " + folder + "; run mvn package");
  }

  private boolean isHealthy() {
    return HttpProbe.isOk(
        URI.create("http://" + Ports.HOST + ":" + options.port(program) + "/actuator/health"),
        PROBE_TIMEOUT);
  }
}
