package io.newswire.servers;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Java program to be run as a process of its own, with the JDK that this one runs on.
 *
 * @param name what messages call it
 * @param jvmOptions options of the JVM, {@code --module-path} among them
 * @param classPath jars, folders and {@code folder/*} patterns
 * @param mainClass the class to start
 * @param arguments its arguments
 * @param environment variables set on top of this process's own
 * @param log the file that its output is appended to
 */
public record JavaCommand(
    String name,
    List<String> jvmOptions,
    List<String> classPath,
    String mainClass,
    List<String> arguments,
    Map<String, String> environment,
    Path log) {

  public JavaCommand {
    jvmOptions = List.copyOf(jvmOptions);
    classPath = List.copyOf(classPath);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /** Starts the program; it ends with this process at the latest. */
  public JavaProcess start() {
    return JavaProcess.start(name, tethered(), environment, log);
  }

  /** Runs the program until it ends by itself. */
  JavaProcess startUntethered() {
    List<String> command = java();
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), mainClass));
    command.addAll(arguments);
    return JavaProcess.start(name, command, environment, log);
  }

  private List<String> tethered() {
    List<String> command = java();
    List<String> classes = new ArrayList<>(classPath);
    classes.add(ownClasses());
    command.addAll(
        List.of(
            "-cp",
            String.join(File.pathSeparator, classes),
            Tether.class.getName(),
            String.valueOf(ProcessHandle.current().pid()),
            mainClass));
    command.addAll(arguments);
    return command;
  }

  private List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    return command;
  }

  /** The jar or folder that {@link Tether} is in. */
  private static String ownClasses() {
    try {
      return Path.of(Tether.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Cannot tell where this program's classes are", e);
    }
  }
}
