package exsim.scenarios.powershell;

import exsim.scenarios.exchange.Findings;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;

/** Runs Exchange cmdlets on a scenario document. */
public final class Cmdlets {
  private Cmdlets() {}

  /**
   * Runs a command line.
   *
   * @param document the whole scenario; default Receive connectors stand in it as objects, and
   *     imports are replaced by their objects
   * @param on the organization or tenant; empty where only one has the cmdlet
   * @param commandLine what an administrator types
   * @param at the place that new values get
   * @param findings takes what is wrong
   * @return the changed document; the same one when something is wrong
   */
  public static Located.Obj apply(
      Located.Obj document, String on, String commandLine, Spot at, Findings findings) {
    findings.problems().add(at, "cmdlets are not run yet: " + on + commandLine);
    return document;
  }
}
