package exsim.scenarios.ask;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.Message;
import exsim.model.topology.World;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.proof.Claim;
import exsim.simulator.proof.Hazard;
import exsim.simulator.proof.Prover;
import exsim.simulator.proof.Verdict;
import exsim.simulator.question.Asked;
import exsim.simulator.question.MessageClasses;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A question about all messages in all circumstances.
 *
 * @param claim what is claimed never to happen
 * @param asked the messages that it is about
 * @param hazards what may happen on any link
 * @param until until when messages are sent; empty for the scenario's clock alone
 * @param within how long a message has to arrive
 * @param withInternal whether links inside one organization count, and meet hazards
 * @param runsMax how many runs one message may take
 */
public record Question(
    Claim claim,
    Asked asked,
    ImmutableSet<Hazard> hazards,
    Optional<Instant> until,
    Duration within,
    boolean withInternal,
    int runsMax) {

  /** How many runs one message may take unless somebody says otherwise. */
  public static final int RUNS_MAX = 100_000;

  /** How long a message has to arrive unless somebody says otherwise: several attempts. */
  public static final Duration WITHIN = Duration.ofHours(1);

  /** The answer in a world. */
  public Verdict in(World world, Prover.Progress progress) {
    return prove(world, messages(world), progress);
  }

  /** The answer in a world for some messages. */
  Verdict prove(World world, ImmutableList<Message> messages, Prover.Progress progress) {
    Instant last = until.orElse(world.epochs().get(0).from());
    Instant end = last.plus(within);
    Simulation simulation = new Simulation(new World(world.epochs(), ImmutableList.of(), end));
    return new Prover(claim, hazards, withInternal, runsMax).of(simulation, messages, progress);
  }

  /** A message of each class at every instant that can be told apart. */
  private ImmutableList<Message> messages(World world) {
    Instant first = world.epochs().get(0).from();
    ImmutableList.Builder<Message> all = ImmutableList.builder();
    for (Instant at : new Simulation(world).instants(first, until.orElse(first))) {
      World.Epoch epoch = world.epochs().get(world.epochAt(at));
      all.addAll(new MessageClasses(epoch.topology(), at).messages(asked));
    }
    return all.build();
  }
}
