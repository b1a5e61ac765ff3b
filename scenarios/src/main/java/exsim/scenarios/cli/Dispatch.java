package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** Finds the sub-command that the arguments call and answers for whatever becomes of it. */
final class Dispatch {
  private Dispatch() {}

  /**
   * Runs what the arguments say and brings all output out.
   *
   * @return one of {@link ExitCode}
   */
  static int run(String[] arguments, Io io) {
    int code;
    try {
      code = dispatch(ImmutableList.copyOf(arguments), io);
    } catch (Throwable fault) {
      code = Fault.report(fault, io);
    }
    Optional<String> lost = io.finish();
    if (lost.isPresent()) {
      io.say("exsim: the result could not be written: " + lost.get());
      return ExitCode.NOT_WRITTEN;
    }
    return code;
  }

  private static int dispatch(ImmutableList<String> arguments, Io io) {
    if (arguments.isEmpty()) {
      Help.overview(io.err());
      return ExitCode.UNUSABLE;
    }
    String first = arguments.get(0);
    switch (first) {
      case "--version":
        io.out().print(Version.line() + "\n");
        return ExitCode.HELD;
      case "--help", "-h":
        Help.overview(io.out());
        return ExitCode.HELD;
      case "help":
        return help(arguments, io);
      default:
        break;
    }
    Optional<Command> command = Commands.named(first);
    if (command.isEmpty()) {
      return unknown(first, io);
    }
    return run(command.get(), arguments.subList(1, arguments.size()), io);
  }

  private static int help(ImmutableList<String> arguments, Io io) {
    if (arguments.size() == 1) {
      Help.overview(io.out());
      return ExitCode.HELD;
    }
    Optional<Command> command = Commands.named(arguments.get(1));
    if (command.isEmpty()) {
      return unknown(arguments.get(1), io);
    }
    Help.of(command.get(), io.out());
    return ExitCode.HELD;
  }

  private static int unknown(String word, Io io) {
    boolean option = word.startsWith("-");
    List<String> known = new ArrayList<>(Commands.names());
    known.add("help");
    known.add("--version");
    known.add("--help");
    io.say(
        "exsim: there is no "
            + (option ? "option" : "command")
            + " `"
            + word
            + "`"
            + didYouMean(word, known)
            + "; `exsim --help` lists what there is");
    return ExitCode.UNUSABLE;
  }

  private static int run(Command command, List<String> arguments, Io io) {
    for (String argument : arguments) {
      if (argument.equals("--")) {
        break;
      }
      if (argument.equals("--help") || argument.equals("-h")) {
        Help.of(command, io.out());
        return ExitCode.HELD;
      }
    }
    try {
      return command.run(parse(command.options(), arguments), io);
    } catch (UsageException e) {
      io.say("exsim " + command.name() + ": " + e.getMessage());
      io.say("`exsim " + command.name() + " --help` tells how it is called");
      return ExitCode.UNUSABLE;
    }
  }

  private static CommandLine parse(Options options, List<String> arguments) {
    try {
      // An abbreviation that is unique today is ambiguous once an option is added.
      DefaultParser parser =
          DefaultParser.builder()
              .setAllowPartialMatching(false)
              .setStripLeadingAndTrailingQuotes(Boolean.FALSE)
              .get();
      CommandLine line = parser.parse(options, arguments.toArray(new String[0]));
      for (Option option : options.getOptions()) {
        String[] values = line.getOptionValues(option);
        if (values != null && values.length > 1 && !option.hasArgs()) {
          throw new UsageException("--" + option.getLongOpt() + " is given twice");
        }
      }
      return line;
    } catch (UnrecognizedOptionException e) {
      String word = e.getOption();
      throw new UsageException("there is no option `" + word + "`" + meant(word, options));
    } catch (MissingArgumentException e) {
      throw new UsageException("--" + e.getOption().getLongOpt() + " needs a value after it");
    } catch (ParseException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static String meant(String word, Options options) {
    int value = word.indexOf('=');
    List<String> known = new ArrayList<>();
    for (Option option : options.getOptions()) {
      known.add("--" + option.getLongOpt());
    }
    known.add("--help");
    return didYouMean(value < 0 ? word : word.substring(0, value), known);
  }

  private static String didYouMean(String word, List<String> known) {
    return Suggestion.nearest(word, known).map(near -> ", did you mean `" + near + "`?").orElse("");
  }
}
