package exsim.scenarios.shell;

import exsim.scenarios.format.Reading;
import exsim.scenarios.format.ScenarioReader;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problem;
import exsim.scenarios.json.Problems;
import java.nio.file.Path;
import java.util.Optional;

/** Opens a shell on a file. */
public final class Session {
  private Session() {}

  /** What came of a session. */
  public enum End {
    /** Every line was understood. */
    UNDERSTOOD,
    /** A line was refused or not understood. */
    COMPLAINED,
    /** The file cannot be used. */
    UNUSABLE
  }

  /** Answers what is typed until nobody types any more. */
  public static End run(Path file, Prompt prompt, int width) {
    Problems problems = new Problems();
    Optional<Located.Obj> document = ScenarioReader.document(file, problems);
    Reading reading = ScenarioReader.read(file);
    for (Problem warning : reading.warnings()) {
      prompt.complain("warning: " + warning);
    }
    for (Problem problem : reading.problems()) {
      prompt.complain(problem.toString());
    }
    if (reading.scenario().isEmpty() || document.isEmpty()) {
      return End.UNUSABLE;
    }
    Workbench bench = new Workbench(file, document.get(), reading.scenario().get());
    return new Shell(bench, prompt, width).run() ? End.UNDERSTOOD : End.COMPLAINED;
  }
}
