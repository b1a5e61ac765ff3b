package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.Message;
import exsim.model.topology.World;
import exsim.scenarios.format.Reading;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import exsim.scenarios.json.Problem;
import exsim.scenarios.report.Report;
import exsim.simulator.question.Expectation;
import exsim.simulator.question.ExpectationCheck;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How scenarios are replayed.
 *
 * @param only the id of the one message that counts; empty for all
 * @param instead the message that replaces the scenario's own
 * @param withInternal whether connections inside one organization count
 * @param withHeaders whether text shows the headers that a message carries
 */
record Replay(
    Optional<String> only,
    Optional<CommandLineMessage> instead,
    boolean withInternal,
    boolean withHeaders) {
  /**
   * What a file came to.
   *
   * @param report what happened; empty when there are problems
   * @param problems what is wrong with the file
   * @param warnings what is worth saying about it
   * @param messages the ids of the messages that the scenario has
   * @param world what was run; empty when there are problems
   */
  record Result(
      Optional<Report> report,
      ImmutableList<Problem> problems,
      ImmutableList<Problem> warnings,
      ImmutableList<String> messages,
      Optional<World> world) {}

  /** Replays one file. */
  Result of(Path file) {
    Reading reading = ScenarioReader.read(file);
    if (reading.scenario().isEmpty()) {
      return new Result(
          Optional.empty(),
          reading.problems(),
          reading.warnings(),
          ImmutableList.of(),
          Optional.empty());
    }
    Scenario scenario = reading.scenario().get();
    World world = world(scenario.world());
    ImmutableList.Builder<String> ids = ImmutableList.builder();
    for (Message message : scenario.world().messages()) {
      ids.add(message.id());
    }
    boolean whole = only.isEmpty() && instead.isEmpty();
    Outcome outcome = Outcome.of(scenario, world, whole);
    if (whole && !outcome.faults().isEmpty()) {
      return new Result(
          Optional.empty(), outcome.faults(), reading.warnings(), ids.build(), Optional.empty());
    }
    return new Result(
        Optional.of(report(scenario, outcome)),
        ImmutableList.of(),
        reading.warnings(),
        ids.build(),
        Optional.of(world));
  }

  private Report report(Scenario scenario, Outcome outcome) {
    return new Report(
        scenario.title(),
        scenario.description(),
        scenario.file(),
        outcome.deliveries(),
        ExpectationCheck.check(expectations(scenario), outcome.deliveries(), withInternal),
        outcome.sessions(),
        outcome.intents(),
        withInternal,
        withHeaders);
  }

  private World world(World world) {
    if (instead.isPresent()) {
      return instead.get().in(world);
    }
    if (only.isEmpty()) {
      return world;
    }
    ImmutableList.Builder<Message> messages = ImmutableList.builder();
    for (Message message : world.messages()) {
      if (message.id().equals(only.get())) {
        messages.add(message);
      }
    }
    return new World(world.epochs(), messages.build(), world.end());
  }

  private ImmutableList<Expectation> expectations(Scenario scenario) {
    if (instead.isPresent()) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Expectation> expectations = ImmutableList.builder();
    for (Expectation expectation : scenario.expectations()) {
      if (only.isEmpty() || only.get().equals(expectation.message())) {
        expectations.add(expectation);
      }
    }
    return expectations.build();
  }
}
