package exsim.scenarios.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the library is. */
public final class LibraryFiles {
  static final Path FOLDER = Path.of("library");

  private LibraryFiles() {}

  /** Every scenario, by path; a folder {@code imports} holds what others import. */
  public static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.getParent().endsWith("imports"))
          .sorted()
          .toList();
    }
  }
}
