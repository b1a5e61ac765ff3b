package exsim.scenarios.create;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Text with names to be filled in, {@code ${domain}}, and lines that stand under conditions: {@code
 * [edge !online]} in front of a line keeps it where edge holds and online does not.
 *
 * @param lines the lines
 */
record Template(ImmutableList<String> lines) {
  /** The template of this package that has a name. */
  static Template named(String name) {
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Template(text.lines().collect(ImmutableList.toImmutableList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The text.
   *
   * @param values what stands for the names
   * @param holding the conditions that hold
   */
  String text(ImmutableMap<String, String> values, ImmutableSet<String> holding) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      int end = line.startsWith("[") ? line.indexOf(']') : -1;
      if (end < 0 || holds(line.substring(1, end), holding)) {
        text.append(filled(line.substring(end + 1), values)).append('\n');
      }
    }
    return text.toString();
  }

  private static boolean holds(String conditions, ImmutableSet<String> holding) {
    for (String word : Splitter.on(' ').split(conditions)) {
      boolean negative = word.startsWith("!");
      if (holding.contains(negative ? word.substring(1) : word) == negative) {
        return false;
      }
    }
    return true;
  }

  private static String filled(String line, ImmutableMap<String, String> values) {
    String filled = line;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("${" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }
}
