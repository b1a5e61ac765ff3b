package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.scenarios.coverage.Catalogue;
import exsim.scenarios.coverage.Coverage;
import exsim.scenarios.coverage.Reach;
import exsim.scenarios.format.Reading;
import exsim.scenarios.format.ScenarioReader;
import exsim.scenarios.report.CoverageListing;
import java.nio.file.Path;
import org.apache.commons.cli.CommandLine;

/** {@code exsim rules --coverage}. */
final class CoverageOutput {
  private CoverageOutput() {}

  static int print(CommandLine arguments, String format, Io io) {
    if (!format.equals("text") && !format.equals("json")) {
      throw new UsageException("--coverage has no format `" + format + "`; it has text and json");
    }
    if (arguments.hasOption("assumed")) {
      throw new UsageException("--coverage and --assumed do not go together");
    }
    Reach reach;
    if (arguments.getArgList().isEmpty()) {
      reach = Reach.ofLibrary();
    } else {
      ScenarioFiles files = ScenarioFiles.of(arguments.getArgList());
      files.faults().forEach(io::say);
      ImmutableMap.Builder<String, ImmutableList<String>> rules = ImmutableMap.builder();
      boolean usable = files.faults().isEmpty();
      try (Progress progress = new Progress(io, files.files().size())) {
        for (Path file : files.files()) {
          progress.next(file.toString());
          Reading reading = ScenarioReader.read(file);
          progress.hide();
          reading.problems().forEach(problem -> io.say(problem.toString()));
          reading.scenario().ifPresent(s -> rules.put(file.toString(), Reach.of(s)));
          usable &= reading.scenario().isPresent();
        }
      }
      if (!usable) {
        return ExitCode.UNUSABLE;
      }
      reach = new Reach(rules.buildOrThrow());
    }
    Catalogue catalogue = arguments.hasOption("online") ? Catalogue.ONLINE : Catalogue.ON_PREMISES;
    Coverage coverage = Coverage.of(catalogue, reach);
    if (format.equals("json")) {
      CoverageListing.json(coverage, io.data());
    } else {
      io.out().print(CoverageListing.text(coverage, io.style()));
    }
    return ExitCode.HELD;
  }
}
