package exsim.scenarios.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import com.google.common.primitives.Longs;
import exsim.model.InvalidValueException;
import exsim.model.topology.World;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.json.Problem;
import exsim.scenarios.json.Problems;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.proof.HazardAt;
import exsim.simulator.proof.Question;
import exsim.simulator.question.Asked;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.cli.CommandLine;

/**
 * What somebody asks {@code exsim ask} about. Each method throws a {@link UsageException} if its
 * option cannot be read.
 *
 * @param options the options
 * @param file the scenario's file
 * @param scenario the scenario
 * @param subject what stands behind the question; empty for nothing
 */
record AskArguments(CommandLine options, Path file, Scenario scenario, String subject) {
  private static final Splitter WORDS = Splitter.on(',').trimResults().omitEmptyStrings();

  /** The messages that are meant. */
  Asked asked() {
    return new Asked(who("from"), who("to"));
  }

  private Optional<Asked.Who> who(String option) {
    String text = options.getOptionValue(option);
    try {
      return Optional.ofNullable(text).map(Asked.Who::parse);
    } catch (InvalidValueException e) {
      throw new UsageException("--" + option + ": " + e.getMessage());
    }
  }

  /** The only size that is meant, in bytes. */
  OptionalLong size() {
    String text = options.getOptionValue("size");
    if (text == null) {
      return OptionalLong.empty();
    }
    Long bytes = Longs.tryParse(text);
    if (bytes == null || bytes < 0) {
      throw new UsageException("--size is a number of bytes, and not `" + text + "`");
    }
    return OptionalLong.of(bytes);
  }

  /** What may happen. */
  ImmutableSet<HazardAt> hazards() {
    String text = options.getOptionValue("under", "");
    try {
      return text.equals(HazardAt.ALL)
          ? HazardAt.EVERY
          : WORDS.splitToStream(text).map(HazardAt::parse).collect(ImmutableSet.toImmutableSet());
    } catch (InvalidValueException e) {
      throw new UsageException("--under: " + e.getMessage());
    }
  }

  /** Until when messages are sent. */
  Optional<Instant> until() {
    String text = options.getOptionValue("until");
    if (text == null) {
      return Optional.empty();
    }
    Problems problems = new Problems();
    Optional<Instant> until = scenario.moment(text, "--until", problems);
    if (until.isEmpty()) {
      throw new UsageException(
          problems.all().stream().map(Problem::toString).findFirst().orElseThrow());
    }
    if (until.get().isBefore(scenario.clock())) {
      throw new UsageException("--until lies before the clock of the scenario");
    }
    return until;
  }

  /** How long a message has to arrive. */
  Duration within() {
    String text = options.getOptionValue("within");
    if (text == null) {
      return Question.WITHIN;
    }
    try {
      return Question.within(text);
    } catch (InvalidValueException e) {
      throw new UsageException("--within: " + e.getMessage());
    }
  }

  /** The scenario made ready for messages that are sent until then and have so long to arrive. */
  Simulation simulation() {
    World world = scenario.world();
    Instant end = until().orElse(world.epochs().get(0).from()).plus(within());
    return new Simulation(new World(world.epochs(), ImmutableList.of(), end));
  }

  /** How many runs one message may take. */
  int runs() {
    Integer runs = Ints.tryParse(options.getOptionValue("runs", "" + Question.RUNS_MAX));
    if (runs == null || runs < 1) {
      throw new UsageException("--runs is a number from 1 on");
    }
    return runs;
  }

  /** Whether links inside one organization count. */
  boolean internal() {
    return options.hasOption("internal");
  }

  /** The fault that nobody sends what is asked about. */
  UsageException nobody() {
    return new UsageException(
        "no system, server or device of the scenario sends from " + options.getOptionValue("from"));
  }
}
