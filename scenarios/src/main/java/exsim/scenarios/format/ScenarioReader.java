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
    Path parent = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    return read(FileText.read(file, findings.problems()), parent, findings);
  }

  /**
   * Reads a scenario from its text.
   *
   * @param name what problems call it
   * @param text the text
   * @param folder where the paths of imports start
   */
  public static Reading parse(String name, String text, Path folder) {
    return read(Optional.of(text), folder, Findings.of(name));
  }

  /**
   * The document of a file, before anything is made of it; empty when there are problems.
   *
   * @param problems takes them
   */
  public static Optional<Located.Obj> document(Path file, Problems problems) {
    return FileText.read(file, problems)
        .flatMap(text -> JsonReader.read(file.toString(), text, problems))
        .flatMap(value -> object(value, problems));
  }

  /**
   * Reads a scenario from a document.
   *
   * @param name what problems call it
   * @param folder where the paths of imports start
   */
  public static Reading of(String name, Located.Obj document, Path folder) {
    Findings findings = Findings.of(name);
    return reading(Optional.of(document), folder, findings);
  }

  private static Reading read(Optional<String> text, Path folder, Findings findings) {
    return reading(
        text.flatMap(t -> JsonReader.read(findings.strictFile(), t, findings.problems()))
            .flatMap(value -> object(value, findings.problems())),
        folder,
        findings);
  }

  private static Reading reading(Optional<Located.Obj> document, Path folder, Findings findings) {
    String name = findings.strictFile();
    Imports imports = new Imports(folder, findings);
    Optional<Scenario> scenario =
        document.map(d -> new Assembly(name, imports, findings).assemble(d));
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
