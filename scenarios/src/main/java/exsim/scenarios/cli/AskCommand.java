package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.scenarios.format.Reading;
import exsim.scenarios.format.ScenarioReader;
import exsim.scenarios.json.Suggestion;
import exsim.simulator.proof.Claim;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code exsim ask}: a question over all messages and circumstances. */
final class AskCommand implements Command {
  private static final ImmutableList<AskQuestion> QUESTIONS =
      ImmutableList.of(
          new AskClaim(Claim.PLAINTEXT),
          new AskClaim(Claim.UNAUTHENTICATED),
          new AskClaim(Claim.UNDELIVERED),
          new AskWhichConnector(),
          new AskWhoCanReach());

  /** The options that every question takes. */
  private static final ImmutableSet<String> GENERAL = ImmutableSet.of("format", "help");

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
    return "ask FILE QUESTION [HOST] [OPTIONS]";
  }

  @Override
  public ImmutableList<String> description() {
    return ImmutableList.of(
        "can-be-plaintext, can-be-unauthenticated and can-be-undelivered are asked of a message of"
            + " every class that the scenario's world can tell apart, and answered by going"
            + " through every course that things may take for it. A counter-example has the"
            + " fewest incidents that bring it about, the whole journey with its reasons, and the"
            + " cmdlets that close it, each tried.",
        "which-connector lists which connector takes which messages, by which rule, and why the"
            + " others do not. who-can-reach HOST lists whose messages come to a host, a name or an"
            + " address, or a whole system.",
        "The first words of the answer are `proved`, `counter-example` or `not proved`; a listing"
            + " is proved when everything was gone through.",
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
        .addOption(option("size", "BYTES", "only messages of this size"))
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
        "exsim ask scenario.json which-connector --to partner.example",
        "exsim ask scenario.json who-can-reach mail.contoso.com --under down",
        "exsim ask scenario.json can-be-undelivered --until 2027-01-01T00:00:00Z");
  }

  @Override
  public int run(CommandLine arguments, Io io) {
    List<String> words = arguments.getArgList();
    if (words.size() < 2) {
      throw new UsageException(
          words.isEmpty()
              ? "which file? there is no FILE"
              : "which question? there is no QUESTION");
    }
    AskQuestion question = question(words.get(1));
    String subject = subject(question, words);
    refuseForeign(question, arguments);
    Format format = Format.named(arguments.getOptionValue("format", "text"));
    Path file = Path.of(words.get(0));
    Reading reading = ScenarioReader.read(file);
    io.say(reading.warnings(), reading.problems());
    if (reading.scenario().isEmpty()) {
      return ExitCode.UNUSABLE;
    }
    AskQuestion.Answered answered =
        question.ask(new AskArguments(arguments, file, reading.scenario().get(), subject), io);
    switch (format) {
      case TEXT -> io.out().print(answered.report().text(io.style()));
      case JSON -> answered.report().json(io.data());
      case JUNIT -> answered.report().junit(io.data());
    }
    return answered.kind().code();
  }

  /** What a question is asked about, which stands behind it. */
  private static String subject(AskQuestion question, List<String> words) {
    int wanted = question.subject().isEmpty() ? 2 : 3;
    if (words.size() < wanted) {
      throw new UsageException(
          question.word() + " of what? there is no " + question.subject() + " behind it");
    }
    if (words.size() > wanted) {
      throw new UsageException(
          "one question at a time: `" + words.get(wanted) + "` is one word too many");
    }
    return wanted == 2 ? "" : words.get(2);
  }

  /** An option that a question does not heed would be taken for heeded. */
  private static void refuseForeign(AskQuestion question, CommandLine arguments) {
    for (Option option : arguments.getOptions()) {
      String name = option.getLongOpt();
      if (!GENERAL.contains(name) && !question.options().contains(name)) {
        throw new UsageException("--" + name + " does not go with " + question.word());
      }
    }
  }

  private static AskQuestion question(String word) {
    return QUESTIONS.stream()
        .filter(q -> q.word().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> unknown(word));
  }

  private static UsageException unknown(String word) {
    ImmutableList<String> known =
        QUESTIONS.stream().map(AskQuestion::word).collect(ImmutableList.toImmutableList());
    String help = Suggestion.help(word, known);
    return new UsageException(
        "there is no question `"
            + word
            + "`"
            + (help.isEmpty() ? "; known are " + String.join(", ", known) : "; " + help));
  }
}
