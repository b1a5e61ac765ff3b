package exsim.scenarios.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that were looked at once and must stay as they are. */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/exsim/scenarios/report");

  private Golden() {}

  /** Compares a text with a file; {@code -Dgolden.update=true} rewrites the file, and fails. */
  static void check(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, text);
      fail(file + " was rewritten: look at it");
    }
    assertEquals(Files.readString(file), text);
  }
}
