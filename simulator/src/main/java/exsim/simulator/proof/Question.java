package exsim.simulator.proof;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.model.mail.Message;
import exsim.model.topology.World;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.question.Asked;
import exsim.simulator.question.MessageClasses;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A question about all messages in all circumstances.
 *
 * @param claim what is claimed never to happen
 * @param asked the messages that it is about
 * @param hazards what may happen on links
 * @param until until when messages are sent; empty for the scenario's clock alone
 * @param within how long a message has to arrive
 * @param withInternal whether links inside one organization count, and meet hazards
 * @param runsMax how many runs one message may take
 */
public record Question(
    Claim claim,
    Asked asked,
    ImmutableSet<HazardAt> hazards,
    Optional<Instant> until,
    Duration within,
    boolean withInternal,
    int runsMax) {

  /** How many runs one message may take unless somebody says otherwise. */
  public static final int RUNS_MAX = 100_000;

  private static final Duration WITHIN_MAX = Duration.ofDays(30);

  /** How long a message has to arrive unless somebody says otherwise: several attempts. */
  public static final Duration WITHIN = Duration.ofHours(1);

  /**
   * Reads how long a message has to arrive.
   *
   * @throws InvalidValueException if the text is no duration of at most 30 days
   */
  public static Duration within(String text) {
    try {
      Duration within = Duration.parse(text);
      if (!within.isNegative() && within.compareTo(WITHIN_MAX) <= 0) {
        return within;
      }
    } catch (DateTimeParseException e) {
      // said below
    }
    throw new InvalidValueException(
        "`" + text + "` is not a duration of at most 30 days; write it like PT1H or P2D");
  }

  /** The question as {@code exsim ask} takes it. */
  public String arguments() {
    StringBuilder text = new StringBuilder(claim.question());
    asked.from().ifPresent(who -> text.append(" --from ").append(who.text()));
    asked.to().ifPresent(who -> text.append(" --to ").append(who.text()));
    if (!hazards.isEmpty()) {
      text.append(" --under ").append(hazardWords(","));
    }
    until.ifPresent(at -> text.append(" --until ").append(at));
    if (!within.equals(WITHIN)) {
      text.append(" --within ").append(within);
    }
    if (runsMax != RUNS_MAX) {
      text.append(" --runs ").append(runsMax);
    }
    return text.append(withInternal ? " --internal" : "").toString();
  }

  /** What is meant never to happen, in words. */
  public String intent() {
    StringBuilder text = new StringBuilder("never ").append(claim.text());
    asked.from().ifPresent(who -> text.append(", from ").append(who.text()));
    asked.to().ifPresent(who -> text.append(", to ").append(who.text()));
    if (!hazards.isEmpty()) {
      text.append(", under ").append(hazardWords(", "));
    }
    until.ifPresent(at -> text.append(", until ").append(at));
    return text.append(withInternal ? ", internal links too" : "").toString();
  }

  private String hazardWords(String between) {
    return hazards.equals(HazardAt.EVERY)
        ? HazardAt.ALL
        : hazards.stream().map(HazardAt::text).collect(Collectors.joining(between));
  }

  /** The answer in a world. */
  public Verdict in(World world, Prover.Progress progress) {
    return prove(world, messages(world), progress);
  }

  /** The answer in a world for some messages. */
  public Verdict prove(World world, ImmutableList<Message> messages, Prover.Progress progress) {
    Instant last = until.orElse(world.epochs().get(0).from());
    Instant end = last.plus(within);
    Simulation simulation = new Simulation(new World(world.epochs(), ImmutableList.of(), end));
    return new Prover(claim, hazards, withInternal, runsMax).of(simulation, messages, progress);
  }

  private ImmutableList<Message> messages(World world) {
    return MessageClasses.over(world, until, asked, OptionalLong.empty());
  }
}
