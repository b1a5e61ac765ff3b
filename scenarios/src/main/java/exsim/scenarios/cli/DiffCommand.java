package exsim.scenarios.cli;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.change.Proposal;
import exsim.scenarios.change.ScenarioDifference;
import exsim.scenarios.format.Reading;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import exsim.scenarios.report.DiffReport;
import exsim.simulator.difference.Trend;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code exsim diff}: what two scenarios do differently. */
final class DiffCommand implements Command {
  /** Which differences a run fails on. */
  private enum FailOn {
    WEAKER,
    LOST,
    ANY,
    NONE;

    boolean covers(Trend trend) {
      return switch (this) {
        case WEAKER -> trend == Trend.WEAKER;
        case LOST -> trend == Trend.WEAKER || trend == Trend.LOST;
        case ANY -> true;
        case NONE -> false;
      };
    }
  }

  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String summary() {
    return "compare two scenarios: which journeys differ, and which setting made it";
  }

  @Override
  public String usage() {
    return "diff OLD [NEW] [OPTIONS]";
  }

  @Override
  public ImmutableList<String> description() {
    return ImmutableList.of(
        "Sends the messages of both scenarios through both worlds and reports every journey that"
            + " differs, hop by hop: what changed, who can read the message now, which rule decides"
            + " instead, and which setting makes the difference.",
        "In place of NEW, --do states cmdlets that change OLD at its clock.",
        "A journey is weaker when more people can read the message than before, when the peer"
            + " proves less, or when an older TLS version carries it. It is lost when it was"
            + " delivered before.");
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            option("do", "CMDLET", "a cmdlet that changes OLD; any number of times, in order"))
        .addOption(option("on", "NAME", "the organization, tenant or server where they are typed"))
        .addOption(
            Option.builder()
                .longOpt("probe")
                .desc(
                    "send one message besides for every origin, recipient domain and size that"
                        + " either world can tell apart")
                .get())
        .addOption(
            Option.builder()
                .longOpt("internal")
                .desc("compare connections inside one organization too")
                .get())
        .addOption(option("format", "FORMAT", "text (the default), json or junit (JUnit XML)"))
        .addOption(
            option(
                "fail-on",
                "WHAT",
                "exit 1 when a journey is weaker (the default), lost as well, any, or none"));
  }

  private static Option option(String name, String argument, String description) {
    return Option.builder().longOpt(name).hasArg().argName(argument).desc(description).get();
  }

  @Override
  public ImmutableList<String> exitCodes() {
    return ImmutableList.of(
        "0   no journey differs in the way of --fail-on",
        "1   a journey does",
        "2   the arguments or a file cannot be used",
        "70  a fault of exsim itself");
  }

  @Override
  public ImmutableList<String> examples() {
    return ImmutableList.of(
        "exsim diff today.json tomorrow.json --probe",
        "exsim diff today.json --do \"Set-SendConnector Internet -RequireTLS $true\"");
  }

  @Override
  public int run(CommandLine arguments, Io io) {
    List<String> paths = arguments.getArgList();
    String[] commands = arguments.getOptionValues("do");
    Format format = Format.named(arguments.getOptionValue("format", "text"));
    FailOn failOn = failOn(arguments.getOptionValue("fail-on", "weaker"));
    if (paths.isEmpty() || paths.size() > 2) {
      throw new UsageException(
          paths.isEmpty() ? "which files? there is no OLD" : "two files are compared at a time");
    }
    if ((paths.size() == 1) != (commands != null)) {
      throw new UsageException(
          commands == null
              ? "compared with what? there is no NEW and no --do"
              : "NEW and --do do not go together");
    }
    if (commands == null && arguments.hasOption("on")) {
      throw new UsageException("--on goes with --do");
    }
    Path old = Path.of(paths.get(0));
    Optional<Scenario> before = usable(ScenarioReader.read(old), io);
    Optional<Scenario> after =
        commands == null
            ? usable(ScenarioReader.read(Path.of(paths.get(1))), io)
            : before.isEmpty()
                ? Optional.empty()
                : usable(
                    Proposal.read(
                        old,
                        ImmutableList.copyOf(commands),
                        Optional.ofNullable(arguments.getOptionValue("on"))),
                    io);
    return before.isEmpty() || after.isEmpty()
        ? ExitCode.UNUSABLE
        : compare(before.get(), after.get(), name(arguments), format, failOn, arguments, io);
  }

  /** What the new scenario is called: its file, or what makes it. */
  private static String name(CommandLine arguments) {
    String[] commands = arguments.getOptionValues("do");
    return commands == null ? arguments.getArgList().get(1) : String.join("; ", commands);
  }

  private static Optional<Scenario> usable(Reading reading, Io io) {
    reading.warnings().forEach(warning -> io.say("warning: " + warning));
    reading.problems().forEach(problem -> io.say(problem.toString()));
    return reading.scenario();
  }

  private static int compare(
      Scenario before,
      Scenario after,
      String name,
      Format format,
      FailOn failOn,
      CommandLine arguments,
      Io io) {
    ScenarioDifference difference;
    try (Progress progress = new Progress(io)) {
      difference =
          ScenarioDifference.between(
              before,
              after,
              arguments.hasOption("probe"),
              arguments.hasOption("internal"),
              name,
              (number, of) -> progress.at(number, of, "messages"));
    }
    DiffReport report = new DiffReport(difference);
    switch (format) {
      case TEXT -> io.out().print(report.text(io.style()));
      case JSON -> report.json(io.data());
      case JUNIT -> report.junit(io.data(), failOn::covers);
    }
    boolean fails =
        difference.journeys().stream().anyMatch(j -> failOn.covers(j.difference().trend()));
    return fails ? ExitCode.FAILED : ExitCode.HELD;
  }

  private static FailOn failOn(String word) {
    for (FailOn failOn : FailOn.values()) {
      if (Ascii.equalsIgnoreCase(failOn.name(), word)) {
        return failOn;
      }
    }
    throw new UsageException("--fail-on is weaker, lost, any or none, and not `" + word + "`");
  }
}
