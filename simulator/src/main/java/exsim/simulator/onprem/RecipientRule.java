package exsim.simulator.onprem;

import com.google.common.base.Joiner;
import exsim.model.onprem.ExchangeServer;
import exsim.model.tls.TlsVersion;
import exsim.simulator.rule.Reason;
import exsim.simulator.rule.StatedRule;
import exsim.simulator.rule.Statement;
import java.util.Optional;

/** What an organization makes of a recipient, and where its servers send mail. */
public enum RecipientRule implements StatedRule {
  /** A mailbox here. */
  MAILBOX(
      Statement.documented(
          "ROUTE-001",
          "{domain} is an accepted domain, and {recipient} has its mailbox in the organization",
          "Accepted domains (SEL-000); scenario format, remoteRecipients")),
  /** A mailbox elsewhere. */
  TARGET_ADDRESS(
      Statement.documented(
          "ROUTE-002",
          "the mailbox of {recipient} is elsewhere: its target address is {target}",
          "Transport routing in hybrid deployments (EXO-HYB-24)")),
  /** An internal relay domain. */
  INTERNAL_RELAY(
      Statement.documented(
          "ROUTE-003",
          "{domain} is an internal relay domain and {recipient} is not here: a Send connector"
              + " takes the message on",
          "Accepted domains (SEL-000)")),
  /** An external relay domain. */
  EXTERNAL_RELAY(
      Statement.documented(
          "ROUTE-004",
          "{domain} is an external relay domain: a Send connector takes the message on",
          "Accepted domains (SEL-000)")),
  /** Any other domain. */
  EXTERNAL(
      Statement.documented(
          "ROUTE-005",
          "{domain} is no accepted domain: a Send connector takes the message on",
          "Accepted domains (SEL-000)")),
  /** To a source server first. */
  TO_SOURCE_SERVER(
      Statement.documented(
          "ROUTE-010",
          "{server} is no source server of {connector}, so the message goes to {sources} first",
          "Mail routing (SEL-014, SEL-015, SC-014)")),
  /** An Edge server's address is chosen. */
  SOURCE_ADDRESS(
      Statement.documented(
          "ROUTE-060",
          "SourceIPAddress of {connector} has {server} connect from {address}",
          "New-SendConnector -SourceIPAddress (SC-035)")),
  /** An Edge server does not have the address. */
  SOURCE_ADDRESS_MISSING(
      Statement.documented(
          "ROUTE-061",
          "{server} has no address {address}, to which SourceIPAddress binds the connections of"
              + " {connector}: none comes up (event 2014)",
          "Management Pack for Exchange 2010, event 2014 (SC-035)")),
  /** From an Edge server into its site. */
  EDGE_INBOUND(
      Statement.documented(
          "ROUTE-011",
          "{server} is an Edge server: mail for accepted domains goes to the Mailbox servers of"
              + " {site}",
          "Edge subscriptions (DRC-21, RT-002 row 13)")),
  /** An Edge server's Send connector names an accepted domain. */
  EDGE_NAMED(
      Statement.documented(
          "ROUTE-015",
          "a Send connector of the Edge server names the accepted domain {domain} itself, which is"
              + " more specific than --",
          "Edge subscriptions; connector selection (SC-056, SEL-006)")),
  /** A group of the cloud, from an Edge server. */
  GROUP_BEHIND_EDGE(
      Statement.documented(
          "ROUTE-056",
          "{recipient} is a group in Exchange Online and {connector} has the Edge server {server} as"
              + " its source: such mail ends in a loop",
          "Configure Microsoft 365 Groups with on-premises Exchange hybrid (EXO-HYB-42)")),
  /** How the loop ends. */
  GROUP_BEHIND_EDGE_REPLY(
      Statement.assumed(
          "ROUTE-057",
          "no source says who ends the loop: {reply} is taken, and the rounds are not shown",
          "assumption groupBehindEdge (EXO-HYB-42)")),
  /** No way on. */
  NO_SERVER(
      Statement.assumed(
          "ROUTE-013",
          "no server of the organization can take the message on, so it is unreachable; the words"
              + " in the queue are exsim's own",
          "Mail routing (RT-005); no source has the words of Exchange")),
  /** A loop. */
  LOOP(
      Statement.documented(
          "ROUTE-014",
          "the message carries {hops} Received headers, and {connector} takes {limit} (MaxHopCount)",
          "New-ReceiveConnector -MaxHopCount; 554 5.4.6 (RC-035)")),
  /** A loop through this server. */
  LOCAL_LOOP(
      Statement.documented(
          "ROUTE-016",
          "{hops} of the message's Received headers are {server}'s own, and {connector} takes"
              + " {limit} (MaxLocalHopCount)",
          "New-ReceiveConnector -MaxLocalHopCount; 554 5.4.6 (RC-035)")),
  /** A loop that Exchange Online ends. */
  LOCAL_LOOP_LEFT(
      Statement.assumed(
          "ROUTE-017",
          "MaxLocalHopCount of {connector} ({limit}) would end the loop here; taken as observed:"
              + " Exchange Online ends it",
          "assumption onlineLoopLocalHops (RC-035, errata 17)")),
  /** What the Send connector demands of TLS. */
  CONNECTOR_TLS(
      Statement.documented(
          "ROUTE-020",
          "the Send connector {connector} says {setting}",
          "New-SendConnector (TLS-005, SC-015, SC-019, SC-020, SC-021)")),
  /** The sender looks external to the cloud. */
  CLOUD_HEADERS_FILTERED(
      Statement.documented(
          "ROUTE-030",
          "CloudServicesMailEnabled of {connector} is False, so it takes the cross-premises headers"
              + " out (X-CrossPremisesHeadersFilteredBySendConnector): the sender looks external",
          "New-SendConnector -CloudServicesMailEnabled; KB 3212872 (SC-028, incident 55)")),
  /** Basic authentication inside TLS only. */
  SMART_HOST_BASIC_AUTH(
      Statement.documented(
          "ROUTE-023",
          "SmartHostAuthMechanism of {connector} is BasicAuthRequireTLS: TLS is demanded, and the"
              + " certificate must carry {host}",
          "New-SendConnector -SmartHostAuthMechanism (SC-026, SC-027)")),
  /** A user name and a password for the smart host. */
  SMART_HOST_LOGON(
      Statement.documented(
          "ROUTE-025",
          "AuthenticationCredential of {connector}: the server logs on to {host} as {user}",
          "New-SendConnector -AuthenticationCredential (SC-026, SC-027)")),
  /** Domain Security. */
  DOMAIN_SECURE(
      Statement.documented(
          "ROUTE-021",
          "{domain} is in TLSSendDomainSecureList and {connector} has DomainSecureEnabled: mutual"
              + " TLS is demanded",
          "Domain Security (DSEC-001, SC-024)")),
  /** Protocol versions that no scenario states. */
  VERSIONS_ASSUMED(
      Statement.assumed(
          "ROUTE-024",
          "the scenario does not state tlsVersions of {server}; taken: {versions}, as Exchange"
              + " {version} has on its usual Windows",
          "defaults of Exchange and Windows, in part from memory (VER-002, VER-009, VER-001,"
              + " VER-003, VER-008, VER-010)")),
  /** Schannel's Client keys say something else than its Server keys. */
  VERSIONS_BY_SIDE(
      Statement.documented(
          "ROUTE-026",
          "{server} is the TLS {side} here and has {versions} on for that; its other side has other"
              + " versions",
          "Client and Server keys of Schannel, as HealthChecker reads them (VER-004, VER-003)")),
  /** Servers of one organization. */
  INTRA_ORGANIZATION(
      Statement.documented(
          "ROUTE-022",
          "the invisible intra-organization Send connector carries mail between servers",
          "Send connectors, implicit (SC-002)"));

