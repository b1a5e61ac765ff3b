package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.Suggestion;
import exsim.scenarios.report.JsonReporter;
import exsim.scenarios.report.JunitReporter;
import exsim.scenarios.report.Reporter;
import exsim.scenarios.report.TextReporter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code exsim run}: simulates scenarios and says what became of their messages, and why. */
final class RunCommand implements Command {
  @Override
  public String name() {
    return "run";
  }

  @Override
  public String summary() {
    return "simulate scenarios: what becomes of every message, hop by hop, and why";
  }

  @Override
  public String usage() {
    return "run PATH... [OPTIONS]";
  }

  @Override
  public ImmutableList<String> description() {
    return ImmutableList.of(
        "Sends the messages of each scenario through its world and reports every SMTP hop:"
            + " whether TLS was negotiated, who demanded it, what the peer proved, what an attacker"
            + " would get, and which rules decided this. Then it checks what the scenario expects.",
        "A PATH is a scenario file, or a folder that stands for every *.json below it, by name,"
            + " except files that another one imports.");
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            option("format")
                .argName("FORMAT")
                .desc("text (the default), json or junit (JUnit XML)")
                .get())
        .addOption(option("message").argName("ID").desc("report this message only").get())
        .addOption(
            Option.builder()
                .longOpt("internal")
                .desc("show and check connections inside one organization too")
                .get())
        .addOption(
            Option.builder()
                .longOpt("headers")
                .desc("show the Received: headers that each message carries in the end")
                .get())
        .addOption(
            option("protocol-log")
                .argName("DIR")
                .desc(
                    "write the SMTP protocol logs of the Exchange servers below DIR, which is new,"
                        + " empty, or has protocol logs of exsim alone; these are replaced")
                .get())
        .addOption(
            option("message-tracking")
                .argName("DIR")
                .desc(
                    "write the message tracking logs of the Exchange servers below DIR, which is"
                        + " new, empty, or has such logs of exsim alone; these are replaced")
                .get())
        .addOption(
            option("tls-report")
                .argName("DIR")
                .desc(
                    "write the TLS reports (RFC 8460) that receiving domains would get to DIR,"
                        + " which is new, empty, or has TLS reports of exsim alone; these are"
                        + " replaced")
                .get())
        .addOption(
            option("mail-flow-report")
                .argName("DIR")
                .desc(
                    "write the mail flow reports of each tenant as CSV below DIR, which is new,"
                        + " empty, or has mail flow reports of exsim alone; these are replaced")
                .get())
        .addOption(
            option("from")
                .argName("ADDRESS")
                .desc(
                    "with --to: send one message from this address in place of the scenario's own;"
                        + " nothing is checked then")
                .get())
        .addOption(option("to").argName("ADDRESS").desc("the recipient of that message").get())
        .addOption(
            option("origin")
                .argName("NAME")
                .desc(
                    "the system, server or device that sends that message; without it the system"
                        + " that owns the sender's domain")
                .get());
  }

  private static Option.Builder option(String name) {
    return Option.builder().longOpt(name).hasArg();
  }

  @Override
  public ImmutableList<String> exitCodes() {
    return ImmutableList.of(
        "0   every expectation holds, or there are none",
        "1   an expectation failed",
        "2   the arguments or a file cannot be used",
        "70  a fault of exsim itself");
  }

  @Override
  public ImmutableList<String> examples() {
    return ImmutableList.of(
        "exsim run scenario.json",
        "exsim run library --format junit > report.xml",
        "exsim run scenario.json --from alice@contoso.com --to bob@partner.example");
  }

  @Override
  public int run(CommandLine arguments, Io io) {
    if (arguments.getArgList().isEmpty()) {
      throw new UsageException("which files? there is no PATH");
    }
    Format format = Format.named(arguments.getOptionValue("format", "text"));
    Replay replay =
        new Replay(
            Optional.ofNullable(arguments.getOptionValue("message")),
            message(arguments),
            arguments.hasOption("internal"),
            arguments.hasOption("headers"));
    ScenarioFiles files = ScenarioFiles.of(arguments.getArgList());
    RunOutputs outputs = RunOutputs.of(arguments, files.files().size());
    Reporter reporter = reporter(format, files.files().size() > 1, io);
    int code = replay(files, replay, reporter, outputs, io);
    reporter.finish();
    return code;
  }

  private static int replay(
      ScenarioFiles files, Replay replay, Reporter reporter, RunOutputs outputs, Io io) {
    int code = files.faults().isEmpty() ? ExitCode.HELD : ExitCode.UNUSABLE;
    for (String fault : files.faults()) {
      io.say(fault);
    }
    Set<String> messages = new LinkedHashSet<>();
    try (Progress progress = new Progress(io, files.files().size())) {
      for (Path file : files.files()) {
        progress.next(file.toString());
        Replay.Result result = replay.of(file);
        progress.hide();
        messages.addAll(result.messages());
        io.say(result.warnings(), result.problems());
        if (result.report().isEmpty()) {
          reporter.unusable(file.toString(), result.problems());
          code = ExitCode.UNUSABLE;
        } else if (wanted(replay, result)) {
          outputs.write(result.world().orElseThrow(), result.report().get().deliveries());
          reporter.add(result.report().get());
          code = Math.max(code, result.report().get().failed() > 0 ? ExitCode.FAILED : 0);
        }
      }
    }
    if (replay.only().isPresent() && !messages.contains(replay.only().get())) {
      String help = Suggestion.help(replay.only().get(), messages);
      io.say(
          "there is no message `"
              + replay.only().get()
              + "`"
              + (help.isEmpty() ? "" : "; " + help));
      return ExitCode.UNUSABLE;
    }
    return code;
  }

  /** With several files, those that lack the one message are left out of the report. */
  private static boolean wanted(Replay replay, Replay.Result result) {
    return replay.only().isEmpty() || result.messages().contains(replay.only().get());
  }

  private static Reporter reporter(Format format, boolean several, Io io) {
    return switch (format) {
      case TEXT -> new TextReporter(io.out(), io.style());
      case JSON -> new JsonReporter(io.data(), several);
      case JUNIT -> new JunitReporter(io.data());
    };
  }

  private static Optional<CommandLineMessage> message(CommandLine arguments) {
    String from = arguments.getOptionValue("from");
    String to = arguments.getOptionValue("to");
    String origin = arguments.getOptionValue("origin");
    if (from == null && to == null) {
      if (origin != null) {
        throw new UsageException("--origin goes with --from and --to");
      }
      return Optional.empty();
    }
    if (from == null || to == null) {
      throw new UsageException("--from and --to go together");
    }
    if (arguments.hasOption("message")) {
      throw new UsageException("--message and --from do not go together");
    }
    return Optional.of(CommandLineMessage.parse(from, to, Optional.ofNullable(origin)));
  }
}
