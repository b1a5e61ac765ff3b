package exsim.scenarios.display;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import exsim.model.mail.Message;
import exsim.model.onprem.Organization;
import exsim.model.topology.World;
import exsim.scenarios.exchange.OrganizationFacts;
import exsim.scenarios.exchange.ServerFacts;
import exsim.scenarios.powershell.Found;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.Outcome;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.route.NextHopSolutionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the queues that messages lie in at an instant, by running the scenario up to it.
 *
 * <p>Of equal choices the first one is followed, so that each message lies in one queue for each
 * recipient.
 */
final class WaitingMessages {
  /** No retry interval that is usual is longer. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private final World world;
  private final Instant at;

  WaitingMessages(World world, Instant at) {
    this.world = world;
    this.at = at;
  }

  /** The queues of an organization's servers: those in use, and the two that are always there. */
  ImmutableList<Found.Item> queues(String organization, OrganizationFacts facts) {
    Map<String, Map<NextHopSolutionKey, List<Delivery>>> waiting = waiting(organization, facts);
    Organization now = organization(organization);
    ImmutableList.Builder<Found.Item> items = ImmutableList.builder();
    for (ServerFacts server : facts.servers()) {
      if (server.hasTransport()) {
        Map<NextHopSolutionKey, List<Delivery>> here =
            waiting.getOrDefault(server.name(), Map.of());
        int number = 0;
        for (Map.Entry<NextHopSolutionKey, List<Delivery>> queue : here.entrySet()) {
          if (!queue.getKey().equals(NextHopSolutionKey.UNREACHABLE)) {
            number++;
            items.add(item(server, String.valueOf(number), queue.getKey(), queue.getValue(), now));
          }
        }
        items.add(new Found.Item(Optional.of(server), ShownQueue.submission(server.name())));
        List<Delivery> lost = here.get(NextHopSolutionKey.UNREACHABLE);
        if (lost != null) {
          items.add(item(server, "Unreachable", NextHopSolutionKey.UNREACHABLE, lost, now));
        }
      }
    }
    return items.build();
  }

  private Found.Item item(
      ServerFacts server,
      String number,
      NextHopSolutionKey key,
      List<Delivery> deliveries,
      Organization organization) {
    ShownQueue queue =
        new ShownQueue(
            server.name() + "\\" + number,
            key,
            ImmutableList.copyOf(deliveries),
            attempts(deliveries, server.name()),
            nextAttempt(deliveries, server.name()));
    return new Found.Item(Optional.of(server), queue.describe(organization));
  }

  private Map<String, Map<NextHopSolutionKey, List<Delivery>>> waiting(
      String organization, OrganizationFacts facts) {
    Map<String, Map<NextHopSolutionKey, List<Delivery>>> waiting = new LinkedHashMap<>();
    for (Delivery delivery : Simulation.run(upTo(at))) {
      boolean counts =
          delivery.branch() == 1
              && delivery.outcome() == Outcome.DEFERRED
              && delivery.queue().isPresent()
              && Iterables.getLast(delivery.path(), "").equals(organization);
      if (counts) {
        waiting
            .computeIfAbsent(holder(delivery, facts), server -> new LinkedHashMap<>())
            .computeIfAbsent(delivery.queue().get(), key -> new ArrayList<>())
            .add(delivery);
      }
    }
    return waiting;
  }

  /** The server that a message lies on: where the last hop came from, or led to. */
  private static String holder(Delivery delivery, OrganizationFacts facts) {
    if (!delivery.hops().isEmpty()) {
      Hop last = Iterables.getLast(delivery.hops());
      return (last.sent() ? last.to().server() : last.from().server()).orElse("");
    }
    String origin = delivery.message().origin();
    return facts.servers().stream()
        .map(ServerFacts::name)
        .filter(name -> Ascii.equalsIgnoreCase(name, origin))
        .findFirst()
        .orElseGet(() -> facts.servers().get(0).name());
  }

  private ImmutableList<Instant> attempts(List<Delivery> deliveries, String server) {
    return deliveries.stream()
        .flatMap(delivery -> delivery.hops().stream())
        .filter(hop -> isFrom(hop, server) && !hop.sent())
        .map(Hop::at)
        .distinct()
        .sorted()
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean isFrom(Hop hop, String server) {
    return hop.from().server().filter(s -> Ascii.equalsIgnoreCase(s, server)).isPresent();
  }

  /** When the queue would be tried again if nothing changed. */
  private Optional<Instant> nextAttempt(List<Delivery> deliveries, String server) {
    Simulation ahead = new Simulation(upTo(at.plus(AHEAD)));
    Optional<Instant> next = Optional.empty();
    for (Delivery waiting : deliveries) {
      for (Delivery later : ahead.deliveries(waiting.message())) {
        for (Hop hop : later.hops()) {
          boolean sooner = next.isEmpty() || hop.at().isBefore(next.get());
          if (hop.at().isAfter(at) && isFrom(hop, server) && sooner) {
            next = Optional.of(hop.at());
          }
        }
      }
    }
    return next;
  }

  /** The world that ends at an instant, as it is now. */
  private World upTo(Instant end) {
    return upTo(world, at, end);
  }

  /** A world as it is at an instant, that ends at another. */
  static World upTo(World world, Instant at, Instant end) {
    ImmutableList<World.Epoch> epochs = world.epochs().subList(0, world.epochAt(at) + 1);
    ImmutableList<Message> messages =
        world.messages().stream()
            .filter(message -> !message.at().isAfter(at))
            .collect(ImmutableList.toImmutableList());
    return new World(epochs, messages, end);
  }

  private Organization organization(String name) {
    return world.epochs().get(world.epochAt(at)).topology().organizations().stream()
        .filter(o -> Ascii.equalsIgnoreCase(o.name(), name))
        .findFirst()
        .orElseThrow();
  }
}
