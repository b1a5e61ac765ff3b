package exsim.simulator.onprem.receive;

import exsim.simulator.rule.StatedRule;
import exsim.simulator.rule.Statement;

/** How a server picks a Receive connector, and what a session on it may do. */
public enum ReceiveRule implements StatedRule {
  /** Mailbox Transport Delivery. */
  IMPLICIT_DELIVERY(
      Statement.documented(
          "RECV-008",
          "Mailbox Transport Delivery has an invisible Receive connector of its own on port 475",
          "Receive connectors (DRC-06, RC-002)")),
  /** Disabled. */
  DISABLED(
      Statement.documented("RECV-001", "the connector is disabled", "Receive connectors (RC-016)")),
  /** Listens elsewhere. */
  OTHER_BINDING(
      Statement.documented(
          "RECV-002",
          "no binding of the connector covers {local}",
          "Receive connectors (RC-060, RC-001, RC-011)")),
  /** Serves others. */
  OTHER_RANGE(
      Statement.documented(
          "RECV-003",
          "no remote range of the connector contains {peer}",
          "Receive connectors (RC-061, RC-067, RC-012)")),
  /** A more specific binding wins. */
  WIDER_BINDING(
      Statement.assumed(
          "RECV-010",
          "{winner} is bound to the address itself, {loser} to all addresses",
          "no source says which wins (RC-064)")),
  /** The smallest range wins. */
  WIDER_RANGE(
      Statement.documented(
          "RECV-011",
          "the remote range {winner} contains {peer} more specifically than {loser}",
          "Receive connectors (RC-061, RC-062)")),
  /** The one that was left. */
  SELECTED(
      Statement.documented(
          "RECV-020",
          "the Receive connector {winner} listens on {local} and serves {peer} by {range}",
          "Receive connectors (RC-060, RC-061, RC-001)")),
  /** None was left. */
  NONE(
      Statement.assumed(
          "RECV-090",
          "no Receive connector on {local} serves {peer}; the session is closed",
          "no source gives the reply (RC-065, REP-26)")),
  /** Two services at one port. */
  TWO_SERVICES(
      Statement.documented(
          "RECV-091",
          "{winner} belongs to the Transport service, but {local} is where {other} of the Front"
              + " End listens: a connector on this port belongs there",
          "NDR codes, 4.3.2; custom Receive connectors (RC-066, REP-26)")),
  /** RequireTLS. */
  TLS_FIRST(
      Statement.documented(
          "RECV-030",
          "RequireTLS of {connector} refuses mail commands before STARTTLS",
          "New-ReceiveConnector -RequireTLS (RC-019, RTLS-002, REP-03)")),
  /** A greeting without a name. */
  NO_EHLO_DOMAIN(
      Statement.assumed(
          "RECV-070",
          "RequireEHLODomain of {connector} closes a session whose greeting has no name; the"
              + " words are taken to be those for a bad one",
          "New-ReceiveConnector -RequireEHLODomain gives no reply (RC-027)")),
  /** A greeting with a bad name. */
  BAD_EHLO_DOMAIN(
      Statement.documented(
          "RECV-071",
          "`{name}` is neither a host name nor an address in brackets",
          "Test SMTP with telnet (EHLO-004, REP-15)")),
  /** A client that says nothing. */
  TIMED_OUT(
      Statement.observed(
          "RECV-076",
          "the client says nothing for {limit}, which is ConnectionInactivityTimeout of {connector}",
          "a telnet session (REP-23, RC-038); that this setting brings it about is inferred")),
  /** A client that sends too much. */
  TOO_FAST(
      Statement.observed(
          "RECV-077",
          "{connector} takes {limit} messages of a source in a minute (MessageRateLimit; source"
              + " {source})",
          "Message rate limits and throttling; the words by posts of many administrators (RC-039)")),
  /** Lines that end without a carriage return. */
  BARE_LINEFEEDS(
      Statement.assumed(
          "RECV-075",
          "BareLinefeedRejectionEnabled of {connector} refuses a message with bare line feeds; the"
              + " reply is assumed",
          "Set-ReceiveConnector -BareLinefeedRejectionEnabled; assumption bareLinefeedReply (RC-034)")),
  /** A recipient too many. */
  TOO_MANY_RECIPIENTS(
      Statement.documented(
          "RECV-065",
          "{connector} takes {limit} recipients of one message; the others have to be sent again",
          "New-ReceiveConnector -MaxRecipientsPerMessage (RC-036, REP-16)")),
  /** A recipient in a domain without a dot. */
  SINGLE_LABEL(
      Statement.documented(
          "RECV-072",
          "RejectSingleLabelRecipientDomains of {connector} refuses {domain} with 5.1.6; the 501 before"
              + " it is assumed",
          "New-ReceiveConnector; NDR codes, 5.1.6 (RC-042)")),
  /** A recipient under a reserved top-level domain. */
  RESERVED_TOP_LEVEL(
      Statement.documented(
          "RECV-073",
          "RejectReservedTopLevelRecipientDomains of {connector} refuses {domain} with 5.1.4; the 501 before"
              + " it is assumed",
          "New-ReceiveConnector; NDR codes, 5.1.4 (RC-042)")),
  /** A recipient in a reserved second-level domain. */
  RESERVED_SECOND_LEVEL(
      Statement.documented(
          "RECV-074",
          "RejectReservedSecondLevelRecipientDomains of {connector} refuses {domain} with 5.1.5; the 501 before"
              + " it is assumed",
          "New-ReceiveConnector; NDR codes, 5.1.5 (RC-042)")),
  /** Anonymous senders may submit. */
  ANONYMOUS_ALLOWED(
      Statement.documented(
          "RECV-031",
          "AnonymousUsers of {connector} may submit",
          "Receive connectors, permission groups (RC-070, RC-071, RC-014)")),
  /** Who proved itself may submit. */
  IDENTITY_ALLOWED(
      Statement.documented(
          "RECV-032",
          "{who} may submit by the permission groups of {connector}",
          "Receive connectors, permission groups (RC-070, RC-071, RC-014)")),
  /** Nobody gave the right to submit. */
  NOT_AUTHENTICATED(
      Statement.documented(
          "RECV-033",
          "{who} may not submit by the permission groups of {connector}",
          "Receive connectors, permission groups (RC-072, REP-12, RC-014)")),
  /** The same in words that only memory has for Exchange Server. */
  NOT_AUTHENTICATED_OTHERWISE(
      Statement.assumed(
          "RECV-047",
          "{who} may not submit by the permission groups of {connector}, in the words that"
              + " Exchange Online has for it",
          "assumption clientNotAuthenticated (REP-12)")),
  /** The domain is accepted. */
  ACCEPTED_DOMAIN(
      Statement.documented(
          "RECV-034", "{domain} is an accepted domain", "Accepted domains (SEL-000, RC-073)")),
  /** Who proved itself may relay. */
  MAY_RELAY(
      Statement.documented(
          "RECV-035",
          "{who} may relay by the permission groups of {connector}",
          "Anonymous relay (RC-071, RC-073)")),
  /** Cloud mail may relay. */
  CLOUD_MAY_RELAY(
      Statement.observed(
          "RECV-036",
          "the client certificate proves {peer}, and TlsDomainCapabilities of {connector} lets"
              + " its mail through",
          "Set-ReceiveConnector -TlsDomainCapabilities (RC-022, EXO-HYB-61, errata 13)")),
  /** Cloud mail whose certificate cannot be validated here. */
  CLOUD_NOT_TRUSTED(
      Statement.observed(
          "RECV-060",
          "TlsDomainCapabilities of {connector} names {peer}, and the client certificate that"
              + " carries it is {status} on the server: the session is refused",
          "hybrid connector validation and the receive protocol log (incident 10, RC-022)")),
  /** No relay. */
  NO_RELAY(
      Statement.documented(
          "RECV-037",
          "{domain} is no accepted domain and {who} may not relay",
          "Anonymous relay; the words of 2013 and later by protocol logs (RC-073, REP-13)")),
  /** Too large. */
  TOO_LARGE(
      Statement.documented(
          "RECV-038",
          "the message ({size} bytes) is larger than {connector} allows ({limit})",
          "New-ReceiveConnector -MaxMessageSize; the code 552 by RFC 1870 (RC-029, REP-21)")),
  /** Domain Security. */
  NOT_MUTUAL(
      Statement.documented(
          "RECV-039",
          "{domain} is in TLSReceiveDomainSecureList and the session is not mutual TLS",
          "Domain Security; the words by one case (DSEC-002, DSEC-004, REP-11, RC-020, DSEC-003)")),
  /** Credentials are taken. */
  AUTHENTICATED(
      Statement.documented(
          "RECV-040", "the credentials of {user} are taken", "Receive connectors (RC-070)")),
  /** Credentials are refused. */
  LOGON_DENIED(
      Statement.observed(
          "RECV-041", "{user} is no mailbox of the organization", "protocol logs (REP-14)")),
  /** RequireTLS, met or not. */
  REQUIRES_TLS(
      Statement.documented(
          "RECV-043",
          "RequireTLS of {connector} demands TLS of every client",
          "New-ReceiveConnector -RequireTLS (RC-019)")),
  /** Domain Security, met or not. */
  DOMAIN_SECURE(
      Statement.documented(
          "RECV-044",
          "{domain} is in TLSReceiveDomainSecureList and {connector} has DomainSecureEnabled (check box"
              + " Enable Domain Security (Mutual Auth TLS)), so mutual TLS is demanded",
          "Domain Security (DSEC-002)")),
  /** Users have no right to submit. */
  USERS_NOT_ALLOWED(
      Statement.documented(
          "RECV-045",
          "PermissionGroups of {connector} lack ExchangeUsers, so no user can log on",
          "Receive connectors, permission groups (RC-072, REP-14)")),
  /** A Domain Security partner. */
  PARTNER_ALLOWED(
      Statement.assumed(
          "RECV-046",
          "{domain} is in TLSReceiveDomainSecureList and proved by mutual TLS, so Partners of"
              + " {connector} may submit",
          "no page says what makes a partner (RC-070, DSEC-002)")),
  /** Queued. */
  QUEUED(
      Statement.documented(
          "RECV-042", "{server} takes the message into its queue", "Mail flow (RT-001)")),
  /** A service that keeps nothing took a message. */
  HANDED_ON(
      Statement.documented(
          "RECV-048",
          "{service} of {server} answers when the message has gone on, and keeps nothing itself",
          "Mail flow (RT-001)"));

  private final Statement statement;

  ReceiveRule(Statement statement) {
    this.statement = statement;
  }

  @Override
  public Statement statement() {
    return statement;
  }
}
