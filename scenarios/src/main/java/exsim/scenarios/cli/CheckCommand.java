package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.format.Reading;
import exsim.scenarios.format.ScenarioReader;
import java.nio.file.Path;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code exsim check}: reads scenarios and says what is wrong with them. */
final class CheckCommand implements Command {
  @Override
  public String name() {
    return "check";
  }

  @Override
  public String summary() {
    return "read scenarios and report everything that is wrong with them";
  }

  @Override
  public String usage() {
    return "check PATH...";
  }

  @Override
  public ImmutableList<String> description() {
    return ImmutableList.of(
        "Reads scenario files as `exsim run` does and simulates nothing. Every problem of every"
            + " file is one line on standard error: file:line:column: /pointer: what is wrong; what"
            + " to do.",
        "A PATH is a scenario file, or a folder that stands for every *.json below it, by name,"
            + " except files that another one imports.");
  }

  @Override
  public Options options() {
    return new Options();
  }

  @Override
  public ImmutableList<String> exitCodes() {
    return ImmutableList.of(
        "0   every file can be used",
        "2   the arguments or a file cannot be used",
        "70  a fault of exsim itself");
  }

  @Override
  public ImmutableList<String> examples() {
    return ImmutableList.of("exsim check scenario.json");
  }

  @Override
  public int run(CommandLine arguments, Io io) {
    if (arguments.getArgList().isEmpty()) {
      throw new UsageException("which files? there is no PATH");
    }
    ScenarioFiles files = ScenarioFiles.of(arguments.getArgList());
    for (String fault : files.faults()) {
      io.say(fault);
    }
    int unusable = files.faults().size();
    try (Progress progress = new Progress(io, files.files().size())) {
      for (Path file : files.files()) {
        progress.next(file.toString());
        Reading reading = ScenarioReader.read(file);
        progress.hide();
        io.say(reading.warnings(), reading.problems());
        unusable += reading.scenario().isPresent() ? 0 : 1;
      }
    }
    int usable = files.files().size() + files.faults().size() - unusable;
    io.out().print(usable + " usable, " + unusable + " not\n");
    return unusable == 0 ? ExitCode.HELD : ExitCode.UNUSABLE;
  }
}
