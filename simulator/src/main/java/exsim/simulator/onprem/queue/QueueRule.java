package exsim.simulator.onprem.queue;

import exsim.simulator.rule.StatedRule;
import exsim.simulator.rule.Statement;

/** What the queues of an Exchange server do with messages that do not get away. */
public enum QueueRule implements StatedRule {
  /** Connections fail. */
  RETRY(
      Statement.documented(
          "QUEUE-010",
          "{server} retries 4 times after 1 minute, {count} times after {transient}, then every"
              + " {steady}, for {lifetime}",
          "Message retry, resubmit and expiration intervals (TLS-012, REP-22)")),
  /** The session comes up, but the message is put off. */
  MESSAGE_RETRY(
      Statement.documented(
          "QUEUE-011",
          "the session came up and only this message was put off, so {server} tries it again every"
              + " {interval}, for {lifetime}",
          "Set-TransportService -MessageRetryInterval (TLS-012)")),
  /** No route. */
  UNREACHABLE(
      Statement.documented(
          "QUEUE-012",
          "nothing leads out of the Unreachable queue of {server}: its messages are routed anew when"
              + " the configuration changes, and expire after {lifetime}",
          "Queues and messages in queues (SEL-012)")),
  /** The sender hears of the delay. */
  DELAY_NOTICE(
      Statement.documented(
          "QUEUE-013",
          "{server} tells the sender after {after} that the message is delayed",
          "Set-TransportService -DelayNotificationTimeout (TLS-012, REP-22)")),
  /** A permanent reply counts as temporary. */
  DOWNGRADED(
      Statement.observed(
          "QUEUE-014",
          "ErrorPolicies of {connector} has DowngradeCustomFailures, and downgradedResponses lists"
              + " `{entry}`: the refusal counts as temporary",
          "EdgeTransport.exe.config; New-SendConnector -ErrorPolicies (SC-070, SC-071)")),
  /** A temporary reply counts as permanent. */
  UPGRADED(
      Statement.observed(
          "QUEUE-015",
          "ErrorPolicies of {connector} has UpgradeCustomFailures, and upgradedResponses lists"
              + " `{entry}`: the refusal counts as permanent",
          "EdgeTransport.exe.config; New-SendConnector -ErrorPolicies (SC-070, SC-071)")),
  /** The words around the last error. */
  WORDING(
      Statement.assumed(
          "QUEUE-017",
          "the queue words its last error as newer builds were seen to",
          "assumption queueErrorWording (REP-07, incident 41)")),
  /** A domain that does not exist is looked up again. */
  DNS_DOWNGRADED(
      Statement.documented(
          "QUEUE-016",
          "ErrorPolicies of {connector} has DowngradeDnsFailures: that {domain} does not exist"
              + " counts as temporary",
          "New-SendConnector -ErrorPolicies (SC-070)"));

  private final Statement statement;

  QueueRule(Statement statement) {
    this.statement = statement;
  }

  @Override
  public Statement statement() {
    return statement;
  }
}
