package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import exsim.scenarios.display.Display;
import exsim.scenarios.display.Moment;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.format.Reading;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code exsim show}: what Get- cmdlets print about a scenario. */
final class ShowCommand implements Command {
  private static final int WIDTH_DEFAULT = 80;
  private static final int WIDTH_MIN = 20;
  private static final int WIDTH_MAX = 10_000;

  @Override
  public String name() {
    return "show";
  }

  @Override
  public String summary() {
    return "print what Get- cmdlets show of a scenario, at any instant";
  }

  @Override
  public String usage() {
    return "show FILE CMDLET... [OPTIONS]";
  }

  @Override
  public ImmutableList<String> description() {
    return ImmutableList.of(
        "Runs each CMDLET, a Get- cmdlet in quotes, on the scenario as it is at an instant, and"
            + " prints what Exchange's shell would: every property that the object of that version"
            + " has, with its default.",
        "After a pipe stand Format-List (fl), Format-Table (ft) with -AutoSize, -Wrap and"
            + " -HideTableHeaders, Select-Object (select) with -First, -Last and"
            + " -ExpandProperty, and ConvertTo-Json. Properties and -Identity may have wildcards.");
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            option("on", "NAME")
                .desc("the organization or tenant; needed where several have the cmdlet")
                .get())
        .addOption(
            option("at", "INSTANT")
                .desc(
                    "when, like 2026-03-02T08:00:00Z, or PT2H after the scenario's clock; without"
                        + " it the clock")
                .get())
        .addOption(option("width", "COLUMNS").desc("of the window that is printed for; 80").get());
  }

  private static Option.Builder option(String name, String value) {
    return Option.builder().longOpt(name).hasArg().argName(value);
  }

  @Override
  public ImmutableList<String> exitCodes() {
    return ImmutableList.of(
        "0   everything was printed",
        "2   the arguments, the file or a cmdlet cannot be used",
        "70  a fault of exsim itself");
  }

  @Override
  public ImmutableList<String> examples() {
    return ImmutableList.of(
        "exsim show scenario.json 'Get-SendConnector | FL'",
        "exsim show scenario.json 'Get-ReceiveConnector | ft Name,*tls* -Auto'");
  }

  @Override
  public int run(CommandLine arguments, Io io) {
    List<String> words = arguments.getArgList();
    if (words.size() == 1) {
      throw new UsageException("show what? there is no CMDLET, such as 'Get-SendConnector | FL'");
    }
    int width = width(arguments.getOptionValue("width"));
    Optional<Scenario> scenario =
        ScenarioFiles.one(words.subList(0, Math.min(1, words.size())), io)
            .flatMap(file -> read(file, io));
    if (scenario.isEmpty()) {
      return ExitCode.UNUSABLE;
    }
    Findings findings = Findings.of("");
    ImmutableList<String> lines =
        lines(scenario.get(), arguments, words.subList(1, words.size()), width, findings);
    findings.problems().all().forEach(problem -> io.say(problem.toString()));
    if (!findings.problems().isEmpty()) {
      return ExitCode.UNUSABLE;
    }
    for (String line : lines) {
      io.out().print(line + "\n");
    }
    return ExitCode.HELD;
  }

  private static Optional<Scenario> read(Path file, Io io) {
    Reading reading = ScenarioReader.read(file);
    io.say(reading.warnings(), reading.problems());
    return reading.scenario();
  }

  private static ImmutableList<String> lines(
      Scenario scenario,
      CommandLine arguments,
      List<String> cmdlets,
      int width,
      Findings findings) {
    String when = arguments.getOptionValue("at");
    Optional<Instant> at =
        when == null
            ? Optional.of(scenario.clock())
            : scenario.moment(when, "--at", findings.problems());
    if (at.isEmpty()) {
      return ImmutableList.of();
    }
    Display display =
        new Display(new Moment(scenario, at.get()), arguments.getOptionValue("on", ""), width);
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    for (int i = 0; i < cmdlets.size(); i++) {
      String name = cmdlets.size() == 1 ? "cmdlet" : "cmdlet " + (i + 1);
      if (i > 0) {
        lines.add("");
      }
      display.run(cmdlets.get(i), name, findings).ifPresent(lines::addAll);
    }
    return lines.build();
  }

  private static int width(String text) {
    if (text == null) {
      return WIDTH_DEFAULT;
    }
    Integer width = Ints.tryParse(text);
    if (width == null || width < WIDTH_MIN || width > WIDTH_MAX) {
      throw new UsageException("--width is " + WIDTH_MIN + " to " + WIDTH_MAX + ", not " + text);
    }
    return width;
  }
}
