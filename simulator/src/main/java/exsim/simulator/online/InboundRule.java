package exsim.simulator.online;

import exsim.simulator.rule.StatedRule;
import exsim.simulator.rule.Statement;

/** How Exchange Online attributes a session to a tenant, and what the tenant's connectors say. */
public enum InboundRule implements StatedRule {
  /** The MX entity. */
  MX_ENTITY(
      Statement.documented(
          "EOP-001",
          "{host} is the shared entry point of Exchange Online: it offers STARTTLS, does not"
              + " require it, and wants no authentication",
          "device options, option 2 (EXO-EP-02, EXO-EP-31, EXO-EP-35)")),
  /** Clear mail is taken. */
  CLEAR_ACCEPTED(
      Statement.observed(
          "EOP-002",
          "the MX entity takes any sender, inside TLS or in clear",
          "session transcripts (EXO-EP-33)")),
  /** By the client certificate. */
  BY_CERTIFICATE(
      Statement.documented(
          "EOP-010",
          "the client certificate matches {connector} of {tenant} by {name}, an accepted domain:"
              + " the message is the tenant's own",
          "on-premises connector guidance (EXO-IN-40 step 2, EXO-IN-31, EXO-IN-33, EXO-EP-10,"
              + " EXO-DA-06)")),
  /** The certificate's domain is not accepted, the sender's is. */
  BY_CERTIFICATE_AND_SENDER(
      Statement.documented(
          "EOP-011",
          "the client certificate matches {connector} of {tenant}, and the sender's domain is"
              + " accepted: the message is the tenant's own",
          "SMTP relay requirements (EXO-DA-04, errata 4)")),
  /** By address and sender. */
  BY_ADDRESS(
      Statement.documented(
          "EOP-012",
          "the connecting address matches {connector} of {tenant}, and the sender's domain is"
              + " accepted: the message is the tenant's own",
          "SMTP relay requirements (EXO-IN-40 step 3, EXO-DA-04)")),
  /** A connector matched, but no accepted domain is shown. */
  CONNECTOR_WITHOUT_DOMAIN(
      Statement.documented(
          "EOP-013",
          "{connector} of {tenant} matches, but neither the certificate's domain nor the sender's"
              + " is accepted: the message counts as incoming",
          "Notice to relay through Exchange Online (EXO-IN-40 step 4, EXO-DA-05)")),
  /** By the recipient's domain. */
  BY_RECIPIENT(
      Statement.documented(
          "EOP-014",
          "no connector of the sender's own matches, so the recipient's domain decides: {tenant}",
          "on-premises connector guidance (EXO-IN-40 step 5, EXO-EP-10, EXO-HYB-09)")),
  /** A certificate that does not validate is ignored. */
  CERTIFICATE_IGNORED(
      Statement.assumed(
          "EOP-015",
          "the client certificate does not validate ({status}), so it is ignored",
          "assumption invalidClientCertificate (EXO-IN-34, EXO-IN-35, errata 8)")),
  /** A SHA-1 certificate is ignored. */
  CERTIFICATE_WEAK(
      Statement.documented(
          "EOP-016",
          "the client certificate is signed with {signature}, so it is ignored",
          "Technical reference details about encryption (EXO-IN-36)")),
  /** Several tenants match. */
  AMBIGUOUS(
      Statement.assumed(
          "EOP-017",
          "the client certificate authenticates connectors of {count} tenants, which is unstable;"
              + " {tenant} is taken {how}",
          "on-premises connector guidance: a distinct certificate for each tenant (EXO-IN-46)")),
  /** No tenant. */
  NO_TENANT(
      Statement.documented(
          "EOP-018",
          "no connector matches and {domain} belongs to no tenant",
          "Relay access denied (EXO-EP-37 d, EXO-IN-40 step 5, EXO-DA-03)")),
  /** Relay without an accepted domain. */
  RELAY_DENIED(
      Statement.documented(
          "EOP-019",
          "{connector} matches without an accepted domain, and {domain} is not the tenant's",
          "Notice to relay through Exchange Online (EXO-IN-40 step 4, EXO-DA-06, errata 18)")),
  /** The tenant's own message may go anywhere. */
  RELAY_ALLOWED(
      Statement.documented(
          "EOP-020",
          "the message is the tenant's own, so any recipient is taken, and no Partner connector"
              + " applies",
          "SMTP relay (EXO-DA-02, EXO-DA-04, EXO-IN-42, EXO-IN-43)")),
  /** A recipient that exists or may exist. */
  RECIPIENT_KNOWN(
      Statement.documented(
          "EOP-021",
          "{recipient} is taken for {tenant}",
          "Accepted domains in Exchange Online (EXO-EP-37)")),
  /** A recipient that does not exist. */
  RECIPIENT_UNKNOWN(
      Statement.documented(
          "EOP-022",
          "{domain} is authoritative and {recipient} does not exist",
          "Directory-based edge blocking (EXO-EP-37 a, EXO-HYB-41)")),
  /** Direct send is rejected. */
  DIRECT_SEND(
      Statement.documented(
          "EOP-030",
          "RejectDirectSend of {tenant} refuses anonymous mail from its own domain {domain}, in the"
              + " protocol: no message trace has it",
          "Set-OrganizationConfig -RejectDirectSend (EXO-DA-08, EXO-DA-09)")),
  /** Only a subdomain is accepted. */
  DIRECT_SEND_SUBDOMAIN(
      Statement.assumed(
          "EOP-031",
          "{domain} counts as accepted for RejectDirectSend: {accepted} has MatchSubDomains",
          "no source says whether such subdomains count (EXO-DA-10)")),
  /** An empty reverse path. */
  DIRECT_SEND_NULL(
      Statement.assumed(
          "EOP-032",
          "an empty reverse path names no domain, so RejectDirectSend of {tenant} lets it pass",
          "follows from Set-OrganizationConfig -RejectDirectSend (EXO-DA-10)")),
  /** A partner connector restricts. */
  PARTNER_RESTRICTS(
      Statement.documented(
          "EOP-040",
          "the partner connector {connector} speaks for {domain} and its {restriction} is not met",
          "Connectors for secure mail flow with a partner (EXO-IN-41 b, EXO-IN-45)")),
  /** A partner connector is met. */
  PARTNER_MET(
      Statement.documented(
          "EOP-041",
          "the partner connector {connector} speaks for {domain}, and all it demands is met",
          "Connectors for secure mail flow with a partner (EXO-IN-24, EXO-IN-41)")),
  /** A partner connector demands TLS. */
  PARTNER_REQUIRES_TLS(
      Statement.documented(
          "EOP-042",
          "RequireTls of the partner connector {connector} refuses mail of {domain} in clear",
          "Connectors for secure mail flow with a partner (EXO-IN-24, EXO-IN-41 c)")),
  /** The reply to that. */
  PARTNER_REPLY(
      Statement.assumed(
          "EOP-043",
          "no source gives the reply of a partner connector that demands TLS",
          "reply modelled on 5.7.51 (EXO-IN-41 c)")),
  /** RequireTls is not stated. */
  REQUIRE_TLS_UNSTATED(
      Statement.assumed(
          "EOP-044",
          "{connector} does not state RequireTls, which is taken as {value}",
          "assumption inboundRequireTls (EXO-IN-07, errata 16)")),
  /** A partner connector demands TLS, met or not. */
  PARTNER_DEMANDS_TLS(
      Statement.documented(
          "EOP-045",
          "the partner connector {connector} takes mail of {domain} inside TLS only",
          "Connectors for secure mail flow with a partner (EXO-IN-07, EXO-IN-10)")),
  /** Several partner connectors. */
  PARTNERS_OVERLAP(
      Statement.assumed(
          "EOP-046",
          "{count} partner connectors speak for {domain}; the most specific is taken, then the"
              + " first by name: {connector}",
          "no source gives the order of overlapping SenderDomains (EXO-IN-44)")),
  /** A certificate name without a restriction. */
  PARTNER_NAME_DEMANDED(
      Statement.assumed(
          "EOP-048",
          "the partner connector {connector} names the certificate {name}, which is not shown",
          "assumption partnerCertificateName (EXO-IN-08)")),
  /** A name that Exchange Online gave up. */
  RETIRED_NAME(
      Statement.documented(
          "EOP-047",
          "{host} was given up by Exchange Online, so the mail is in the wrong place",
          "Wrong Office 365 region (EXO-EP-09)")),
  /** No name at all. */
  BARE_ADDRESS(
      Statement.documented(
          "EOP-049",
          "{host} leads to an address of Exchange Online and is no MX host: the names of MX hosts"
              + " are the only way in",
          "Wrong Office 365 region (EXO-EP-09)")),
  /** Taken. */
  TAKEN(
      Statement.observed(
          "EOP-050",
          "Exchange Online takes the message; its MessageDirectionality is {direction}",
          "session transcripts (EXO-EP-33, EXO-IN-48)")),
  /** Filters look past an address. */
  ENHANCED_FILTERING(
      Statement.documented(
          "EOP-060",
          "enhanced filtering of {connector} looks past {skipped}: filters take another source,"
              + " and TLS, attribution and acceptance stay as they are",
          "Enhanced filtering for connectors (EXO-IN-15, EXO-IN-16, EXO-IN-17)")),
  /** An old server. */
  OUTDATED(
      Statement.assumed(
          "EOP-061",
          "Exchange {version} is out of support, and its connection is not taken",
          "assumption outdatedExchange; throttling of out-of-date servers (EXO-IN-47)")),
  /** IPv6 is off. */
  IPV6_OFF(
      Statement.documented(
          "EOP-062",
          "{domain} takes no mail over IPv6: that is off until Enable-IPv6ForAcceptedDomain",
          "Enable-IPv6ForAcceptedDomain; NDR 5.7.510 (EXO-EP-11)")),
  /** A sender over IPv6. */
  IPV6_SENDER(
      Statement.assumed(
          "EOP-063",
          "{sender} comes over IPv6, where it needs a reverse DNS record and has to pass SPF or"
              + " DKIM",
          "assumption ipv6Sender; NDR 5.7.25 and 4.7.26 (EXO-EP-11)")),
  /** Direct send. */
  WAY_DIRECT_SEND(
      Statement.documented(
          "EOP-070",
          "{device} sends by direct send (option 2): to the MX host, without AUTH, and no connector"
              + " of the organization's own applies",
          "device options, option 2 (EXO-DA-01, EXO-DA-02)")),
  /** Relay. */
  WAY_RELAY(
      Statement.documented(
          "EOP-071",
          "{device} sends by SMTP relay (option 3): to the MX host, and the connector {connector}"
              + " applies",
          "device options, option 3 (EXO-DA-01, EXO-DA-02)"));

  private final Statement statement;

  InboundRule(Statement statement) {
    this.statement = statement;
  }

  @Override
  public Statement statement() {
    return statement;
  }
}
