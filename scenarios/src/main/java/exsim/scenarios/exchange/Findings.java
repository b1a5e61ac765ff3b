package exsim.scenarios.exchange;

import exsim.scenarios.json.Problems;

/**
 * What reading Exchange objects finds: faults that stop a scenario, and warnings that do not.
 *
 * @param strictFile the scenario's own file; in objects from other files, which are exports,
 *     properties that Exchange is not known to have are noted instead of refused
 * @param problems the faults
 * @param warnings what is worth saying on standard error
 */
public record Findings(String strictFile, Problems problems, Problems warnings) {
  /** Findings of one scenario file, none so far. */
  public static Findings of(String strictFile) {
    return new Findings(strictFile, new Problems(), new Problems());
  }
}
