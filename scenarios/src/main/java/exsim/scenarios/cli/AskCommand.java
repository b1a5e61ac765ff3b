package exsim.scenarios.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import exsim.model.InvalidValueException;
import exsim.scenarios.ask.Answer;
import exsim.scenarios.ask.Remedies;
import exsim.scenarios.format.Reading;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import exsim.scenarios.json.Problem;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Suggestion;
import exsim.scenarios.report.AskReport;
import exsim.simulator.proof.Claim;
import exsim.simulator.proof.HazardAt;
import exsim.simulator.proof.Question;
import exsim.simulator.proof.Verdict;
import exsim.simulator.question.Asked;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code exsim ask}: a question over all messages and circumstances. */
final class AskCommand implements Command {
  private static final Splitter WORDS = Splitter.on(',').trimResults().omitEmptyStrings();

  @Override
  public String name() {
    return "ask";
  }

  @Override
  public String summary() {
    return "prove something for all messages and circumstances, or show what refutes it";
  }

  @Override
  public String usage() {
    return "ask FILE QUESTION [OPTIONS]";
  }

  @Override
  public ImmutableList<String> description() {
    return ImmutableList.of(
        "QUESTION is can-be-plaintext, can-be-unauthenticated or can-be-undelivered. It is asked of"
            + " a message of every class that the scenario's world can tell apart, and answered by"
            + " going through every course that things may take for it.",
        "The first words of the answer are `proved`, `counter-example` or `not proved`. A"
            + " counter-example has the fewest incidents that bring it about, the whole journey"
            + " with its reasons, and the cmdlets that close it, each tried.",
        "--under says what may happen on any link between systems: down, stripStartTls, noStartTls,"
            + " breakTls, otherCertificate, untrustedCertificate, expiredCertificate, or all."
            + " With @HOST behind it, a hazard waits on the links to that host alone, a name or an"
            + " address. Without --under nothing happens beyond the scenario.");
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(option("from", "WHO", "only messages from this address or domain"))
        .addOption(option("to", "WHO", "only messages to this address or domain"))
        .addOption(option("under", "HAZARDS", "what may happen, between commas"))
        .addOption(
            option("until", "WHEN", "messages are sent at any time from the clock until then"))
        .addOption(
            option(
                "within",
                "DURATION",
                "how long a message has to arrive, such as PT1H, which is"
                    + " what holds without it"))
        .addOption(option("runs", "NUMBER", "how many runs one message may take, 100000 at first"))
        .addOption(
            Option.builder()
                .longOpt("internal")
                .desc("links inside one organization count, and meet hazards, too")
                .get())
        .addOption(option("format", "FORMAT", "text (the default), json or junit (JUnit XML)"));
  }

  private static Option option(String name, String argument, String description) {
    return Option.builder().longOpt(name).hasArg().argName(argument).desc(description).get();
  }

  @Override
  public ImmutableList<String> exitCodes() {
    return ImmutableList.of(
        "0   proved",
        "1   counter-example",
        "2   the arguments or the file cannot be used",
        "3   not proved",
        "70  a fault of exsim itself");
  }

  @Override
  public ImmutableList<String> examples() {
    return ImmutableList.of(
        "exsim ask scenario.json can-be-plaintext --to partner.example --under all",
        "exsim ask scenario.json can-be-undelivered --until 2027-01-01T00:00:00Z");
  }

  @Override
  public int run(CommandLine arguments, Io io) {
    List<String> words = arguments.getArgList();
    if (words.size() != 2) {
      throw new UsageException(
          words.isEmpty()
              ? "which file? there is no FILE"
              : words.size() == 1
                  ? "which question? there is no QUESTION"
                  : "one question at a time");
    }
    Claim claim = claim(words.get(1));
    Format format = Format.named(arguments.getOptionValue("format", "text"));
    Path file = Path.of(words.get(0));
    Reading reading = ScenarioReader.read(file);
    reading.warnings().forEach(warning -> io.say("warning: " + warning));
    reading.problems().forEach(problem -> io.say(problem.toString()));
    if (reading.scenario().isEmpty()) {
      return ExitCode.UNUSABLE;
    }
    Scenario scenario = reading.scenario().get();
    Question question = question(claim, arguments, scenario);
    Verdict verdict;
    try (Progress progress = new Progress(io)) {
      verdict =
          question.in(
              scenario.world(), (done, total) -> progress.at(done, total, "classes of messages"));
    }
    if (verdict.messages() == 0) {
      throw new UsageException(
          "no system, server or device of the scenario sends from "
              + arguments.getOptionValue("from"));
    }
    ImmutableList<Remedies.Remedy> remedies =
        verdict
            .counterExample()
            .map(e -> Remedies.of(file, scenario, question, e))
            .orElse(ImmutableList.of());
    AskReport report = new AskReport(new Answer(file.toString(), question, verdict, remedies));
    switch (format) {
      case TEXT -> io.out().print(report.text(io.style()));
      case JSON -> report.json(io.data());
      case JUNIT -> report.junit(io.data());
    }
    return verdict.kind().code();
  }

  private static Question question(Claim claim, CommandLine arguments, Scenario scenario) {
    Integer runs = Ints.tryParse(arguments.getOptionValue("runs", "" + Question.RUNS_MAX));
    if (runs == null || runs < 1) {
      throw new UsageException("--runs is a number from 1 on");
    }
    return new Question(
        claim,
        new Asked(who(arguments, "from"), who(arguments, "to")),
        hazards(arguments.getOptionValue("under", "")),
        until(arguments, scenario),
        within(arguments),
        arguments.hasOption("internal"),
        runs);
  }

  private static Optional<Instant> until(CommandLine arguments, Scenario scenario) {
    String text = arguments.getOptionValue("until");
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

  private static Duration within(CommandLine arguments) {
    String text = arguments.getOptionValue("within");
    if (text == null) {
      return Question.WITHIN;
    }
    try {
      return Question.within(text);
    } catch (InvalidValueException e) {
      throw new UsageException("--within: " + e.getMessage());
    }
  }

  private static Optional<Asked.Who> who(CommandLine arguments, String option) {
    String text = arguments.getOptionValue(option);
    try {
      return Optional.ofNullable(text).map(Asked.Who::parse);
    } catch (InvalidValueException e) {
      throw new UsageException("--" + option + ": " + e.getMessage());
    }
  }

  private static ImmutableSet<HazardAt> hazards(String text) {
    try {
      return text.equals(HazardAt.ALL)
          ? HazardAt.EVERY
          : WORDS.splitToStream(text).map(HazardAt::parse).collect(ImmutableSet.toImmutableSet());
    } catch (InvalidValueException e) {
      throw new UsageException("--under: " + e.getMessage());
    }
  }

  private static Claim claim(String word) {
    return Arrays.stream(Claim.values())
        .filter(c -> c.question().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                unknown(
                    "question", word, Arrays.stream(Claim.values()).map(Claim::question).toList()));
  }

  private static UsageException unknown(String what, String word, List<String> known) {
    String help = Suggestion.help(word, known);
    return new UsageException(
        "there is no "
            + what
            + " `"
            + word
            + "`"
            + (help.isEmpty() ? "; known are " + String.join(", ", known) : "; " + help));
  }
}
