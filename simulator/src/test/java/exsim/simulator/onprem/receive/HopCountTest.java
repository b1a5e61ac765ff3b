package exsim.simulator.onprem.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.topology.Topology;
import exsim.simulator.onprem.Made;
import exsim.simulator.onprem.OrganizationView;
import exsim.simulator.onprem.RecipientRule;
import exsim.simulator.rule.Rule;
import exsim.simulator.smtp.Command;
import exsim.simulator.smtp.Received;
import exsim.simulator.smtp.Verdict;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** MaxHopCount 60 and MaxLocalHopCount 5, and which headers each of them counts. */
class HopCountTest {
  private static final ReceiveConnector CONNECTOR = Made.receive("R", "0.0.0.0:25", "0.0.0.0/0");
  private static final ExchangeServer SERVER = Made.server("EX1", "HQ", CONNECTOR);

  private static Optional<Verdict> verdict(int count, String system, Optional<String> server) {
    OrganizationView view =
        new OrganizationView(
            Made.organization(ImmutableList.of(), null, SERVER), Topology.EMPTY, null);
    return new HopCount(view, SERVER, CONNECTOR)
        .exceeded(
            Made.peer("192.0.2.1"),
            new Command.Content(
                1000,
                ImmutableList.copyOf(Collections.nCopies(count, new Received(system, server)))));
  }

  private static Optional<Rule> rule(int count, String system, Optional<String> server) {
    return verdict(count, system, server).map(v -> v.because().rule());
  }

  @Test
  void as_many_headers_as_the_limit_are_taken_and_one_more_is_refused() {
    assertEquals(Optional.empty(), rule(60, "elsewhere", Optional.empty()));
    assertEquals(Optional.of(RecipientRule.LOOP), rule(61, "elsewhere", Optional.empty()));
    assertEquals(
        "554 5.4.6 Hop count exceeded - possible mail loop",
        verdict(61, "elsewhere", Optional.empty()).orElseThrow().reply().text());
  }

  @Test
  void the_local_limit_counts_the_headers_of_this_server_alone() {
    assertEquals(Optional.empty(), rule(5, "contoso", Optional.of("EX1")));
    assertEquals(Optional.of(RecipientRule.LOCAL_LOOP), rule(6, "contoso", Optional.of("ex1")));
    assertEquals(Optional.empty(), rule(6, "contoso", Optional.of("EX2")));
    assertEquals(Optional.empty(), rule(6, "contoso", Optional.empty()));
    assertEquals(Optional.empty(), rule(6, "elsewhere", Optional.of("EX1")));
  }
}
