package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.Message;
import exsim.model.topology.World;
import exsim.scenarios.format.Reading;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import exsim.scenarios.json.Suggestion;
import exsim.scenarios.walk.Guide;
import exsim.scenarios.walk.Stop;
import exsim.scenarios.walk.Walk;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.delivery.Telnet;
import exsim.simulator.question.TypedCheck;
import exsim.simulator.question.TypedScript;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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
        .addOption(flag("step", "wait for the Enter key behind every step; q leaves"))
        .addOption(flag("quiz", "ask before every outcome, and keep a score"))
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
    List<String> words = arguments.getArgList();
    if (words.size() != 1) {
      throw new UsageException(
          words.isEmpty() ? "which file? there is no FILE" : "one scenario is told at a time");
    }
    ScenarioFiles files = ScenarioFiles.of(words);
    if (files.files().size() > 1) {
      throw new UsageException("one scenario is told at a time, and " + words.get(0) + " has more");
    }
    files.faults().forEach(io::say);
    if (files.files().isEmpty()) {
      return ExitCode.UNUSABLE;
    }
    Reading reading = ScenarioReader.read(files.files().get(0));
    reading.warnings().forEach(warning -> io.say("warning: " + warning));
    reading.problems().forEach(problem -> io.say(problem.toString()));
    return reading.scenario().isEmpty()
        ? ExitCode.UNUSABLE
        : walk(reading.scenario().get(), arguments, io);
  }

  private static int walk(Scenario scenario, CommandLine arguments, Io io) {
    Optional<World> world = world(scenario.world(), arguments.getOptionValue("message"), io);
    if (world.isEmpty()) {
      return ExitCode.UNUSABLE;
    }
    Telnet telnet = new Simulation(world.get()).telnet();
    boolean all = !arguments.hasOption("message");
    ImmutableList<Stop> stops =
        Walk.of(
            scenario.title(),
            scenario.description(),
            Simulation.run(world.get()),
            (all ? scenario.sessions() : ImmutableList.<TypedScript>of())
                .stream()
                    .map(s -> TypedCheck.of(s, telnet))
                    .collect(ImmutableList.toImmutableList()),
            io.style(),
            arguments.hasOption("internal"));
    boolean waits = arguments.hasOption("step") && io.terminal().out();
    new Guide(new Listener(io), waits, arguments.hasOption("quiz")).lead(stops);
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

  /** Whoever sits before standard output and standard input. */
  private static final class Listener implements Guide.Audience {
    private final Io io;
    private final BufferedReader in;

    private Listener(Io io) {
      this.io = io;
      this.in = io.in();
    }

    @Override
    public void show(String text) {
      io.out().print(text);
      io.out().flush();
    }

    @Override
    public boolean goesOn() {
      return answer("  Enter: on, q: leave ").filter(line -> !line.strip().equals("q")).isPresent();
    }

    @Override
    public Optional<String> answer(String prompt) {
      if (io.terminal().out()) {
        show(prompt);
      }
      try {
        return Optional.ofNullable(in.readLine());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
