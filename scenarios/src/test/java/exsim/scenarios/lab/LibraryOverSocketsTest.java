package exsim.scenarios.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import exsim.scenarios.replay.LibraryFiles;
import exsim.simulator.delivery.Contact;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.Simulation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client finds over real sockets and real TLS is what the simulation says it finds. */
class LibraryOverSocketsTest {
  @Test
  void every_hop_of_the_library_goes_over_sockets_as_in_memory() throws Exception {
    List<String> differences = new ArrayList<>();
    int sessions = 0;
    for (Path file : LibraryFiles.scenarios()) {
      Scenario scenario = ScenarioReader.read(file).scenario().orElseThrow();
      List<String> predicted = new ArrayList<>();
      List<String> found = new ArrayList<>();
      Simulation.run(scenario.world()).forEach(d -> tell(d, predicted));
      try (Loopback lines = new Loopback(scenario.clock())) {
        Simulation real = new Simulation(scenario.world(), lines);
        scenario.world().messages().stream()
            .flatMap(m -> real.deliveries(m).stream())
            .forEach(d -> tell(d, found));
        sessions += lines.sessions();
      }
      for (int i = 0; i < Math.max(predicted.size(), found.size()); i++) {
        String said = i < predicted.size() ? predicted.get(i) : "nothing";
        String was = i < found.size() ? found.get(i) : "nothing";
        if (!said.equals(was)) {
          differences.add(file.getFileName() + "\n  predicted " + said + "\n  found     " + was);
          break;
        }
      }
    }
    int count = sessions;
    assertTrue(count > 500, () -> "only " + count + " sessions ran over sockets");
    assertEquals("", String.join("\n", differences));
  }

  /** All that a client can tell: outcome, TLS, the certificate, every line of the session. */
  private static void tell(Delivery delivery, List<String> all) {
    all.add(delivery.message().id() + " " + delivery.outcome() + " " + delivery.reply());
    for (Hop hop : delivery.hops()) {
      all.add(
          hop.from().host()
              + " > "
              + hop.to().host()
              + " offered "
              + hop.tls().offered()
              + ", came up "
              + hop.tls().established()
              + ", "
              + hop.tls().mode()
              + ", proved "
              + hop.tls().authentication()
              + ", presented "
              + hop.contact().reached().flatMap(Contact.Reached::presented)
              + ", cause "
              + hop.cause()
              + ", "
              + hop.reply());
      hop.dialogue().lines().forEach(line -> all.add("  " + line));
    }
  }
}
