package exsim.scenarios.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import exsim.model.mail.Message;
import exsim.model.net.PathEffect;
import exsim.model.topology.World;
import exsim.simulator.delivery.Circumstances;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.Outcome;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.proof.Claim;
import exsim.simulator.proof.Hazard;
import exsim.simulator.proof.HazardAt;
import exsim.simulator.proof.Incident;
import exsim.simulator.proof.Prover;
import exsim.simulator.proof.Verdict;
import exsim.simulator.question.MessageClasses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** Answers to questions, compared with going through everything by brute force. */
@Domain(Worlds.class)
@Domain(DomainContext.Global.class)
final class ProofProperties {
  private static final int TRIES = 80;
  private static final int RUNS_MAX = 4_000;
  private static final long SIZE_MAX = 100_000;

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void an_answer_is_what_brute_force_finds(
      @ForAll World world,
      @ForAll Claim claim,
      @ForAll @Size(min = 1, max = 3) Set<Hazard> hazards,
      @ForAll int which) {
    Simulation simulation = simulation(world);
    Message message = delivered(simulation, which);
    Verdict verdict = verdict(simulation, message, claim, hazards);
    Assume.that(verdict.kind() != Verdict.Kind.NOT_PROVED && verdict.runs() < RUNS_MAX / 8);
    BruteForce brute = new BruteForce(simulation, message, claim, hazards);
    brute.explore(ImmutableMap.of());
    Assume.that(brute.runs < RUNS_MAX);

    Statistics.label("answers")
        .collect(verdict.kind())
        .coverage(
            c -> {
              c.check(Verdict.Kind.PROVED).percentage(p -> p > 10);
              c.check(Verdict.Kind.COUNTER_EXAMPLE).percentage(p -> p > 10);
            });
    Statistics.label("incidents")
        .collect(verdict.counterExample().map(e -> e.incidents().size()).orElse(-1))
        .coverage(c -> c.check(1).count(n -> n > 0));
    assertEquals(
        brute.fewest == Integer.MAX_VALUE,
        verdict.kind() == Verdict.Kind.PROVED,
        () -> verdict.kind() + " with " + hazards);
    verdict
        .counterExample()
        .ifPresent(e -> assertEquals(brute.fewest, e.incidents().size(), e.incidents()::toString));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void a_counter_example_can_be_played_again(
      @ForAll World world, @ForAll Claim claim, @ForAll Set<Hazard> hazards, @ForAll int which) {
    Simulation simulation = simulation(world);
    Message message = delivered(simulation, which);
    Verdict verdict = verdict(simulation, message, claim, hazards);
    Assume.that(verdict.counterExample().isPresent());
    ImmutableList<Incident> incidents = verdict.counterExample().get().incidents();

    ImmutableList<Delivery> again =
        simulation.deliveries(
            message,
            link ->
                incidents.stream()
                    .filter(i -> i.link().equals(link))
                    .map(i -> i.hazard().effect())
                    .collect(Sets.toImmutableEnumSet()));
    assertTrue(again.contains(verdict.counterExample().get().delivery()));
    assertTrue(claim.isBrokenBy(verdict.counterExample().get().delivery(), false));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void another_hazard_makes_no_proof_of_a_counter_example(
      @ForAll World world,
      @ForAll Claim claim,
      @ForAll Set<Hazard> hazards,
      @ForAll Hazard more,
      @ForAll int which) {
    Simulation simulation = simulation(world);
    Message message = delivered(simulation, which);
    Verdict.Kind before = verdict(simulation, message, claim, hazards).kind();
    Verdict.Kind after =
        verdict(simulation, message, claim, Sets.union(hazards, ImmutableSet.of(more))).kind();

    assertTrue(
        before != Verdict.Kind.COUNTER_EXAMPLE || after == Verdict.Kind.COUNTER_EXAMPLE,
        () -> before + " and then " + after);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void hazards_at_one_host_refute_what_they_refute_there_and_no_more(
      @ForAll World world, @ForAll Claim claim, @ForAll Set<Hazard> hazards, @ForAll int which) {
    Simulation simulation = simulation(world);
    Message message = delivered(simulation, which);
    Verdict everywhere = verdict(simulation, message, claim, hazards);
    for (Delivery delivery : simulation.deliveries(message)) {
      for (Hop hop : delivery.hops()) {
        Optional<String> host = Optional.of(Ascii.toLowerCase(hop.to().host()));
        Verdict there = verdict(simulation, message, claim, hazards, host);
        boolean refuted = there.kind() == Verdict.Kind.COUNTER_EXAMPLE;
        assertTrue(!refuted || everywhere.kind() == Verdict.Kind.COUNTER_EXAMPLE);
        there
            .counterExample()
            .ifPresent(
                e ->
                    e.incidents()
                        .forEach(
                            i -> assertEquals(host.get(), Ascii.toLowerCase(i.link().host()))));
      }
    }
    Statistics.label("refuted").collect(everywhere.kind());
  }

  /** A message that arrives where nothing happens, if there is one: most do not. */
  private static Message delivered(Simulation simulation, int which) {
    World.Epoch first = simulation.world().epochs().get(0);
    Instant at = simulation.world().messages().get(0).at();
    List<Message> delivered = new ArrayList<>();
    for (Message message : new MessageClasses(first.topology(), at).messages()) {
      boolean arrives =
          message.sizeBytes() < SIZE_MAX
              && simulation.deliveries(message).stream()
                  .allMatch(d -> d.outcome() == Outcome.DELIVERED && leaves(d));
      if (arrives) {
        delivered.add(message);
      }
    }
    Assume.that(!delivered.isEmpty());
    return delivered.get(Math.floorMod(which, delivered.size()));
  }

  /** Whether a message crosses a link that can meet hazards. */
  private static boolean leaves(Delivery delivery) {
    return delivery.hops().stream().anyMatch(h -> !h.internal());
  }

  private static Simulation simulation(World world) {
    return new Simulation(
        new World(
            world.epochs(),
            world.messages(),
            world.messages().get(0).at().plus(Duration.ofHours(1))));
  }

  private static Verdict verdict(
      Simulation simulation, Message message, Claim claim, Set<Hazard> hazards) {
    return verdict(simulation, message, claim, hazards, Optional.empty());
  }

  private static Verdict verdict(
      Simulation simulation,
      Message message,
      Claim claim,
      Set<Hazard> hazards,
      Optional<String> host) {
    ImmutableSet<HazardAt> there =
        hazards.stream().map(h -> new HazardAt(h, host)).collect(ImmutableSet.toImmutableSet());
    return new Prover(claim, there, false, RUNS_MAX)
        .of(simulation, ImmutableList.of(message), (done, total) -> {});
  }

  /** Every set of hazards on every link that is met, one after the other. */
  private static final class BruteForce {
    private final Simulation simulation;
    private final Message message;
    private final Claim claim;
    private final Set<Hazard> hazards;
    private int fewest = Integer.MAX_VALUE;
    private int runs;

    BruteForce(Simulation simulation, Message message, Claim claim, Set<Hazard> hazards) {
      this.simulation = simulation;
      this.message = message;
      this.claim = claim;
      this.hazards = hazards;
    }

    void explore(ImmutableMap<Circumstances.Link, Set<Hazard>> decided) {
      if (runs++ >= RUNS_MAX) {
        return;
      }
      Map<Circumstances.Link, Set<Hazard>> met = new LinkedHashMap<>();
      ImmutableList<Delivery> deliveries =
          simulation.deliveries(
              message,
              link -> {
                if (link.internal()) {
                  return ImmutableSet.<PathEffect>of();
                }
                met.put(link, decided.getOrDefault(link, ImmutableSet.of()));
                return met.get(link).stream()
                    .map(Hazard::effect)
                    .collect(Sets.toImmutableEnumSet());
              });
      if (deliveries.stream().anyMatch(d -> claim.isBrokenBy(d, false))) {
        fewest = Math.min(fewest, met.values().stream().mapToInt(Set::size).sum());
      }
      met.keySet().stream()
          .filter(link -> !decided.containsKey(link))
          .findFirst()
          .ifPresent(
              link -> {
                for (Set<Hazard> set : Sets.powerSet(ImmutableSet.copyOf(hazards))) {
                  explore(
                      ImmutableMap.<Circumstances.Link, Set<Hazard>>builder()
                          .putAll(decided)
                          .put(link, set)
                          .buildOrThrow());
                }
              });
    }
  }
}
