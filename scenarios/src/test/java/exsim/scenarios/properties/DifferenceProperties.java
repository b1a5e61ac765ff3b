package exsim.scenarios.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.Message;
import exsim.model.topology.World;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.difference.HopDifference;
import exsim.simulator.difference.JourneyComparison;
import exsim.simulator.difference.JourneyDifference;
import exsim.simulator.difference.Trend;
import exsim.simulator.question.MessageClasses;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** What must hold of the differences of all worlds. */
@Domain(Worlds.class)
final class DifferenceProperties {
  private static final int TRIES = 60;
  private static final JourneyComparison ALL = new JourneyComparison(true);

  @Property(tries = TRIES)
  void a_world_does_what_it_does(@ForAll World world) {
    ImmutableList<Delivery> deliveries = Simulation.run(world);

    assertEquals(ImmutableList.of(), ALL.ofAll(deliveries, Simulation.run(world)));
    assertEquals(ImmutableList.of(), ALL.ofAll(deliveries, deliveries.reverse()));
  }

  @Property(tries = TRIES)
  void forcing_tls_weakens_no_journey(@ForAll World world) {
    World forced = Forcing.everybody(world);
    Simulation before = new Simulation(world);
    Simulation after = new Simulation(forced);

    for (Message message : world.messages()) {
      for (JourneyDifference difference :
          ALL.ofAll(before.deliveries(message), after.deliveries(message))) {
        assertNotEquals(Trend.WEAKER, difference.trend(), () -> shown(difference));
      }
    }
  }

  @Property(tries = TRIES)
  void what_is_stronger_one_way_is_no_stronger_the_other(@ForAll World world) {
    World forced = Forcing.everybody(world);
    ImmutableList<Delivery> before = Simulation.run(world);
    ImmutableList<Delivery> after = Simulation.run(forced);

    for (JourneyDifference back : ALL.ofAll(after, before)) {
      assertNotEquals(Trend.STRONGER, back.trend(), () -> shown(back));
    }
    assertEquals(ALL.ofAll(before, after).size(), ALL.ofAll(after, before).size());
  }

  @Property(tries = TRIES)
  void every_hop_of_both_journeys_has_one_row(@ForAll World world) {
    World forced = Forcing.everybody(world);

    for (JourneyDifference difference : ALL.ofAll(Simulation.run(world), Simulation.run(forced))) {
      long before = difference.hops().stream().filter(h -> h.before().isPresent()).count();
      long after = difference.hops().stream().filter(h -> h.after().isPresent()).count();
      assertTrue(before <= difference.before().map(d -> d.hops().size()).orElse(0));
      assertTrue(after <= difference.after().map(d -> d.hops().size()).orElse(0));
      assertTrue(
          difference.hops().stream()
              .allMatch(h -> (h.kind() == HopDifference.Kind.CHANGED) == !h.changes().isEmpty()));
    }
  }

  @Property(tries = TRIES)
  void messages_of_all_classes_can_be_sent(@ForAll World world) {
    World.Epoch first = world.epochs().get(0);
    Simulation simulation = new Simulation(world);

    for (Message message : new MessageClasses(first.topology(), first.from()).messages()) {
      assertTrue(simulation.knows(message.origin(), message.at()), message::toString);
    }
  }

  private static String shown(JourneyDifference difference) {
    StringBuilder text = new StringBuilder(difference.message() + " " + difference.changes());
    for (HopDifference hop : difference.hops()) {
      text.append("\n").append(hop.kind()).append(' ').append(hop.trend()).append(' ');
      text.append(hop.hop().from()).append(hop.hop().to()).append(hop.changes());
    }
    return text.toString();
  }
}
