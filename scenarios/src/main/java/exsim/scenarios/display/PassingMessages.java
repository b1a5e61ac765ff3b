package exsim.scenarios.display;

import com.google.common.collect.ImmutableList;
import exsim.model.topology.World;
import exsim.scenarios.exchange.OrganizationFacts;
import exsim.scenarios.json.Located;
import exsim.scenarios.powershell.Found;
import exsim.scenarios.powershell.Lookup;
import exsim.scenarios.tracking.MessageTracking;
import exsim.scenarios.tracking.TrackedEvent;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Simulation;
import java.time.Instant;
import java.util.Comparator;

/**
 * What messages have brought about at an instant: queues, what servers tracked, and what tenants
 * saw of them.
 *
 * <p>Of equal choices the first one is followed.
 */
record PassingMessages(World world, Instant at) implements Lookup.Traffic {
  @Override
  public ImmutableList<Found.Item> queues(String organization, OrganizationFacts facts) {
    return new WaitingMessages(world, at).queues(organization, facts);
  }

  @Override
  public ImmutableList<Found.Item> tracked(String organization, OrganizationFacts facts) {
    ImmutableList.Builder<Found.Item> items = ImmutableList.builder();
    ImmutableList<Delivery> until = Simulation.run(WaitingMessages.upTo(world, at, at));
    for (TrackedEvent event : MessageTracking.events(world, until)) {
      if (event.organization().equals(organization)) {
        items.add(
            new Found.Item(facts.server(event.server().name()), new TrackedEntry(event).object()));
      }
    }
    return items.build();
  }

  @Override
  public ImmutableList<Located.Obj> traces(String tenant) {
    return seenBy(tenant).stream()
        .sorted(Comparator.comparing(TracedMessage::received).reversed())
        .map(TracedMessage::summary)
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  public ImmutableList<Located.Obj> traceDetails(String tenant) {
    return seenBy(tenant).stream()
        .flatMap(message -> message.details().stream())
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<TracedMessage> seenBy(String tenant) {
    ImmutableList.Builder<TracedMessage> seen = ImmutableList.builder();
    for (Delivery delivery : Simulation.run(WaitingMessages.upTo(world, at, at))) {
      if (delivery.branch() == 1) {
        TracedMessage message = new TracedMessage(tenant, delivery);
        if (!message.events().isEmpty()) {
          seen.add(message);
        }
      }
    }
    return seen.build();
  }
}
