package exsim.simulator.external;

import exsim.simulator.rule.StatedRule;
import exsim.simulator.rule.Statement;

/** How mail systems other than Exchange, and devices, send and receive. */
public enum ExternalRule implements StatedRule {
  /** A mailbox of the system's own. */
  MAILBOX(
      Statement.standard(
          "MTA-001", "{system} holds the mailboxes of {domain}", "scenario format, mailSystems")),
  /** A route. */
  ROUTE(
      Statement.standard(
          "MTA-002", "{system} has a route of its own for {domain}", "scenario format, routes")),
  /** A smart host. */
  SMART_HOST(
      Statement.standard(
          "MTA-003",
          "{system} hands everything else to its smart host",
          "scenario format, smartHost")),
  /** MX records. */
  BY_MX(
      Statement.standard(
          "MTA-004", "{system} follows the MX records of {domain}", "RFC 5321 section 5.1")),
  /** A policy that it cannot read. */
  UNKNOWN_ATTRIBUTE(
      Statement.observed(
          "MTA-060",
          "the TLS policy of {system} for {domain} has the attribute {attribute}, which it does not"
              + " know: it makes no connection until somebody corrects that",
          "Snawoot/postfix-mta-sts-resolver issue 76 (incident 64)")),
  /** The level none. */
  LEVEL_NONE(
      Statement.observed(
          "MTA-010", "{system} sends to {domain} at level none: never TLS", LevelSource.MEASURED)),
  /** The level may. */
  LEVEL_MAY(
      Statement.observed(
          "MTA-011",
          "{system} sends to {domain} at level may: TLS where it is offered",
          LevelSource.MEASURED)),
  /** The level encrypt. */
  LEVEL_ENCRYPT(
      Statement.observed(
          "MTA-012",
          "{system} sends to {domain} at level encrypt: TLS or nothing",
          LevelSource.MEASURED)),
  /** The level fingerprint. */
  LEVEL_FINGERPRINT(
      Statement.observed(
          "MTA-013",
          "{system} sends to {domain} at level fingerprint: stated certificates only",
          LevelSource.MEASURED)),
  /** The level verify. */
  LEVEL_VERIFY(
      Statement.observed(
          "MTA-014",
          "{system} sends to {domain} at level verify: a trusted certificate for the host",
          LevelSource.MEASURED)),
  /** The level secure. */
  LEVEL_SECURE(
      Statement.observed(
          "MTA-015",
          "{system} sends to {domain} at level secure: a trusted certificate for the domain",
          LevelSource.MEASURED)),
  /** DANE with usable records. */
  DANE(
      Statement.standard(
          "MTA-016", "{host} has usable TLSA records, so {system} demands DANE", "RFC 7672 2.2")),
  /** DANE with records none of which can be used. */
  DANE_UNUSABLE(
      Statement.standard(
          "MTA-017",
          "{host} has TLSA records, none usable: {system} demands TLS with anybody",
          "RFC 7672 2.2 (EXO-TLS-12)")),
  /** An answer that fails validation. */
  DNSSEC_BOGUS(
      Statement.standard(
          "MTA-040",
          "the DNSSEC records of {name} do not validate, so {system} sends nothing to {host}",
          "RFC 7672 section 2.1.2")),
  /** A TLSA record in bad form. */
  TLSA_MALFORMED(
      Statement.standard(
          "MTA-041",
          "a TLSA record of {host} is malformed, and counts as one that cannot be used",
          "RFC 7671 section 4.1; RFC 7672 section 3.1")),
  /** A policy that is none. */
  STS_FAULT(
      Statement.standard(
          "MTA-042",
          "the MTA-STS policy of {domain} counts as none ({type}): {fault}",
          "RFC 8461 section 3.3")),
  /** A message to which delivery matters more. */
  TLS_REQUIRED_NO(
      Statement.standard(
          "MTA-043",
          "the message says TLS-Required: No, so {system} leaves aside the DANE records and the"
              + " MTA-STS policy of {domain}, and sends as at level may",
          "RFC 8689 section 3")),
  /** DANE without records. */
  DANE_ABSENT(
      Statement.standard(
          "MTA-018",
          "{host} has no validated TLSA records, so {system} falls back to level may",
          "RFC 7672 2.2")),
  /** DANE demanded and absent. */
  DANE_ONLY_ABSENT(
      Statement.observed(
          "MTA-019",
          "{system} sends to {domain} with DANE only, and {host} has no validated TLSA records",
          LevelSource.MEASURED)),
  /** An enforced MTA-STS policy. */
  STS_ENFORCED(
      Statement.standard(
          "MTA-020",
          "{domain} enforces MTA-STS and names {host}: {system} demands a trusted certificate",
          "RFC 8461 section 5")),
  /** An MX host outside the policy. */
  STS_MX_MISMATCH(
      Statement.standard(
          "MTA-021",
          "{domain} enforces MTA-STS and its policy does not name {host}",
          "RFC 8461 section 5")),
  /** A policy in testing mode. */
  STS_TESTING(
      Statement.standard(
          "MTA-022",
          "the MTA-STS policy of {domain} does not enforce, so it prevents nothing",
          "RFC 8461 section 5")),
  /** A loop. */
  LOOP(
      Statement.standard(
          "MTA-024",
          "{system} gives up a message that has passed more than {limit} servers",
          "RFC 5321 section 6.3")),
  /** A host demands TLS. */
  HOST_REQUIRES_TLS(
      Statement.standard(
          "MTA-030",
          "{host} demands TLS and refuses everything but EHLO, STARTTLS, NOOP and QUIT before it",
          "RFC 3207 section 4")),
  /** STARTTLS is listed. */
  HOST_OFFERS_TLS(Statement.standard("MTA-031", "{host} offers STARTTLS", "RFC 3207 section 4")),
  /** STARTTLS is not listed. */
  HOST_OFFERS_NONE(
      Statement.standard("MTA-032", "{host} does not offer STARTTLS", "RFC 3207 section 4")),
  /** A sender is accepted. */
  SENDER_ACCEPTED(Statement.standard("MTA-033", "{host} takes any sender", "RFC 5321 section 3.3")),
  /** A recipient of its own. */
  RECIPIENT_ACCEPTED(
      Statement.standard(
          "MTA-034", "{system} takes mail for {domain}", "scenario format, mailSystems")),
  /** A smart host relays. */
  RELAYS_AS_SMART_HOST(
      Statement.assumed(
          "MTA-035",
          "{system} relays for those who name it as smart host",
          "scenario format, assumptions (smartHostRelays)")),
  /** No relay. */
  NO_RELAY(
      Statement.standard(
          "MTA-036", "{system} does not take mail for {domain}", "RFC 5321 section 3.6.2")),
  /** Credentials are taken. */
  AUTHENTICATED(
      Statement.standard("MTA-037", "{host} takes the credentials", "RFC 4954 section 4")),
  /** A message was taken. */
  TAKEN(Statement.standard("MTA-038", "{host} takes the message", "RFC 5321 section 4.2.5")),
  /** A device's use of TLS. */
  DEVICE_TLS(Statement.standard("DEV-001", "{device} uses TLS: {use}", "scenario format, devices")),
  /** Devices have no queue. */
  DEVICE_SUBMITS(
      Statement.standard(
          "DEV-002", "{device} submits to {host} and keeps no queue", "scenario format, devices")),
  /** POP3 and IMAP4 carry no mail out. */
  DEVICE_FETCHES(
      Statement.documented(
          "DEV-003",
          "{device} fetches mail by {protocol}, in Exchange Online from outlook.office365.com port"
              + " {port} inside TLS; what it sends goes by SMTP all the same",
          "POP3 and IMAP4 in Exchange Online (EXO-EP-22, EXO-EP-24)")),
  /** The retry clock. */
  RETRY(
      Statement.standard(
          "QUEUE-030",
          "{system} retries after 5, 10, 20 and 40 minutes, then every 4,000 s, for 5 days",
          "scenario format, time"));

  private final Statement statement;

  ExternalRule(Statement statement) {
    this.statement = statement;
  }

  @Override
  public Statement statement() {
    return statement;
  }

  private static final class LevelSource {
    static final String MEASURED = "measured senders; Postfix TLS levels";
  }
}
