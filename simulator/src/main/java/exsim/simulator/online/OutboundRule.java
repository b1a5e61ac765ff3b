package exsim.simulator.online;

import exsim.simulator.rule.StatedRule;
import exsim.simulator.rule.Statement;

/** Where Exchange Online sends a tenant's mail, and what it demands of TLS. */
public enum OutboundRule implements StatedRule {
  /** A mailbox here. */
  MAILBOX(
      Statement.documented(
          "CLOUD-001",
          "{recipient} has its mailbox in {tenant}",
          "Transport routing in hybrid deployments (EXO-OUT-50)")),
  /** Forwarding. */
  FORWARDING(
      Statement.documented(
          "CLOUD-002", "{recipient} forwards to {target}", "forwarding (EXO-OUT-50)")),
  /** Unknown in an authoritative domain. */
  UNKNOWN(
      Statement.documented(
          "CLOUD-003",
          "{domain} is authoritative and {recipient} does not exist: it is never routed out",
          "Accepted domains in Exchange Online (EXO-OUT-52)")),
  /** An internal relay domain. */
  INTERNAL_RELAY(
      Statement.documented(
          "CLOUD-004",
          "{domain} is an internal relay domain and {recipient} is not in {tenant}",
          "Accepted domains in Exchange Online (EXO-OUT-52)")),
  /** Any other domain. */
  EXTERNAL(
      Statement.documented(
          "CLOUD-005", "{domain} is no accepted domain of {tenant}", "mail routing (EXO-OUT-50)")),
  /** A mail user. */
  MAIL_USER(
      Statement.documented(
          "CLOUD-006",
          "{recipient} is a mail user whose external address is {target}",
          "Transport routing in hybrid deployments (EXO-OUT-50, EXO-HYB-21, EXO-HYB-32)")),
  /** A transport rule routes. */
  BY_TRANSPORT_RULE(
      Statement.documented(
          "CLOUD-010",
          "the transport rule {rule} routes the message through {connector}",
          "New-TransportRule -RouteMessageOutboundConnector (EXO-OUT-40, EXO-OUT-51)")),
  /** A transport rule demands TLS. */
  RULE_DEMANDS_TLS(
      Statement.documented(
          "CLOUD-011",
          "the transport rule {rule} demands TLS",
          "New-TransportRule -RouteMessageOutboundRequireTls (EXO-OUT-42)")),
  /** A transport rule names a connector that is not there. */
  RULE_WITHOUT_CONNECTOR(
      Statement.assumed(
          "CLOUD-012",
          "the transport rule {rule} names {connector}, which is disabled or missing: nothing is sent",
          "no source says what happens; the message is deferred (EXO-OUT-44)")),
  /** Of two rules that route, the last counts. */
  LATER_RULE_ROUTES(
      Statement.assumed(
          "CLOUD-050",
          "the transport rules {before} and {rule} both route the message; the later one counts",
          "no source says which does (EXO-OUT-44)")),
  /** No later rule is applied. */
  RULE_STOPS(
      Statement.documented(
          "CLOUD-051",
          "the transport rule {rule} says StopRuleProcessing, so no later rule is applied",
          "New-TransportRule -StopRuleProcessing (EXO-OUT-44)")),
  /** A message that has been where the rule would send it. */
  RULE_EXCEPTED(
      Statement.documented(
          "CLOUD-062",
          "the transport rule {rule} leaves the message alone: its header {header} contains {words}",
          "Integrate Microsoft 365 with an email add-on service, step 2 (EXO-OUT-43)")),
  /** A group. */
  GROUP(
      Statement.documented(
          "CLOUD-063",
          "{recipient} is a group of {tenant} with a mailbox of its own",
          "Configure Microsoft 365 Groups with on-premises Exchange hybrid (EXO-HYB-10)")),
  /** A group that takes mail from inside only. */
  GROUP_OF_INSIDERS(
      Statement.documented(
          "CLOUD-064",
          "RequireSenderAuthenticationEnabled of the group {recipient} is $true, and the message"
              + " counts as mail from outside",
          "Configure Microsoft 365 Groups with on-premises Exchange hybrid; NDR 5.7.133"
              + " (EXO-HYB-10)")),
  /** Mail from outside to a group under centralized transport. */
  GROUP_UNDER_CENTRALIZED(
      Statement.documented(
          "CLOUD-065",
          "{connector} routes all messages via on-premises, and mail from outside to the group"
              + " {recipient} fails then",
          "Configure Microsoft 365 Groups with on-premises Exchange hybrid (EXO-HYB-43)")),
  /** How it fails. */
  GROUP_UNDER_CENTRALIZED_REPLY(
      Statement.assumed(
          "CLOUD-066",
          "no source says with which code such mail to a group comes back: {reply} is taken",
          "assumption groupUnderCentralizedTransport (EXO-HYB-43)")),
  /** Centralized mail transport. */
  CENTRALIZED(
      Statement.documented(
          "CLOUD-013",
          "{connector} routes all messages via on-premises (centralized mail transport)",
          "Transport routing in hybrid deployments (EXO-OUT-54)")),
  /** Centralized mail transport beats a specific connector. */
  CENTRALIZED_FIRST(
      Statement.assumed(
          "CLOUD-014",
          "{connector} routes all messages via on-premises, also where another connector is more"
              + " specific",
          "assumption centralizedBeforeSpecific (EXO-OUT-57)")),
  /** Centralized mail transport for incoming mail. */
  CENTRALIZED_INBOUND(
      Statement.documented(
          "CLOUD-015",
          "{connector} sends incoming Internet mail through on-premises before it is delivered",
          "Transport routing in hybrid deployments (EXO-OUT-55)")),
  /** The loop guard. */
  CAME_FROM_ON_PREMISES(
      Statement.documented(
          "CLOUD-016",
          "the message came from on-premises, so centralized mail transport does not send it back",
          "Demystifying centralized mail transport (EXO-OUT-56)")),
  /** An ordinary connector. */
  BY_CONNECTOR(
      Statement.documented(
          "CLOUD-017",
          "{connector} covers {domain} by {scope}",
          "Connectors to route mail (EXO-OUT-53)")),
  /** Disabled. */
  DISABLED(Statement.documented("CLOUD-020", "the connector is disabled", "EXO-OUT-02")),
  /** Only for a transport rule. */
  RULE_ONLY(
      Statement.documented(
          "CLOUD-021",
          "the connector is used by transport rules only",
          "New-OutboundConnector -IsTransportRuleScoped (EXO-OUT-41)")),
  /** Does not cover the domain. */
  NOT_COVERING(
      Statement.documented(
          "CLOUD-022",
          "the connector does not cover {domain}",
          "Connectors to route mail (EXO-OUT-05)")),
  /** A wildcard without the domain itself. */
  APEX_NOT_COVERED(
      Statement.assumed(
          "CLOUD-023",
          "{pattern} is taken to cover subdomains only, not {domain} itself",
          "assumption wildcardIncludesApex (EXO-OUT-22)")),
  /** A more specific one wins. */
  LESS_SPECIFIC(
      Statement.documented(
          "CLOUD-024",
          "{winner} covers {domain} more specifically",
          "Connectors to route mail, worked example (EXO-OUT-53)")),
  /** The first name wins. */
  LATER_NAME(
      Statement.assumed(
          "CLOUD-025",
          "{winner} is as specific, and its name comes first",
          "no source says which wins (EXO-IN-44)")),
  /** Default routing. */
  BY_MX(
      Statement.documented(
          "CLOUD-030",
          "no connector covers {domain}, so its MX records are followed",
          "Connectors in Exchange Online (EXO-OUT-59)")),
  /** Reports on failed deliveries. */
  POOL_OF_REPORTS(
      Statement.documented(
          "CLOUD-052",
          "messages without a sender leave by the high-risk delivery pool",
          "High-risk delivery pool for outbound messages (EXO-OUT-72)")),
  /** A sender that nobody could answer. */
  POOL_OF_UNKNOWN(
      Statement.documented(
          "CLOUD-053",
          "{domain} has neither MX nor address records, so its mail leaves by the high-risk pool",
          "High-risk delivery pool for outbound messages (EXO-OUT-72)")),
  /** Forwarded mail of others that was not authentic. */
  POOL_OF_RELAYED(
      Statement.assumed(
          "CLOUD-054",
          "{domain} is not accepted in {tenant}, and its mail is assumed to have passed neither SPF"
              + " nor DKIM on entry: it leaves by the relay pool",
          "assumption forwardedMailAuthenticated (EXO-OUT-71)")),
  /** Forwarded mail of others that was authentic. */
  POOL_OF_PROVEN(
      Statement.assumed(
          "CLOUD-055",
          "{domain} is not accepted in {tenant}; its mail is assumed to have passed SPF or DKIM on"
              + " entry, so it leaves by the usual pool",
          "assumption forwardedMailAuthenticated (EXO-OUT-70, EXO-OUT-71)")),
  /** The versions that it speaks. */
  VERSIONS(
      Statement.documented(
          "CLOUD-056",
          "Exchange Online speaks {versions} to other servers, and never an older version",
          "Email scenarios if TLS versions cannot be agreed on (EXO-TLS-02, EXO-CRY-01)")),
  /** Opportunistic TLS. */
  DEFAULT_TLS(
      Statement.documented(
          "CLOUD-031",
          "without a connector, Exchange Online takes TLS where it is offered",
          "How Exchange Online uses TLS (EXO-TLS-01)")),
  /** The connector's demand. */
  CONNECTOR_TLS(
      Statement.documented(
          "CLOUD-032",
          "the outbound connector {connector} says TlsSettings {setting}",
          "New-OutboundConnector -TlsSettings (EXO-OUT-30 to EXO-OUT-33)")),
  /** DomainValidation without a name. */
  NO_TLS_DOMAIN(
      Statement.assumed(
          "CLOUD-041",
          "the outbound connector {connector} says DomainValidation without TlsDomain: the"
              + " recipient's domain {domain} is compared",
          "no source says what is compared (EXO-OUT-09)")),
  /** Mail between tenants. */
  TENANT_TO_TENANT(
      Statement.documented(
          "CLOUD-042",
          "{host} is Exchange Online's own: mail between tenants always goes over TLS",
          "How Exchange Online uses TLS (EXO-TLS-04)")),
  /** Several demands. */
  CUMULATIVE(
      Statement.assumed(
          "CLOUD-043",
          "what {host} publishes and what the connector demands must both be met",
          "both are enforced; that they add up is inferred (EXO-TLS-25, EXO-TLS-26)")),
  /** DANE. */
  DANE(
      Statement.documented(
          "CLOUD-033",
          "{host} has usable TLSA records, so DANE is demanded",
          "How SMTP DANE works (EXO-TLS-10, EXO-TLS-11, EXO-TLS-12)")),
  /** An answer that fails validation. */
  DNSSEC_BOGUS(
      Statement.documented(
          "CLOUD-057",
          "the DNSSEC records of {name} do not validate, so nothing is sent to {host}",
          "How SMTP DANE works (EXO-TLS-11, EXO-TLS-13)")),
  /** A TLSA record in bad form. */
  TLSA_MALFORMED(
      Statement.standard(
          "CLOUD-058",
          "a TLSA record of {host} is malformed, and counts as one that cannot be used",
          "RFC 7671 section 4.1; RFC 7672 section 3.1 (EXO-TLS-12)")),
  /** DANE with records none of which can be used. */
  DANE_UNUSABLE(
      Statement.documented(
          "CLOUD-034",
          "{host} has TLSA records, none usable: TLS is demanded, nothing is authenticated",
          "How SMTP DANE works (EXO-TLS-12)")),
  /** DANE demanded and absent. */
  DANE_MANDATORY(
      Statement.documented(
          "CLOUD-035",
          "SmtpDaneMode of {connector} is Mandatory and {host} has no validated TLSA records",
          "New-OutboundConnector -SmtpDaneMode (EXO-TLS-15)")),
  /** MTA-STS. */
  MTA_STS(
      Statement.documented(
          "CLOUD-036",
          "{domain} enforces MTA-STS and names {host}: a trusted certificate is demanded",
          "Enhancing mail flow with MTA-STS (EXO-TLS-20, EXO-TLS-22)")),
  /** An MX host outside the policy. */
  MTA_STS_MX(
      Statement.documented(
          "CLOUD-037",
          "{domain} enforces MTA-STS and its policy does not name {host}",
          "Enhancing mail flow with MTA-STS (EXO-TLS-22, EXO-TLS-23)")),
  /** A policy that prevents nothing. */
  MTA_STS_TESTING(
      Statement.standard(
          "CLOUD-059",
          "the MTA-STS policy of {domain} does not enforce, so it prevents nothing",
          "RFC 8461 section 5 (EXO-TLS-20)")),
  /** A policy that is none. */
  MTA_STS_FAULT(
      Statement.standard(
          "CLOUD-060",
          "the MTA-STS policy of {domain} counts as none ({type}): {fault}",
          "RFC 8461 section 3.3 (EXO-TLS-20)")),
  /** A smart host's policy instead of the recipient's. */
  SMART_HOST_POLICY(
      Statement.documented(
          "CLOUD-061",
          "the MTA-STS policy of the smart host {host} counts, not that of {domain}",
          "Enhancing mail flow with MTA-STS (EXO-TLS-21)")),
  /** A loop. */
  LOOP(
      Statement.documented(
          "CLOUD-040",
          "the message has come back to Exchange Online more than {limit} times",
          "NDR 5.4.6 through 5.4.20 (EXO-OUT-52, EXO-OUT-60)")),
  /** The queue's clock. */
  RETRY(
      Statement.assumed(
          "QUEUE-020",
          "Exchange Online retries after 15 and 15 minutes, then hourly, for {hours} hours",
          "MessageExpiration; the schedule of DANE (EXO-TLS-14, EXO-TLS-27, EXO-TLS-28)")),
  /** A code of its own when it gives up. */
  EXPIRED_TWIN(
      Statement.observed(
          "QUEUE-021",
          "on expiry the temporary code of the last error turns into its permanent twin",
          "NDRs that were seen (EXO-TLS-29)")),
  /** The general code when it gives up. */
  EXPIRED(
      Statement.assumed(
          "QUEUE-022",
          "the last error has no permanent twin, so the message expires with {text}",
          "assumption expiryWording (EXO-TLS-29)"));

  static final String LOOP_TEXT = "554 5.4.14 Hop count exceeded - possible mail loop ATTR34";
  static final String UNKNOWN_TEXT =
      "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup";

  private final Statement statement;

  OutboundRule(Statement statement) {
    this.statement = statement;
  }

  @Override
  public Statement statement() {
    return statement;
  }
}
