package exsim.scenarios.shell;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What to type in place of what is not simulated; a table, {@code instead.txt}. */
final class Instead {
  private static final ImmutableMap<String, String> ALL = read();

  private Instead() {}

  /** What is nearest to a word that nothing here answers to. */
  static Optional<String> of(String word) {
    return Optional.ofNullable(ALL.get(Ascii.toLowerCase(word)));
  }

  /** All, by the word in small letters. */
  static ImmutableMap<String, String> all() {
    return ALL;
  }

  private static ImmutableMap<String, String> read() {
    ImmutableMap.Builder<String, String> all = ImmutableMap.builder();
    try {
      for (String line :
          Resources.readLines(
              Resources.getResource(Instead.class, "instead.txt"), StandardCharsets.UTF_8)) {
        if (!line.startsWith("#")) {
          List<String> row = Splitter.on('|').trimResults().limit(2).splitToList(line);
          all.put(Ascii.toLowerCase(row.get(0)), row.get(1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.buildOrThrow();
  }
}
