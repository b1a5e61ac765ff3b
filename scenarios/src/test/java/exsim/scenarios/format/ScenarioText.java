package exsim.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import exsim.model.topology.Topology;
import exsim.scenarios.json.Problem;
import java.nio.file.Path;
import java.util.List;

/** Scenarios written in tests, with apostrophes for quotes. */
final class ScenarioText {
  private ScenarioText() {}

  static Reading reading(String members) {
    String text = "{'title': 't', " + members + "}";
    return ScenarioReader.parse("test.json", text.replace('\'', '"'), Path.of("."));
  }

  /** The scenario of a text without faults. */
  static Scenario scenario(String members) {
    Reading reading = reading(members);
    assertEquals(List.of(), reading.problems());
    return reading.scenario().orElseThrow();
  }

  /** The topology at the start. */
  static Topology topology(String members) {
    return scenario(members).world().epochs().get(0).topology();
  }

  static List<String> problems(String members) {
    return reading(members).problems().stream().map(ScenarioText::words).toList();
  }

  static List<String> warnings(String members) {
    return reading(members).warnings().stream().map(ScenarioText::words).toList();
  }

  private static String words(Problem problem) {
    return problem.spot().pointer() + " " + problem.what();
  }
}
