package exsim.scenarios.format;

import exsim.scenarios.exchange.Findings;
import exsim.scenarios.json.JsonReader;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import java.nio.file.Path;
import java.util.Optional;

/** Reads scenario files; every problem of a file comes out of one reading. */
public final class ScenarioReader {
  private ScenarioReader() {}

  /** Reads a file. */
  public static Reading read(Path file) {
    Findings findings = Findings.of(file.toString());
    Path absolute = file.toAbsolutePath().normalize();
    Imports imports =
        new Imports(absolute.getParent() == null ? absolute : absolute.getParent(), findings);
    Optional<Located.Obj> document =
        FileText.read(file, findings.problems())
            .flatMap(text -> JsonReader.read(file.toString(), text, findings.problems()))
            .flatMap(value -> object(value, findings.problems()));
    Optional<Scenario> scenario =
        document.map(d -> new Assembly(file.toString(), imports, findings).assemble(d));
    boolean sound = findings.problems().isEmpty();
    return new Reading(
        sound ? scenario : Optional.empty(),
        findings.problems().all(),
        findings.warnings().all(),
        imports.files());
  }

  private static Optional<Located.Obj> object(Located value, Problems problems) {
    return value instanceof Located.Obj object
        ? Optional.of(object)
        : Decoders.wrongType("an object", value, problems);
  }
}
