package exsim.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import exsim.scenarios.json.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that must be refused, each with the lines that say why beside it.
 *
 * <p>{@code -Dgolden.update=true} writes the lines anew and fails, so that somebody looks at them.
 */
class BadFilesTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "bad");

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> every_bad_file_is_refused_with_its_lines() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> scenarios =
          files.filter(f -> f.toString().endsWith(".json")).sorted().collect(Collectors.toList());
      assertTrue(scenarios.size() > 15, "the folder has its files");
      return scenarios.stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      file.getFileName().toString(), file.toUri(), () -> refused(file)));
    }
  }

  @Test
  void every_expected_text_has_its_file() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path text : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
        Path scenario = Path.of(text.toString().replace(".txt", ".json"));
        assertTrue(Files.exists(scenario), text + " belongs to no file");
      }
    }
  }

  private static void refused(Path file) throws IOException {
    Reading reading = ScenarioReader.read(file);

    String lines =
        reading.problems().stream()
            .map(Problem::toString)
            .map(line -> line.replace(file.getParent() + java.io.File.separator, ""))
            .collect(Collectors.joining("\n", "", "\n"));
    assertTrue(reading.scenario().isEmpty(), "a file with problems makes no scenario");
    Path expected = Path.of(file.toString().replace(".json", ".txt"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, lines);
      fail("written anew: look at " + expected);
    }
    assertEquals(Files.readString(expected), lines);
  }

  @Test
  void a_directory_is_no_scenario() {
    assertEquals(List.of(scratch + ": this is a directory, not a file"), problems(scratch));
  }

  @Test
  void a_missing_file_is_said_to_be_missing() {
    Path missing = scratch.resolve("missing.json");

    assertEquals(List.of(missing + ": no such file"), problems(missing));
  }

  @Test
  void fifty_megabytes_of_brackets_are_refused() throws IOException {
    byte[] brackets = "[".repeat(50_000_000).getBytes(StandardCharsets.US_ASCII);
    Path file = Files.write(scratch.resolve("brackets.json"), brackets);

    assertEquals(
        List.of(
            file
                + ":1:100: arrays and objects are nested more than 100 deep; no scenario needs"
                + " that"),
        problems(file));
  }

  @Test
  void a_byte_order_mark_is_tolerated_and_does_not_move_columns() throws IOException {
    Path good = Files.writeString(scratch.resolve("good.json"), "\uFEFF{ \"title\": \"t\" }");
    Path bad = Files.writeString(scratch.resolve("bad.json"), "\uFEFF{ \"titel\": \"t\" }");

    assertFalse(ScenarioReader.read(good).scenario().isEmpty());
    assertEquals(
        bad + ":1:3: /titel: unknown key `titel`; did you mean `title`?", problems(bad).get(1));
  }

  private static List<String> problems(Path file) {
    return ScenarioReader.read(file).problems().stream().map(Problem::toString).toList();
  }
}
