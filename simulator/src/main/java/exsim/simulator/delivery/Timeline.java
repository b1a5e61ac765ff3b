package exsim.simulator.delivery;

import com.google.common.collect.ImmutableList;
import exsim.model.topology.World;
import java.time.Instant;

/** The networks of a world, by time. */
final class Timeline {
  private final World world;
  private final ImmutableList<Network> networks;

  Timeline(World world) {
    this.world = world;
    this.networks =
        world.epochs().stream()
            .map(e -> NetworkBuilder.build(e.topology()))
            .collect(ImmutableList.toImmutableList());
  }

  /** The network that holds at an instant. */
  Network at(Instant instant) {
    return networks.get(world.epochAt(instant));
  }

  /** The instant after which nothing happens. */
  Instant end() {
    return world.end();
  }
}
