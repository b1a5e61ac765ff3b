package exsim.simulator.onprem.selection;

import exsim.simulator.rule.StatedRule;
import exsim.simulator.rule.Statement;

/** How a server picks a Send connector for an external recipient, in the documented order. */
public enum SendSelectionRule implements StatedRule {
  /** Too small for the message. */
  TOO_SMALL(
      Statement.documented(
          "SEND-001",
          "the message ({size} bytes) is larger than the connector allows ({limit})",
          Source.SELECTION + " (SEL-001, SEL-002, SC-032)")),
  /** Scoped to another site. */
  OUT_OF_SCOPE(
      Statement.documented(
          "SEND-002",
          "the connector is scoped to another Active Directory site",
          Source.SELECTION + " (SEL-003, SC-013)")),
  /** Disabled. */
  DISABLED(
      Statement.documented(
          "SEND-003", "the connector is disabled", Source.SELECTION + " (SEL-004, SC-012)")),
  /** No address space covers the domain. */
  NO_ADDRESS_SPACE(
      Statement.documented(
          "SEND-004",
          "no address space of the connector covers {domain}",
          Source.SELECTION + " (SEL-005, SC-052)")),
  /** For addresses of another type. */
  NOT_SMTP(
      Statement.documented(
          "SEND-005",
          "the connector is for addresses of type {type}, and the recipient's is SMTP",
          "New-SendConnector -AddressSpaces (SC-053, SC-054)")),
  /** A more specific address space wins. */
  LESS_SPECIFIC(
      Statement.documented(
          "SEND-010",
          "the address space {winner} is more specific than {loser}",
          Source.SELECTION + " (SEL-006, SEL-007)")),
  /** The longer suffix wins. */
  SHORTER_SUFFIX(
      Statement.assumed(
          "SEND-014",
          "the address space {winner} has a longer suffix than {loser}",
          "no source ranks two suffixes (SEL-006)")),
  /** The lowest cost wins. */
  COSTLIER(
      Statement.documented(
          "SEND-011",
          "site links and address space of {winner} cost less in sum: {costs}",
          Source.SELECTION + " (SEL-008, SEL-011)")),
  /** The nearest source server wins. */
  FARTHER(
      Statement.documented(
          "SEND-012",
          "the source servers of {winner} are nearer",
          Source.SELECTION + " (SEL-009)")),
  /** The first name wins. */
  LATER_NAME(
      Statement.documented(
          "SEND-013",
          "the name {winner} comes first in alphanumeric order",
          Source.SELECTION + " (SEL-010)")),
  /** The first name wins, and it depends on the collation which that is. */
  LATER_NAME_BY_CASE(
      Statement.assumed(
          "SEND-015",
          "the name {winner} comes first in alphanumeric order, as far as it is known how small and"
              + " capital letters compare",
          "assumption connectorNameOrder (SEL-010)")),
  /** Only one was left. */
  ONLY_ONE(
      Statement.documented(
          "SEND-020",
          "the Send connector {winner} covers {domain} by its address space {space}",
          Source.SELECTION + " (SEL-001, SEL-005, SC-011, SC-050, SC-051)")),
  /** None matches. */
  NONE(
      Statement.documented(
          "SEND-090",
          "no Send connector covers {domain}: the message waits in the Unreachable queue",
          Source.SELECTION + " (SEL-012, SC-001)")),
  /** All are too small. */
  ALL_TOO_SMALL(
      Statement.documented(
          "SEND-091",
          "every Send connector that covers {domain} is too small for {size} bytes",
          Source.SELECTION + " (SEL-002)"));

  private final Statement statement;

  SendSelectionRule(Statement statement) {
    this.statement = statement;
  }

  @Override
  public Statement statement() {
    return statement;
  }

  private static final class Source {
    static final String SELECTION = "Connector selection in external message routing";
  }
}
