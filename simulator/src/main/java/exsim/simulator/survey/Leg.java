package exsim.simulator.survey;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import exsim.model.onprem.SendConnector;
import exsim.model.topology.Topology;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.onprem.selection.SendSelectionRule;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One system's choice of how a message leaves it.
 *
 * @param system who chose
 * @param connector the connector by which it leaves; empty where the system uses none
 * @param because the rule that chose
 * @param turnedDown the connectors that were not chosen
 */
public record Leg(
    String system,
    Optional<String> connector,
    Reason because,
    ImmutableList<Elimination> turnedDown) {
  /** The choices of a journey in their order; what is chosen again by a later attempt, once. */
  static ImmutableList<Leg> of(Delivery delivery, Topology topology) {
    List<Leg> legs = new ArrayList<>();
    List<Reason> why = new ArrayList<>();
    List<Elimination> turnedDown = new ArrayList<>();
    for (Hop hop : delivery.hops()) {
      why.addAll(hop.why());
      turnedDown.addAll(hop.turnedDown());
      if (!hop.internal()) {
        Leg leg =
            new Leg(
                hop.from().system(), hop.from().connector(), chosen(why), connectors(turnedDown));
        if (legs.isEmpty() || !Iterables.getLast(legs).isChosenAgainBy(leg)) {
          legs.add(leg);
        }
        why.clear();
        turnedDown.clear();
      }
    }
    withoutHop(delivery, topology).ifPresent(legs::add);
    return ImmutableList.copyOf(legs);
  }

  /** A choice that led to no host, so that no hop came about. */
  private static Optional<Leg> withoutHop(Delivery delivery, Topology topology) {
    if (delivery.why().stream().noneMatch(r -> WayRules.chooses(r.rule()))) {
      return Optional.empty();
    }
    Reason chosen = chosen(delivery.why());
    String system = Iterables.getLast(delivery.path());
    ImmutableList<Elimination> losers = connectors(delivery.turnedDown());
    Optional<String> connector =
        chosen.rule() instanceof SendSelectionRule
            ? left(topology, system, delivery, losers)
            : Optional.ofNullable(chosen.facts().get("connector"));
    return Optional.of(new Leg(system, connector, chosen, losers));
  }

  /** The Send connector that covers the recipient and was not turned down; those are all named. */
  private static Optional<String> left(
      Topology topology, String system, Delivery delivery, ImmutableList<Elimination> losers) {
    return topology.organizations().stream()
        .filter(o -> o.name().equals(system))
        .flatMap(o -> o.sendConnectors().stream())
        .filter(
            c ->
                c.scope().addressSpaces().stream()
                    .anyMatch(s -> s.covers(delivery.recipient().domain())))
        .map(SendConnector::name)
        .filter(name -> losers.stream().noneMatch(l -> l.candidate().equals(name)))
        .findFirst();
  }

  private boolean isChosenAgainBy(Leg later) {
    return system.equals(later.system) && connector.equals(later.connector);
  }

  /** What chose last, which is the server that the message leaves by. */
  private static Reason chosen(List<Reason> why) {
    Reason chosen = why.get(0);
    for (Reason reason : why) {
      if (WayRules.chooses(reason.rule())) {
        chosen = reason;
      }
    }
    return chosen;
  }

  private static ImmutableList<Elimination> connectors(Iterable<Elimination> turnedDown) {
    Map<String, Elimination> last = new LinkedHashMap<>();
    for (Elimination loser : turnedDown) {
      if (WayRules.turnsDown(loser.because().rule())) {
        last.put(loser.candidate(), loser);
      }
    }
    return ImmutableList.copyOf(last.values());
  }
}
