package exsim.simulator.delivery;

import com.google.common.collect.ImmutableSet;
import exsim.simulator.onprem.RecipientRule;
import exsim.simulator.onprem.certificate.CertificateRule;
import exsim.simulator.onprem.receive.ReceiveRule;
import exsim.simulator.rule.Rule;
import exsim.simulator.rule.StatedRule;
import exsim.simulator.rule.Statement;
import exsim.simulator.smtp.ExchangeRule;
import exsim.simulator.tls.TlsRule;

/**
 * The events that Exchange's transport services write to the application log.
 *
 * <p>The sentences are not Exchange's own words. {@code {recorder}} is the server that logs; the
 * other facts are those of the reason that raises the event.
 */
public enum ExchangeEvent implements StatedRule {
  /** No certificate for STARTTLS. */
  NO_STARTTLS_CERTIFICATE(
      12014,
      Side.RECEIVER,
      ImmutableSet.of(
          CertificateRule.PINNED_MISSING,
          CertificateRule.PINNED_NO_KEY,
          CertificateRule.NO_CERTIFICATE),
      Statement.documented(
          "EVENT-001",
          "{connector} of {recorder} finds no certificate for {name} and does not offer STARTTLS",
          "Inbound STARTTLS certificate selection; KB 2989382 (CERT-003, CERT-004, REP-24)")),
  /** The certificate for STARTTLS has expired. */
  STARTTLS_CERTIFICATE_EXPIRED(
      12016,
      Side.RECEIVER,
      ImmutableSet.of(CertificateRule.PINNED_EXPIRED, CertificateRule.BY_NAME_EXPIRED),
      Statement.documented(
          "EVENT-002",
          "{certificate}, which {connector} of {recorder} presents for STARTTLS, has expired",
          "Inbound STARTTLS certificate selection (CERT-007, REP-24)")),
  /** No internal transport certificate. */
  NO_INTERNAL_CERTIFICATE(
      12013,
      Side.RECEIVER,
      ImmutableSet.of(CertificateRule.INTERNAL_MISSING),
      Statement.documented(
          "EVENT-003",
          "the internal transport certificate of {recorder} is not in its store",
          "Inbound Anonymous TLS certificates (ANON-003, REP-24)")),
  /** No internal transport certificate in the directory. */
  INTERNAL_CERTIFICATE_UNNAMED(
      12012,
      Side.RECEIVER,
      ImmutableSet.of(CertificateRule.INTERNAL_UNNAMED),
      Statement.documented(
          "EVENT-008",
          "the directory names no internal transport certificate of {recorder}",
          "Inbound Anonymous TLS certificates (ANON-003, REP-24)")),
  /** The internal transport certificate has expired. */
  INTERNAL_CERTIFICATE_EXPIRED(
      12015,
      Side.RECEIVER,
      ImmutableSet.of(CertificateRule.INTERNAL_EXPIRED),
      Statement.documented(
          "EVENT-004",
          "{certificate}, the internal transport certificate of {recorder}, has expired",
          "Inbound Anonymous TLS certificates (ANON-003, REP-24)")),
  /** A Send connector demands TLS and the peer does not offer it. */
  TLS_REQUIRED_FAILED(
      2015,
      Side.SENDER,
      ImmutableSet.of(TlsRule.HELO_FORCED, TlsRule.NOT_OFFERED_FORCED),
      ImmutableSet.of(RecipientRule.DOMAIN_SECURE),
      Statement.documented(
          "EVENT-005",
          "{client} of {recorder} demands TLS and {server} offers no STARTTLS"
              + " (SmtpSendTLSRequiredFailed)",
          "TechNet ff982694 (TLS-004, TLS-005 row 3, REP-24)")),
  /** Another server does not take the sender for one of its own. */
  OUTBOUND_AUTHENTICATION_FAILED(
      2017,
      Side.SENDER,
      ImmutableSet.of(
          ExchangeRule.EXCHANGE_AUTH_FAILS,
          ExchangeRule.SUBSCRIPTION_OUTDATED,
          ExchangeRule.NOT_SUBSCRIBED),
      Statement.observed(
          "EVENT-007",
          "{recorder} fails to authenticate to the server that it connects to",
          "event logs (ANON-007, REP-24)")),
  /** A logon was refused. */
  INBOUND_AUTHENTICATION_FAILED(
      1035,
      Side.RECEIVER,
      ImmutableSet.of(ReceiveRule.LOGON_DENIED, ReceiveRule.USERS_NOT_ALLOWED),
      Statement.observed(
          "EVENT-006", "{recorder} refuses an inbound AUTH", "event logs (REP-14, REP-24)"));

  /** Which end of a session logs an event. */
  public enum Side {
    /** The end that connected. */
    SENDER,
    /** The end that was connected to. */
    RECEIVER
  }

  private final int number;
  private final Side side;
  private final ImmutableSet<Rule> causes;
  private final ImmutableSet<Rule> unless;
  private final Statement statement;

  ExchangeEvent(int number, Side side, ImmutableSet<Rule> causes, Statement statement) {
    this(number, side, causes, ImmutableSet.of(), statement);
  }

  ExchangeEvent(
      int number,
      Side side,
      ImmutableSet<Rule> causes,
      ImmutableSet<Rule> unless,
      Statement statement) {
    this.number = number;
    this.side = side;
    this.causes = causes;
    this.unless = unless;
    this.statement = statement;
  }

  /** Its id in the application log. */
  public int number() {
    return number;
  }

  /** Who logs it. */
  public Side side() {
    return side;
  }

  /** The rules that raise it when they decide. */
  public ImmutableSet<Rule> causes() {
    return causes;
  }

  /** The rules beside which no source has it raised. */
  public ImmutableSet<Rule> unless() {
    return unless;
  }

  @Override
  public Statement statement() {
    return statement;
  }
}
