package exsim.simulator.delivery;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import exsim.model.net.PathRule;
import exsim.model.tls.Certificate;
import exsim.model.topology.Topology;
import exsim.model.topology.World;
import exsim.simulator.online.ServiceDates;
import exsim.simulator.rule.Memo;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;

/**
 * The networks of a world, by time.
 *
 * <p>Time is cut where the topology changes and where something in it begins or ends: a
 * certificate's validity, a disturbance, a behaviour of Exchange Online. Between two cuts nothing
 * depends on the instant, so whatever a network works out there holds for all of it.
 */
final class Timeline {
  private final World world;
  private final ImmutableList<Instant> cuts;
  private final Optional<Lines> lines;
  private final Memo<Integer, Network> networks = new Memo<>();

  Timeline(World world, Optional<Lines> lines) {
    this.lines = lines;
    this.world = world;
    this.cuts = cuts(world).asList();
  }

  private static ImmutableSortedSet<Instant> cuts(World world) {
    ImmutableSortedSet.Builder<Instant> cuts = ImmutableSortedSet.naturalOrder();
    for (World.Epoch epoch : world.epochs()) {
      cuts.add(epoch.from());
      Topology topology = epoch.topology();
      for (Certificate certificate : topology.certificates()) {
        certificate.validity().notBefore().ifPresent(cuts::add);
        // the last instant still counts, so the cut lies behind it
        certificate.validity().notAfter().ifPresent(i -> cuts.add(i.plusNanos(1)));
      }
      for (PathRule rule : topology.paths()) {
        rule.during().ifPresent(p -> cuts.add(p.from(), p.until()));
      }
    }
    return cuts.addAll(ServiceDates.ALL).build();
  }

  /** The network that holds at an instant. */
  Network at(Instant instant) {
    int found = Collections.binarySearch(cuts, instant);
    int slice = found >= 0 ? found : -found - 2;
    return networks.get(slice, s -> build(instant));
  }

  private Network build(Instant instant) {
    return NetworkBuilder.build(world.epochs().get(world.epochAt(instant)).topology(), lines);
  }

  /** When the scenario changes next; empty when it does not any more. */
  Optional<Instant> nextChange(Instant after) {
    return world.epochs().stream().map(World.Epoch::from).filter(after::isBefore).findFirst();
  }

  /** The first instant of a stretch of time and each later one in it at which something changes. */
  ImmutableList<Instant> instants(Instant first, Instant last) {
    ImmutableList.Builder<Instant> instants = ImmutableList.builder();
    instants.add(first);
    cuts.stream().filter(c -> c.isAfter(first) && !c.isAfter(last)).forEach(instants::add);
    return instants.build();
  }

  /** The instant after which nothing happens. */
  Instant end() {
    return world.end();
  }
}
