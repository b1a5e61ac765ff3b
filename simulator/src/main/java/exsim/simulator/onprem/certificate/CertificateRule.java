package exsim.simulator.onprem.certificate;

import exsim.simulator.rule.StatedRule;
import exsim.simulator.rule.Statement;

/** Which certificate an Exchange server presents, and what hides STARTTLS. */
public enum CertificateRule implements StatedRule {
  /** The connector does not offer TLS. */
  NO_TLS_FLAG(
      Statement.documented(
          "PROOF-001",
          "AuthMechanism of {connector} has no Tls (check box {label}), so STARTTLS is not offered",
          "Receive connectors, AuthMechanism (CERT-001, RC-013)")),
  /** The pinned certificate is presented. */
  PINNED(
      Statement.documented(
          "PROOF-002",
          "TlsCertificateName of {connector} names {certificate}: the latest to expire of those"
              + " with its issuer and subject",
          "Inbound STARTTLS certificate selection (CERT-002, CERT-042, EXO-HYB-06, errata 6, RC-021)")),
  /** The pinned certificate is not enabled for SMTP. */
  PINNED_NOT_FOR_SMTP(
      Statement.assumed(
          "PROOF-003",
          "TlsCertificateName of {connector} names {certificate}, which is not enabled for SMTP:"
              + " STARTTLS is offered and the handshake fails",
          "Inbound STARTTLS certificate selection (CERT-005, errata 6)")),
  /** The pinned certificate has no private key. */
  PINNED_NO_KEY(
      Statement.assumed(
          "PROOF-010",
          "the certificate {certificate} that TlsCertificateName of {connector} names has no private"
              + " key: STARTTLS is not offered (event 12014)",
          "as for a look-up by name; a hybrid of 2014 flowed in clear (CERT-004, incident 42)")),
  /** The pinned certificate is not there. */
  PINNED_MISSING(
      Statement.documented(
          "PROOF-004",
          "no installed certificate is {name}, as TlsCertificateName of {connector} wants: STARTTLS"
              + " is not offered (event 12014)",
          "Inbound STARTTLS certificate selection (CERT-003, KB 2989382, RC-021)")),
  /** The pinned certificate is out of date. */
  PINNED_EXPIRED(
      Statement.documented(
          "PROOF-011",
          "the certificate {certificate} that TlsCertificateName of {connector} names has"
              + " expired, and STARTTLS is offered all the same (event 12016)",
          "Inbound STARTTLS certificate selection (CERT-007, errata 6)")),
  /** The pinned certificate does not validate on the server itself. */
  PINNED_INVALID(
      Statement.observed(
          "PROOF-005",
          "the certificate {certificate} that TlsCertificateName of {connector} names is {status}"
              + " on the server itself: STARTTLS is not offered",
          "TLS certificates in Exchange hybrid (incident 14)")),
  /** A trusted certificate carries the name. */
  BY_NAME(
      Statement.documented(
          "PROOF-006",
          "{certificate} carries {name} and is enabled for SMTP, so {connector} presents it",
          "Inbound STARTTLS certificate selection (CERT-002, CERT-004, CERT-006, RC-017)")),
  /** An expired certificate carries the name. */
  BY_NAME_EXPIRED(
      Statement.documented(
          "PROOF-007",
          "{certificate} carries {name}; it has expired, and {connector} offers STARTTLS all the same"
              + " (event 12016)",
          "Inbound STARTTLS certificate selection (CERT-007)")),
  /** Only a certificate that is not for SMTP carries the name. */
  NOT_FOR_SMTP(
      Statement.documented(
          "PROOF-008",
          "only {certificate} carries {name}, and it is not enabled for SMTP: STARTTLS is offered"
              + " and the handshake fails",
          "Inbound STARTTLS certificate selection (CERT-005)")),
  /** No certificate carries the name. */
  NO_CERTIFICATE(
      Statement.documented(
          "PROOF-009",
          "no certificate enabled for SMTP carries {name}: {connector} does not offer STARTTLS"
              + " (event 12014)",
          "Inbound STARTTLS certificate selection (CERT-003, CERT-004, EHLO-015)")),
  /** The connector takes no other server. */
  NO_EXCHANGE_SERVER_FLAG(
      Statement.documented(
          "PROOF-030",
          "AuthMechanism of {connector} has no ExchangeServer, so X-ANONYMOUSTLS is not offered",
          "Inbound Anonymous TLS certificates (ANON-003, RC-013)")),
  /** The connector hides it. */
  SUPPRESSED(
      Statement.documented(
          "PROOF-031",
          "SuppressXAnonymousTls of {connector} hides X-ANONYMOUSTLS",
          "New-ReceiveConnector -SuppressXAnonymousTls (RC-023, ANON-006)")),
  /** The internal transport certificate. */
  INTERNAL(
      Statement.documented(
          "PROOF-032",
          "{certificate} is the internal transport certificate of {server}; X-ANONYMOUSTLS uses it"
              + " and nobody validates it",
          "Inbound Anonymous TLS certificates (ANON-002, ANON-003)")),
  /** The internal transport certificate is out of date. */
  INTERNAL_EXPIRED(
      Statement.documented(
          "PROOF-033",
          "{certificate}, the internal transport certificate of {server}, has expired:"
              + " X-ANONYMOUSTLS is offered all the same (event 12015)",
          "Inbound Anonymous TLS certificates (ANON-003)")),
  /** There is no internal transport certificate. */
  INTERNAL_MISSING(
      Statement.documented(
          "PROOF-034",
          "the internal transport certificate of {server} is not in its store: X-ANONYMOUSTLS is not"
              + " offered (event 12013)",
          "Inbound Anonymous TLS certificates (ANON-003)")),
  /** The directory names no internal transport certificate. */
  INTERNAL_UNNAMED(
      Statement.documented(
          "PROOF-035",
          "the directory names no internal transport certificate of {server}: X-ANONYMOUSTLS is not"
              + " offered (event 12012)",
          "Inbound Anonymous TLS certificates (ANON-003)")),
  /** The sender's pinned certificate. */
  CLIENT_PINNED(
      Statement.documented(
          "PROOF-020",
          "TlsCertificateName of {connector} names {certificate}, which is shown when asked for",
          "New-SendConnector -TlsCertificateName (CERT-040, CERT-042, SC-023, CERT-043)")),
  /** The sender's pinned certificate is not there. */
  CLIENT_PINNED_MISSING(
      Statement.observed(
          "PROOF-021",
          "no installed certificate is {name}, as TlsCertificateName of {connector} wants: no TLS"
              + " session can begin",
          "TLS certificates in Exchange hybrid (CERT-041, SC-023)")),
  /** The sender's pinned certificate has no private key. */
  CLIENT_NO_KEY(
      Statement.documented(
          "PROOF-022",
          "{certificate} has no private key, so no TLS session can begin (NoCredentials)",
          "KB 4495258 (CERT-041)")),
  /** Sources differ in what a queue says of that. */
  CLIENT_NO_KEY_REPLY(
      Statement.assumed(
          "PROOF-026",
          "the queue is taken to show {reply} where {connector} has no key for its certificate",
          "assumption noCredentialsReply (CERT-041, REP-06, incident 42)")),
  /** EdgeSync does not carry a long pin. */
  CLIENT_PIN_TOO_LONG(
      Statement.documented(
          "PROOF-025",
          "TlsCertificateName of {connector} has {length} characters, more than the 256 that reach"
              + " {server} by EdgeSync: there the certificate is looked up by name",
          "KB 4052493 (incident 54)")),
  /** The sender's certificate by name. */
  CLIENT_BY_NAME(
      Statement.documented(
          "PROOF-023",
          "{certificate} carries {name}, so {connector} shows it when asked for",
          "New-SendConnector -Fqdn (CERT-040, SC-018)")),
  /** No certificate to show. */
  CLIENT_NONE(
      Statement.documented(
          "PROOF-024",
          "no certificate carries {name}, so {connector} shows none",
          "New-SendConnector -Fqdn (CERT-040)"));

  private final Statement statement;

  CertificateRule(Statement statement) {
    this.statement = statement;
  }

  @Override
  public Statement statement() {
    return statement;
  }
}
