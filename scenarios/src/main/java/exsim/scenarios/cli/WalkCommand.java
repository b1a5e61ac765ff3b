package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.Message;
import exsim.model.topology.World;
import exsim.scenarios.format.Reading;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import exsim.scenarios.json.Problem;
import exsim.scenarios.json.Suggestion;
import exsim.scenarios.walk.Guide;
import exsim.scenarios.walk.Tale;
import exsim.scenarios.walk.Walk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code exsim walk}: tells a scenario step by step. */
final class WalkCommand implements Command {
  @Override
  public String name() {
    return "walk";
  }

  @Override
  public String summary() {
    return "tell a scenario step by step: who asks, who answers, and which rule decides";
  }

  @Override
  public String usage() {
    return "walk FILE [OPTIONS]";
  }

  @Override
  public ImmutableList<String> description() {
    return ImmutableList.of(
        "Tells what becomes of every message of a scenario: which connector is chosen and which"
            + " are not, every line that both sides of a session say, what becomes of TLS and why,"
            + " and what somebody who hides STARTTLS would get. Where a setting decides, it stands"
            + " below with its name in the shell and in the graphical console.",
        "Without a terminal the whole walk is printed at once. Answers to --quiz may then come"
            + " from standard input, a line each.");
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            Option.builder()
                .longOpt("message")
                .hasArg()
                .argName("ID")
                .desc("tell of this message only")
                .get())
        .addOption(flag("step", "wait for a key behind every step; q leaves"))
        .addOption(
            flag("quiz", "ask what the scenario asks, and before every outcome, and keep a score"))
        .addOption(flag("internal", "tell of connections inside one organization too"));
  }

  private static Option flag(String name, String description) {
    return Option.builder().longOpt(name).desc(description).get();
  }

  @Override
  public ImmutableList<String> exitCodes() {
    return ImmutableList.of(
        "0   the walk was told",
        "2   the arguments or the file cannot be used",
        "70  a fault of exsim itself");
  }

  @Override
  public ImmutableList<String> examples() {
    return ImmutableList.of(
        "exsim walk scenario.json", "exsim walk scenario.json --message m1 --step --quiz");
  }

  @Override
  public int run(CommandLine arguments, Io io) {
    Optional<Path> file = ScenarioFiles.one(arguments.getArgList(), io);
    if (file.isEmpty()) {
      return ExitCode.UNUSABLE;
    }
    Reading reading = ScenarioReader.read(file.get());
    io.say(reading.warnings(), reading.problems());
    return reading.scenario().map(s -> walk(s, arguments, io)).orElse(ExitCode.UNUSABLE);
  }

  private static int walk(Scenario scenario, CommandLine arguments, Io io) {
    String only = arguments.getOptionValue("message");
    Optional<World> world = world(scenario.world(), only, io);
    if (world.isEmpty()) {
      return ExitCode.UNUSABLE;
    }
    Outcome outcome = Outcome.of(scenario, world.get(), only == null);
    ImmutableList<Problem> faults = outcome.faults();
    if (!faults.isEmpty()) {
      io.say(ImmutableList.of(), faults);
      return ExitCode.UNUSABLE;
    }
    Tale tale =
        new Tale(
            scenario.title(),
            scenario.description(),
            scenario.story(),
            outcome.deliveries(),
            outcome.sessions(),
            outcome.answers());
    boolean quiz = arguments.hasOption("quiz");
    boolean step = arguments.hasOption("step") && io.terminal().out();
    try (Listener listener = Listener.of(io, quiz || step)) {
      new Guide(listener, io.style(), step, quiz)
          .lead(Walk.of(tale, io.style(), arguments.hasOption("internal")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ExitCode.HELD;
  }

  private static Optional<World> world(World world, String only, Io io) {
    if (only == null) {
      return Optional.of(world);
    }
    ImmutableList<Message> messages =
        world.messages().stream()
            .filter(m -> m.id().equals(only))
            .collect(ImmutableList.toImmutableList());
    if (messages.isEmpty()) {
      String help = Suggestion.help(only, world.messages().stream().map(Message::id).toList());
      io.say("there is no message `" + only + "`" + (help.isEmpty() ? "" : "; " + help));
      return Optional.empty();
    }
    return Optional.of(new World(world.epochs(), messages, world.end()));
  }
}
