package exsim.scenarios.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.mail.Message;
import exsim.model.topology.World;
import exsim.scenarios.format.ScenarioReader;
import exsim.simulator.delivery.Outcome;
import exsim.simulator.delivery.Simulation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MessageRatesTest {
  private static final World WORLD =
      ScenarioReader.read(Path.of("library/onprem/message-rate-limit.json"))
          .scenario()
          .orElseThrow()
          .world();

  private static ImmutableMap<String, Outcome> outcomes(World world, ImmutableList<Message> order) {
    Simulation simulation = new Simulation(world);
    ImmutableMap.Builder<String, Outcome> outcomes = ImmutableMap.builder();
    order.forEach(m -> outcomes.put(m.id(), simulation.deliveries(m).get(0).outcome()));
    return outcomes.buildOrThrow();
  }

  /** RC-039. */
  @Test
  void the_messages_that_are_too_many_are_the_same_in_whatever_order_they_are_worked_out() {
    ImmutableMap<String, Outcome> inOrder = outcomes(WORLD, WORLD.messages());

    assertEquals(Outcome.REJECTED, inOrder.get("u6"));
    assertEquals(inOrder, outcomes(WORLD, WORLD.messages().reverse()));
    assertEquals(Outcome.REJECTED, outcomes(WORLD, only("u6")).get("u6"));
  }

  /** RC-039: what was refused does not count, so one of those before makes room for the next. */
  @Test
  void without_one_of_those_before_there_is_room() {
    ImmutableList<Message> fewer =
        WORLD.messages().stream()
            .filter(m -> !m.id().equals("u3"))
            .collect(ImmutableList.toImmutableList());
    World world = new World(WORLD.epochs(), fewer, WORLD.end());

    assertEquals(Outcome.DELIVERED, outcomes(world, only("u6")).get("u6"));
    assertEquals(Outcome.DELIVERED, outcomes(world, only("u7")).get("u7"));
  }

  private static ImmutableList<Message> only(String id) {
    return WORLD.messages().stream()
        .filter(m -> m.id().equals(id))
        .collect(ImmutableList.toImmutableList());
  }
}
