package io.newswire.elasticsearch.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Runs a node until the process is told to end: {@code Launcher HOME CONFIG [key=value …]}, where
 * HOME holds {@code lib} and {@code modules}, CONFIG is a folder for configuration files, and each
 * further argument is a setting of the node.
 */
public final class Launcher {

  private Launcher() {}

  public static void main(String[] args)
      throws IOException, NodeValidationException, InterruptedException {
    if (args.length < 2) {
      throw new IllegalArgumentException("usage: Launcher HOME CONFIG [key=value ...]");
    }
    Settings settings = settings(args);
    // No log4j2.properties: log events go to standard output, in one plain line each.
    LogConfigurator.configureESLogging();
    LogConfigurator.registerErrorListener();
    LogConfigurator.configureWithoutConfig(settings);

    Environment environment = new Environment(settings, Path.of(args[1]));
    Node node =
        new Node(
            environment,
            PluginsLoader.createPluginsLoader(
                PluginsLoader.loadModulesBundles(environment.modulesDir(), false),
                Set.of(),
                Map.of()));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "node-shutdown"));
    node.start();
    // All threads of a node are daemons: this one keeps the process alive until it is told to end.
    new CountDownLatch(1).await();
  }

  private static Settings settings(String[] args) {
    Settings.Builder settings = Settings.builder().put("path.home", args[0]);
    for (int i = 2; i < args.length; i++) {
      int equals = args[i].indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("not a setting (key=value): " + args[i]);
      }
      settings.put(args[i].substring(0, equals), args[i].substring(equals + 1));
    }
    return settings.build();
  }

  /** Closes shards and files in order; what is in the translog is safe even without it. */
  private static void close(Node node) {
    try {
      node.close();
      if (!node.awaitClose(10, TimeUnit.SECONDS)) {
        System.err.println("The node did not close all its shards within 10 seconds.");
      }
    } catch (IOException e) {
      System.err.println("The node did not close cleanly: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
