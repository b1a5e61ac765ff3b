package exsim.scenarios.exchange;

import exsim.simulator.rule.Basis;

/** What is refused of any property, whatever the others are. */
public enum PropertyRefusal implements ConfigurationRule {
  /** Types and ranges. */
  VALUE(
      "CFG-071",
      "a value is written as its property's type demands, and lies within its range",
      "write one that is",
      "New-SendConnector, New-ReceiveConnector, Set-TransportService, each parameter (SC-010 to"
          + " SC-042, SC-050 to SC-055, RC-010 to RC-045, RC-050)"),
  /** Properties come and go. */
  VERSION(
      "CFG-072",
      "a property exists in the version of Exchange that it is set in",
      "remove it",
      "New-SendConnector, New-ReceiveConnector, each parameter's versions (SC-023 to SC-041, RC-015"
          + " to RC-042)");

  private final Combination combination;

  PropertyRefusal(String id, String sentence, String help, String source) {
    combination = new Combination(id, "", sentence, help, Basis.DOCUMENTED, source, f -> false);
  }

  @Override
  public Combination combination() {
    return combination;
  }
}
