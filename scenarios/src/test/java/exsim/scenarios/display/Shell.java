package exsim.scenarios.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.format.Reading;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import exsim.scenarios.json.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A shell on a scenario that a test writes, with apostrophes for quotes.
 *
 * @param scenario the scenario
 * @param width of the window
 */
record Shell(Scenario scenario, int width) {
  static Shell on(String members) {
    String text = ("{'title': 't', " + members + "}").replace('\'', '"');
    Reading reading = ScenarioReader.parse("test.json", text, Path.of("."));
    assertEquals(List.of(), reading.problems());
    return new Shell(reading.scenario().orElseThrow(), 80);
  }

  Shell wide(int columns) {
    return new Shell(scenario, columns);
  }

  /** What a command line prints that is in order, without blanks at the ends of lines. */
  List<String> print(String commandLine) {
    return print(commandLine, "PT0S");
  }

  List<String> print(String commandLine, String after) {
    return exactly(commandLine, after).stream().map(String::stripTrailing).toList();
  }

  /** The same with its blanks. */
  List<String> printExactly(String commandLine) {
    return exactly(commandLine, "PT0S");
  }

  private ImmutableList<String> exactly(String commandLine, String after) {
    Findings findings = Findings.of("");
    Optional<ImmutableList<String>> lines = display(after).run(commandLine, "cmdlet", findings);
    assertEquals(List.of(), findings.problems().all());
    return lines.orElseThrow();
  }

  /** What is wrong with a command line. */
  List<String> faults(String commandLine) {
    Findings findings = Findings.of("");
    var unused = display("PT0S").run(commandLine, "cmdlet", findings);
    return findings.problems().all().stream().map(Problem::toString).toList();
  }

  private Display display(String after) {
    Findings findings = Findings.of("");
    return new Display(
        new Moment(scenario, scenario.moment(after, "at", findings.problems()).orElseThrow()),
        "",
        width);
  }
}
