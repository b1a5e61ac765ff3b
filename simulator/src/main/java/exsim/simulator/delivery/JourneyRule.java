package exsim.simulator.delivery;

import exsim.simulator.rule.StatedRule;
import exsim.simulator.rule.Statement;

/** How a message gets through choices, failures and waiting. */
public enum JourneyRule implements StatedRule {
  /** Equal choices. */
  EQUAL_CHOICE(
      Statement.standard(
          "QUEUE-001",
          "nothing but chance decides between {choices}; this branch begins with {chosen}",
          "RFC 5321 section 5.1; scenario format, branches (SEL-015, DNS-008)")),
  /** The next one is tried. */
  FAIL_OVER(
      Statement.standard(
          "QUEUE-002",
          "{failed} failed, so the attempt goes on with {next}",
          "RFC 5321 section 5.1 (TLS-012, REP-07)")),
  /** The scenario ends. */
  STILL_QUEUED(
      Statement.standard(
          "QUEUE-003",
          "the scenario ends at {end}; the next attempt would follow at {next}",
          "scenario format, time")),
  /** The scenario ends before the message is given up. */
  NOT_YET_EXPIRED(
      Statement.standard(
          "QUEUE-006",
          "the scenario ends at {end}; no other attempt would follow before the message expires at"
              + " {next}",
          "scenario format, time")),
  /** The place where it waited was taken out of the topology. */
  GONE(
      Statement.standard(
          "QUEUE-004",
          "{place} was taken out of the topology while the message waited there",
          "scenario format, timeline")),
  /** Nobody is told. */
  NO_SENDER(
      Statement.standard(
          "QUEUE-005",
          "the message has the null reverse path, so nobody is told of its failure",
          "RFC 5321 section 4.5.5"));

  private final Statement statement;

  JourneyRule(Statement statement) {
    this.statement = statement;
  }

  @Override
  public Statement statement() {
    return statement;
  }
}
