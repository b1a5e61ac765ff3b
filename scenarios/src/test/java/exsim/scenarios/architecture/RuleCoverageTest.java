package exsim.scenarios.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import exsim.scenarios.coverage.Reach;
import exsim.scenarios.format.ScenarioReader;
import exsim.simulator.RuleBook;
import exsim.simulator.onprem.queue.QueueRule;
import exsim.simulator.onprem.receive.EhloRule;
import exsim.simulator.rule.Rule;
import exsim.simulator.smtp.SmtpRule;
import exsim.simulator.tls.TlsRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule decides something somewhere: in a scenario of the library, or as a row of a table. */
class RuleCoverageTest {
  /** Said to clients that break the protocol; no simulated client does. */
  private static final Set<Rule> OF_THE_SERVER_TABLE =
      Set.of(
          SmtpRule.OUT_OF_ORDER,
          SmtpRule.UNRECOGNIZED,
          SmtpRule.STARTTLS_NOT_OFFERED,
          SmtpRule.NO_PARAMETERS,
          SmtpRule.MECHANISM_NOT_OFFERED,
          SmtpRule.PATIENCE_LOST);

  /** Judges a reply that no peer of a scenario can be made to give; ConnectorVoiceTest does. */
  private static final Set<Rule> OF_AN_UNHEARD_REPLY = Set.of(QueueRule.UPGRADED);

  @Test
  void every_rule_is_reached_by_a_scenario_or_is_a_row_of_a_table() throws IOException {
    Set<String> reached = new TreeSet<>();
    for (Path file : library()) {
      ScenarioReader.read(file).scenario().ifPresent(s -> reached.addAll(Reach.of(s)));
    }

    Set<String> missing = new TreeSet<>();
    for (Rule rule : RuleBook.rules()) {
      boolean row =
          rule instanceof TlsRule
              || rule instanceof EhloRule
              || OF_THE_SERVER_TABLE.contains(rule)
              || OF_AN_UNHEARD_REPLY.contains(rule);
      if (!row && !reached.contains(rule.id())) {
        missing.add(rule.id());
      }
    }
    assertEquals(Set.of(), missing);
  }

  private static List<Path> library() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("library"))) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
