package exsim.simulator.smtp;

import exsim.simulator.rule.StatedRule;
import exsim.simulator.rule.Statement;

/** What every SMTP server and session does alike. */
public enum SmtpRule implements StatedRule {
  /** A session was refused at the banner. */
  REFUSED_AT_BANNER(
      Statement.standard(
          "SMTP-001", "{server} refuses the session at once", "RFC 5321 section 3.1")),
  /** Commands out of order. */
  OUT_OF_ORDER(
      Statement.standard(
          "SMTP-002", "{command} came out of order", "RFC 5321 section 4.1.4 (REP-18)")),
  /** A command nobody knows. */
  UNRECOGNIZED(
      Statement.documented(
          "SMTP-003", "the command is not recognized", "NDR codes, 5.3.3 (REP-17)")),
  /** STARTTLS that is not on offer. */
  STARTTLS_NOT_OFFERED(
      Statement.assumed(
          "SMTP-004",
          "STARTTLS is not offered, so it is taken to be answered like any unknown command",
          "no source gives Exchange's reply; RFC 3207 has 454 for it (EHLO-016)")),
  /** STARTTLS with something behind it. */
  NO_PARAMETERS(
      Statement.standard("SMTP-005", "STARTTLS takes no parameters", "RFC 3207 section 4")),
  /** A mechanism that AUTH does not list as the session stands. */
  MECHANISM_NOT_OFFERED(
      Statement.standard(
          "SMTP-006",
          "the EHLO reply does not list {mechanism} behind AUTH as the session stands",
          "RFC 4954 section 4, in the words of EdgeTransport.exe.config (SC-071, EHLO-010)")),
  /** Too many errors. */
  PATIENCE_LOST(
      Statement.assumed(
          "SMTP-007",
          "{server} closes the session with the last error or failed logon that it puts up with;"
              + " the reply is taken to be the one that the command gets anyway",
          "MaxProtocolErrors and MaxLogonFailures; no source gives words of their own (RC-037)")),
  /** Arguments that nobody understands. */
  MALFORMED(
      Statement.assumed(
          "SMTP-008",
          "the arguments of {command} are not understood; RFC 5321 has 501 for it, the words are"
              + " taken to be these",
          "RFC 5321 section 4.2.2; no source gives the words")),
  /** Credentials that cannot be read. */
  UNREADABLE_CREDENTIALS(
      Statement.standard(
          "SMTP-009",
          "what followed AUTH {mechanism} is no user name and password in base64, or was cancelled",
          "RFC 4954 section 4")),
  /** No connection. */
  NO_CONNECTION(
      Statement.standard(
          "SMTP-010",
          "no connection to {host} comes up: {fault}",
          "RFC 5321 section 4.2" + " (REP-06)")),
  /** Exchange Online does not take every name in a greeting. */
  BAD_HELLO(
      Statement.observed(
          "SMTP-016",
          "`{name}` is neither a host name nor an address in brackets, and {server} wants one",
          "bad greetings at Exchange Online (EXO-EP-36)")),
  /** A reply that is no reply. */
  BARE_LINE_FEEDS(
      Statement.observed(
          "SMTP-017",
          "{server} ends lines of its EHLO reply without a carriage return, and {client} drops the"
              + " connection",
          "incident 59, whose cause its author inferred")),
  /** Something between the two ends blocks the connection. */
  BLOCKED(
      Statement.standard(
          "SMTP-011",
          "something between {client} and {host} blocks the connection",
          "scenario format, network")),
  /** Something hides STARTTLS. */
  STRIPPED(
      Statement.documented(
          "SMTP-012",
          "something between {client} and {host} takes STARTTLS out of the EHLO reply",
          "KB 320027 (EHLO-017)")),
  /** Something masks STARTTLS. */
  MASKED(
      Statement.documented(
          "SMTP-013",
          "something between {client} and {host} masks STARTTLS in the EHLO reply",
          "KB 320027 (EHLO-017)")),
  /** Something turns EHLO into HELO. */
  REWRITTEN(
      Statement.documented(
          "SMTP-014",
          "something between {client} and {host} turns EHLO into HELO",
          "KB 320027 (EHLO-017)")),
  /** Something cuts the connection. */
  CUT(
      Statement.standard(
          "SMTP-050",
          "something between {client} and {host} cuts the connection after EHLO",
          "scenario format, network (the codes of EXO-TLS-40)")),
  /** Somebody in between has a certificate of his own. */
  ANOTHER_CERTIFICATE(
      Statement.standard(
          "SMTP-060",
          "TLS of {client} ends at somebody before {host}, whose certificate is trusted and has"
              + " another name",
          "RFC 3207 section 6; scenario format, network")),
  /** Somebody in between issues certificates himself. */
  UNTRUSTED_IN_BETWEEN(
      Statement.standard(
          "SMTP-061",
          "TLS of {client} ends at somebody before {host}, whose certificate has the right names"
              + " and was issued by himself",
          "RFC 3207 section 6; scenario format, network")),
  /** A certificate that is out of date. */
  EXPIRED_ON_THE_WAY(
      Statement.standard(
          "SMTP-062",
          "the certificate that {client} sees of {host} has expired",
          "RFC 5280 section 4.1.2.5; scenario format, network")),
  /** A client that starts TLS at once finds a plain banner. */
  IMPLICIT_ON_PLAIN(
      Statement.documented(
          "SMTP-015",
          "{client} starts TLS at once, but {host} answers in clear on this port",
          "incident 23 (EXO-EP-20, DRC-10)")),
  /** The server does not like the client's certificate. */
  CLOSED_INSIDE_TLS(
      Statement.assumed(
          "SMTP-023",
          "the client certificate is {status}, and {host} is assumed to close the connection after"
              + " EHLO inside TLS",
          "assumption invalidClientCertificate (EXO-IN-35, errata 8, incident 27)")),
  /** A revocation list that nobody can ask. */
  REVOCATION_UNKNOWN(
      Statement.assumed(
          "SMTP-024",
          "the revocation list of {certificate} is out of reach, and {client} is assumed to"
              + " {answer} it",
          "assumption revocationListUnreachable (TLS-009)")),
  /** No TLS for a message that demands it. */
  REQUIRETLS_WITHOUT_TLS(
      Statement.standard(
          "SMTP-051",
          "the message carries REQUIRETLS and no TLS session came up with {host}",
          "RFC 8689 section 4.2.1")),
  /** A certificate that proves nothing to a message that demands it. */
  REQUIRETLS_UNPROVED(
      Statement.standard(
          "SMTP-052",
          "the message carries REQUIRETLS and {host} does not prove its name: {fault}",
          "RFC 8689 section 4.2.1")),
  /** REQUIRETLS is kept. */
  REQUIRETLS_KEPT(
      Statement.standard(
          "SMTP-053",
          "the message carries REQUIRETLS, which {host} lists inside TLS with a proved certificate",
          "RFC 8689 sections 2 and 4.2.1")),
  /** A host that nobody vouches for. */
  REQUIRETLS_UNSIGNED_MX(
      Statement.standard(
          "SMTP-054",
          "the message carries REQUIRETLS, and nothing vouches for the MX records of {domain} that"
              + " name {host}: no DNSSEC, and no MTA-STS policy with that host",
          "RFC 8689 section 4.2.1; RFC 8461 section 4.1")),
  /** A report is not lost for it. */
  REQUIRETLS_REPORT(
      Statement.standard(
          "SMTP-055",
          "the message carries REQUIRETLS and has no sender: rather than be lost, it goes to {host}"
              + " without",
          "RFC 8689 section 5")),
  /** The report of a failure. */
  REQUIRETLS_RETURNED(
      Statement.standard(
          "SMTP-056",
          "the message carried REQUIRETLS, so the report of its failure carries it too, and quotes"
              + " its header alone",
          "RFC 8689 section 5; RFC 3461 section 4.3")),
  /** REQUIRETLS cannot be kept. */
  NO_REQUIRETLS(
      Statement.standard(
          "SMTP-022",
          "the message carries REQUIRETLS and the next hop does not support it",
          "RFC 8689 section 4")),
  /** AUTH is wanted but not offered. */
  AUTH_NOT_OFFERED(
      Statement.standard(
          "SMTP-021",
          "{client} has credentials, but AUTH is not offered, so it goes on without",
          "RFC 4954 section 3; scenario format, devices"));

  private final Statement statement;

  SmtpRule(Statement statement) {
    this.statement = statement;
  }

  @Override
  public Statement statement() {
    return statement;
  }
}
