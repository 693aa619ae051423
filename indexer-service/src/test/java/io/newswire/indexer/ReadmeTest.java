package io.newswire.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.indexer.api.ApiProperties;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The README's table of settings is complete, and names none that there is not. */
class ReadmeTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`newswire\\.[^|]*) \\|");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  @Test
  void everySettingIsInTheTable() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Class<?> settings :
        Set.of(IndexerProperties.class, TopicProperties.class, ApiProperties.class)) {
      collect(settings.getAnnotation(ConfigurationProperties.class).value(), settings, keys);
    }

    assertThat(documented()).isEqualTo(keys);
  }

  private static Set<String> documented() throws IOException {
    Path readme =
        Path.of(System.getProperty("newswire.root", ".."), "indexer-service", "README.md");
    Set<String> keys = new TreeSet<>();
    for (MatchResult row : ROW.matcher(Files.readString(readme)).results().toList()) {
      String group = "";
      for (MatchResult name : NAME.matcher(row.group(1)).results().toList()) {
        String key = name.group(1).startsWith(".") ? group + name.group(1) : name.group(1);
        keys.add(key);
        group = key.substring(0, key.lastIndexOf('.'));
      }
    }
    return keys;
  }

  private static void collect(String prefix, Class<?> settings, Set<String> keys) {
    for (RecordComponent component : settings.getRecordComponents()) {
      String key = prefix + "." + kebab(component.getName());
      if (component.getType().isRecord()) {
        collect(key, component.getType(), keys);
      } else {
        keys.add(key);
      }
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
