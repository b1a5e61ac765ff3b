package exsim.simulator.smtp;

import exsim.simulator.rule.StatedRule;
import exsim.simulator.rule.Statement;

/** How two Exchange servers of one organization talk. */
public enum ExchangeRule implements StatedRule {
  /** TLS between them is mandatory. */
  ANONYMOUS_TLS(
      Statement.documented(
          "SMTP-040",
          "servers of one organization use X-ANONYMOUSTLS, which {server} offers; the certificate is"
              + " not validated",
          "Set-TransportService -UseDowngradedExchangeServerAuth (ANON-001, ANON-002)")),
  /** The handshake fails. */
  ANONYMOUS_TLS_FAILS(
      Statement.documented(
          "SMTP-041",
          "X-ANONYMOUSTLS with {server} fails ({failure}), so the message stays queued",
          "WAN optimization scenario (ANON-001)")),
  /** X-ANONYMOUSTLS is not offered. */
  NO_ANONYMOUS_TLS(
      Statement.documented(
          "SMTP-042",
          "{server} shows no X-ANONYMOUSTLS, and servers of one organization do not go on without it",
          "KB 320027; Inbound Anonymous TLS certificates (ANON-001, ANON-003, EHLO-017)")),
  /** A link that is meant to do without. */
  DOWNGRADED(
      Statement.documented(
          "SMTP-045",
          "SuppressXAnonymousTls and UseDowngradedExchangeServerAuth let {server} take Kerberos"
              + " authentication in clear",
          "WAN optimization scenario (ANON-006, RC-023)")),
  /** Authentication follows. */
  EXCHANGE_AUTH(
      Statement.documented(
          "SMTP-043",
          "the sending server proves itself to {server} by X-EXPS",
          "Receive connectors, authentication mechanisms (ANON-002, ANON-008)")),
  /** A Send connector that says so. */
  BY_SEND_CONNECTOR(
      Statement.documented(
          "SMTP-047",
          "SmartHostAuthMechanism ExchangeServer has the sender prove itself to {server} by X-EXPS,"
              + " and TLS is STARTTLS: X-ANONYMOUSTLS is kept for servers of the organization",
          "Outbound Anonymous TLS certificates (ANON-004, SC-026)")),
  /** The server cannot check who it is. */
  EXCHANGE_AUTH_FAILS(
      Statement.documented(
          "SMTP-046",
          "{client} is no server of the organization that {server} belongs to, and Kerberos works"
              + " between servers that trust each other only",
          "KB 979174 (ANON-007, REP-10)")),
  /** A certificate is not the one that the subscription was made with. */
  SUBSCRIPTION_OUTDATED(
      Statement.assumed(
          "SMTP-048",
          "the Edge subscription of {edge} was made while the internal transport certificate of"
              + " {server} was {held}; now it is {current}, and until {edge} is subscribed anew"
              + " the two sides do not know each other",
          "Assign certificates to Exchange services; KB 2989382 (ANON-005, ANON-002, ANON-007)")),
  /** There is no subscription. */
  NOT_SUBSCRIBED(
      Statement.assumed(
          "SMTP-049",
          "{edge} is not subscribed to the organization, so that it and {server} have no way to know"
              + " each other's certificates",
          "Remove-EdgeSubscription (ANON-005, ANON-002, ANON-007)")),
  /** X-EXPS is missing. */
  NO_EXCHANGE_AUTH(
      Statement.observed(
          "SMTP-044",
          "{server} does not offer X-EXPS, so Exchange Server authentication cannot be achieved",
          "NDR codes, 5.7.3 (ANON-007, REP-09)"));

  private final Statement statement;

  ExchangeRule(Statement statement) {
    this.statement = statement;
  }

  @Override
  public Statement statement() {
    return statement;
  }
}