  /** What the queue shows where no server leads on; exsim's own words. */
  static final String NO_SERVER_TEXT = "no server of the organization leads on";

  private final Statement statement;

  RecipientRule(Statement statement) {
    this.statement = statement;
  }

  /** Why a server receives with the versions that it has, where that goes without saying. */
  public static Optional<Reason> receivingVersions(ExchangeServer server) {
    return versions(server, server.tls().receiving(), "server");
  }

  /** Why a server sends with the versions that it has, where that goes without saying. */
  static Optional<Reason> sendingVersions(ExchangeServer server) {
    return versions(server, server.tls().sending(), "client");
  }

  private static Optional<Reason> versions(
      ExchangeServer server, ExchangeServer.Protocols here, String side) {
    if (!here.stated()) {
      return Optional.of(
          Reason.of(
              VERSIONS_ASSUMED,
              "server",
              server.name(),
              "versions",
              text(here),
              "version",
              server.version().text()));
    }
    return server.tls().sending().versions().equals(server.tls().receiving().versions())
        ? Optional.empty()
        : Optional.of(
            Reason.of(
                VERSIONS_BY_SIDE, "server", server.name(), "side", side, "versions", text(here)));
  }

  private static String text(ExchangeServer.Protocols protocols) {
    return protocols.versions().isEmpty()
        ? "nothing"
        : Joiner.on(", ").join(protocols.versions().stream().map(TlsVersion::text).toList());
  }

  @Override
  public Statement statement() {
    return statement;
  }
}
