package exsim.scenarios.powershell;

import exsim.scenarios.exchange.Findings;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problem;
import exsim.scenarios.json.Spot;
import java.util.function.Predicate;

/**
 * What an import leaves out or has to invent.
 *
 * @param findings takes the notes as warnings
 */
record ImportNotes(Findings findings) {
  /** Where a note belongs that is about no one file. */
  static final Spot EXPORTS = Spot.ofFile("import");

  /** Says that exports do not tell something. */
  void invented(Spot at, String what, String placeholder) {
    findings
        .warnings()
        .add(at, "the exports do not tell " + what, "the scenario has " + placeholder);
  }

  /** Says that something was left out. */
  void leftOut(Spot at, String what, String why) {
    findings.warnings().add(at, what + " is left out: " + why);
  }

  /** Whether an object can be decoded; one that cannot is left out, and why is said. */
  boolean accepts(Located.Obj object, Predicate<Findings> decodes) {
    Findings trial = Findings.of(object.spot().file());
    boolean accepted = decodes.test(trial);
    repeat(trial);
    return accepted;
  }

  /** Passes on what a trial found: a problem there is an object left out here. */
  void repeat(Findings trial) {
    for (Problem problem : trial.problems().all()) {
      leftOut(problem.spot(), "the object", problem.what());
    }
    for (Problem warning : trial.warnings().all()) {
      findings.warnings().add(warning.spot(), warning.what(), warning.help());
    }
  }
}
