package exsim.simulator.survey;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import exsim.model.mail.Message;
import exsim.model.topology.Topology;
import exsim.model.topology.World;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.proof.Prover;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which connector takes which messages.
 *
 * @param rows the answers; a message whose way is left to chance counts to several
 * @param covered how much was gone through
 */
public record ConnectorSurvey(ImmutableList<Row> rows, Covered covered) {
  /**
   * One answer.
   *
   * @param legs the choices of the systems that a message passes; none where it does not leave
   * @param stays why it does not leave its system; empty where it does
   * @param example one of the journeys
   * @param messages the messages that have this answer
   */
  public record Row(
      ImmutableList<Leg> legs,
      Optional<Reason> stays,
      Delivery example,
      ImmutableList<Block> messages) {}

  /** What tells answers apart: connectors and rules, not the facts that these looked at. */
  private record Key(ImmutableList<String> legs, Optional<String> stays) {}

  /** Messages of one answer as they gather. */
  private static final class Gathered {
    private final Delivery example;
    private final ImmutableList<Leg> legs;
    private final List<Map<String, Elimination>> losers = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();

    Gathered(Delivery example, ImmutableList<Leg> legs) {
      this.example = example;
      this.legs = legs;
      legs.forEach(l -> losers.add(new LinkedHashMap<>()));
    }

    void add(Message message, ImmutableList<Leg> others) {
      if (messages.isEmpty() || Iterables.getLast(messages) != message) {
        messages.add(message);
      }
      for (int i = 0; i < losers.size(); i++) {
        for (Elimination loser : others.get(i).turnedDown()) {
          losers.get(i).putIfAbsent(loser.candidate() + " " + loser.because().rule().id(), loser);
        }
      }
    }

    Row row() {
      ImmutableList.Builder<Leg> all = ImmutableList.builder();
      for (int i = 0; i < legs.size(); i++) {
        Leg leg = legs.get(i);
        all.add(
            new Leg(
                leg.system(),
                leg.connector(),
                leg.because(),
                ImmutableList.copyOf(losers.get(i).values())));
      }
      return new Row(
          all.build(),
          legs.isEmpty() ? Optional.of(staying(example)) : Optional.empty(),
          example,
          Block.of(messages));
    }
  }

  /** Goes through all of some messages. */
  public static ConnectorSurvey of(
      Simulation simulation, ImmutableList<Message> messages, Prover.Progress progress) {
    Map<Key, Gathered> found = new LinkedHashMap<>();
    long leftOut = 0;
    for (int i = 0; i < messages.size(); i++) {
      progress.at(i, messages.size());
      boolean capped = false;
      Topology topology = topology(simulation.world(), messages.get(i).at());
      for (Delivery delivery : simulation.deliveries(messages.get(i))) {
        ImmutableList<Leg> legs = Leg.of(delivery, topology);
        found
            .computeIfAbsent(key(delivery, legs), k -> new Gathered(delivery, legs))
            .add(messages.get(i), legs);
        capped |= delivery.capped();
      }
      leftOut += capped ? 1 : 0;
    }
    return new ConnectorSurvey(
        found.values().stream().map(Gathered::row).collect(ImmutableList.toImmutableList()),
        new Covered(messages.size(), messages.size(), leftOut));
  }

  private static Key key(Delivery delivery, ImmutableList<Leg> legs) {
    ImmutableList.Builder<String> words = ImmutableList.builder();
    for (Leg leg : legs) {
      words.add(leg.system(), leg.connector().orElse(""), leg.because().rule().id());
    }
    return new Key(
        words.build(),
        legs.isEmpty()
            ? Optional.of(
                Iterables.getLast(delivery.path())
                    + " "
                    + delivery.outcome()
                    + " "
                    + staying(delivery).rule().id())
            : Optional.empty());
  }

  private static Topology topology(World world, Instant at) {
    return world.epochs().get(world.epochAt(at)).topology();
  }

  /** What says where the recipient is; what ended the message where nothing does. */
  private static Reason staying(Delivery delivery) {
    ImmutableList.Builder<Reason> all = ImmutableList.builder();
    delivery.hops().forEach(h -> all.addAll(h.why()));
    ImmutableList<Reason> why = all.addAll(delivery.why()).build();
    return why.stream()
        .filter(r -> WayRules.places(r.rule()))
        .findFirst()
        .orElseGet(() -> Iterables.getLast(why));
  }
}
