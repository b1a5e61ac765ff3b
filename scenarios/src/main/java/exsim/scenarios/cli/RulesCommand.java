package exsim.scenarios.cli;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.coverage.Coverage;
import exsim.scenarios.json.Suggestion;
import exsim.scenarios.report.RuleListing;
import exsim.simulator.rule.Basis;
import exsim.simulator.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code exsim rules}: prints the rules by which everything is decided. */
final class RulesCommand implements Command {
  @Override
  public String name() {
    return "rules";
  }

  @Override
  public String summary() {
    return "print the rules that decide, each with its basis and its source";
  }

  @Override
  public String usage() {
    return "rules [ID...] [OPTIONS], or rules --coverage [PATH...]";
  }

  @Override
  public ImmutableList<String> description() {
    return ImmutableList.of(
        "Prints the rule of each ID, or all of them in order of precedence. An ID may also be the"
            + " first part of several, such as TLS. Words in braces are facts that a report fills"
            + " in.",
        "With --coverage: every statement of the catalogue of documented behaviour, with the rules"
            + " whose source names it and the scenarios in which they decide: those of the library"
            + " that comes with exsim, or those of each PATH.");
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            Option.builder()
                .longOpt("format")
                .hasArg()
                .argName("FORMAT")
                .desc("text (the default), md (a page in Markdown) or, with --coverage, json")
                .get())
        .addOption(
            Option.builder()
                .longOpt("assumed")
                .desc("only what no source settles, and the switches that a scenario has for it")
                .get())
        .addOption(
            Option.builder()
                .longOpt("coverage")
                .desc("what answers each statement of the catalogue of documented behaviour")
                .get())
        .addOption(
            Option.builder()
                .longOpt("online")
                .desc("with --coverage: the catalogue of Exchange Online, not on-premises")
                .get());
  }

  @Override
  public ImmutableList<String> exitCodes() {
    return ImmutableList.of(
        "0   the rules were printed",
        "2   there is no such rule, or a file cannot be used",
        "70  a fault of exsim itself");
  }

  @Override
  public ImmutableList<String> examples() {
    return ImmutableList.of(
        "exsim rules", "exsim rules TLS", "exsim rules --assumed", "exsim rules --coverage");
  }

  @Override
  public int run(CommandLine arguments, Io io) {
    String format = arguments.getOptionValue("format", "text");
    if (arguments.hasOption("coverage")) {
      return CoverageOutput.print(arguments, format, io);
    }
    if (arguments.hasOption("online")) {
      throw new UsageException("--online goes with --coverage");
    }
    if (!format.equals("text") && !format.equals("md")) {
      throw new UsageException("there is no format `" + format + "`; text and md are known");
    }
    boolean assumed = arguments.hasOption("assumed");
    List<String> ids = arguments.getArgList();
    ImmutableList<Rule> all = Coverage.rules();
    for (String id : ids) {
      checkKnown(id, all);
    }
    ImmutableList.Builder<Rule> wanted = ImmutableList.builder();
    for (Rule rule : all) {
      if ((!assumed || rule.basis() == Basis.ASSUMED) && (ids.isEmpty() || isNamed(rule, ids))) {
        wanted.add(rule);
      }
    }
    if (format.equals("md")) {
      io.data().print(RuleListing.markdown(wanted.build(), ids.isEmpty()));
    } else {
      io.out().print(RuleListing.text(wanted.build(), io.style()));
      if (assumed && ids.isEmpty()) {
        io.out().print("\n" + RuleListing.switches(io.style()));
      }
    }
    return ExitCode.HELD;
  }

  private static boolean isNamed(Rule rule, List<String> ids) {
    for (String id : ids) {
      if (isNamed(rule, id)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamed(Rule rule, String id) {
    return Ascii.equalsIgnoreCase(rule.id(), id)
        || Ascii.toUpperCase(rule.id()).startsWith(Ascii.toUpperCase(id) + "-");
  }

  private static void checkKnown(String id, ImmutableList<Rule> all) {
    List<String> known = new ArrayList<>();
    for (Rule rule : all) {
      if (isNamed(rule, id)) {
        return;
      }
      known.add(rule.id());
    }
    String help = Suggestion.help(id, known);
    throw new UsageException("there is no rule `" + id + "`" + (help.isEmpty() ? "" : ", " + help));
  }
}
