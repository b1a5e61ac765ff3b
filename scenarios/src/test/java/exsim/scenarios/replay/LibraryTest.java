package exsim.scenarios.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.format.Reading;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.delivery.Telnet;
import exsim.simulator.question.ExpectationCheck;
import exsim.simulator.question.LessonAnswer;
import exsim.simulator.question.TypedCheck;
import exsim.simulator.question.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Replays every scenario of the library. */
class LibraryTest {
  private static final int LINE_MAX = 76;

  @TestFactory
  Stream<DynamicTest> every_scenario_reads_without_problems_and_holds() throws IOException {
    return LibraryFiles.scenarios().stream()
        .map(file -> DynamicTest.dynamicTest(name(file), file.toUri(), () -> holds(file)));
  }

  @Test
  void no_two_scenarios_have_the_same_title() throws IOException {
    Map<String, Path> titles = new HashMap<>();
    for (Path file : LibraryFiles.scenarios()) {
      String title = read(file).title();
      Path other = titles.put(title, file);
      assertTrue(other == null, () -> file + " and " + other + " are both called: " + title);
    }
  }

  @Test
  void the_seed_folder_has_one_file_for_each_of_its_twenty_statements() throws IOException {
    List<String> expected = IntStream.rangeClosed(1, 20).mapToObj("s%02d"::formatted).toList();

    List<String> found =
        LibraryFiles.scenarios().stream()
            .filter(file -> file.getParent().endsWith("seed"))
            .map(file -> file.getFileName().toString().replaceFirst("-.*", ""))
            .toList();

    assertEquals(expected, found);
  }

  private static String name(Path file) {
    return file.getParent().getFileName() + "/" + file.getFileName();
  }

  private static void holds(Path file) {
    Scenario scenario = read(file);
    assertFalse(
        scenario.expectations().isEmpty() && scenario.sessions().isEmpty(),
        "a scenario of the library expects something");
    assertFalse(scenario.description().isEmpty(), "a scenario of the library tells its story");
    for (String line : scenario.description()) {
      assertTrue(line.length() <= LINE_MAX, () -> "longer than " + LINE_MAX + ": " + line);
    }

    ImmutableList<Delivery> deliveries = Simulation.run(scenario.world());
    ImmutableList<Verdict> verdicts =
        ExpectationCheck.check(scenario.expectations(), deliveries, false);

    List<String> failed =
        verdicts.stream()
            .filter(v -> !v.held())
            .map(v -> v.expectation().message() + ": " + v.mismatches() + " " + v.note())
            .toList();
    assertEquals(List.of(), failed);
    Telnet telnet = new Simulation(scenario.world()).telnet();
    ImmutableList<TypedCheck.Result> typed =
        scenario.sessions().stream()
            .map(script -> TypedCheck.of(script, telnet))
            .collect(ImmutableList.toImmutableList());
    typed.forEach(t -> assertEquals(List.of(), t.mismatches(), t.script().id()));
    for (Scenario.Asked asked : scenario.questions()) {
      assertEquals("", LessonAnswer.of(asked.question(), deliveries, typed).fault());
    }
  }

  private static Scenario read(Path file) {
    Reading reading = ScenarioReader.read(file);
    assertEquals(List.of(), reading.problems());
    return reading.scenario().orElseThrow();
  }
}
