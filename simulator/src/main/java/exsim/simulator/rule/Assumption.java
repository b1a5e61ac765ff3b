package exsim.simulator.rule;

import com.google.common.collect.ImmutableList;
import exsim.model.topology.Topology;

/**
 * A question that no source settles, with the answers that a scenario can choose from.
 *
 * <p>The first value is the default. Every report that rests on one says so.
 */
public enum Assumption {
  /** What Exchange does after a failed handshake. */
  PLAINTEXT_AFTER_FAILED_HANDSHAKE(
      "plaintextAfterFailedHandshake",
      "whether an opportunistic Exchange sender goes on in clear after a failed handshake",
      "TLS-010",
      "false",
      "true"),
  /** What Exchange does when STARTTLS is refused. */
  CLEAR_AFTER_REFUSED_STARTTLS(
      "clearAfterRefusedStartTls",
      "whether an opportunistic Exchange sender goes on in clear when STARTTLS gets 454 or 502",
      "errata 19",
      "true",
      "false"),
  /** Whether a domain without MX records is its own mail host. */
  IMPLICIT_MX(
      "implicitMx",
      "whether a domain without MX records is reached at its own address",
      "DNS-002",
      "true",
      "false"),
  /** Whether a Send connector's Port counts under DNS routing. */
  PORT_WITH_DNS_ROUTING(
      "portWithDnsRouting",
      "whether a Send connector's Port also holds for DNS routing",
      "SC-017",
      "true",
      "false"),
  /** How Exchange 2010 reaches later versions. */
  LEGACY_HUB_PORT(
      "legacyHubPort",
      "which port an Exchange 2010 Hub Transport server uses towards 2013 and later",
      "RT-002 row 17",
      "25",
      "2525"),
  /** Which Front End makes the connection. */
  OUTBOUND_PROXY_FRONT_END(
      "outboundProxyFrontEnd",
      "which Front Ends of a site may make the connection under FrontendProxyEnabled",
      "SC-031, RT-002 row 10",
      "nearest",
      "anyInSite"),
  /** The order of the names of Send connectors. */
  CONNECTOR_NAME_ORDER(
      "connectorNameOrder",
      "whether case counts in the alphanumeric order of the names of Send connectors",
      "SEL-010",
      "ignoreCase",
      "ordinal"),
  /** Who ends a loop between a server and Exchange Online. */
  ONLINE_LOOP_LOCAL_HOPS(
      "onlineLoopLocalHops",
      "whether MaxLocalHopCount also counts in mail that Exchange Online sends back",
      "RC-035, errata 17",
      "false",
      "true"),
  /** What becomes of an MX record without an address. */
  DNS_FAULT_TOLERANCE(
      "dnsFaultTolerance",
      "which DnsFaultTolerance Exchange servers have in EdgeTransport.exe.config",
      "DNS-004",
      "Lenient",
      "Normal"),
  /** Whether a wildcard certificate proves its own domain as TlsDomain. */
  TLS_DOMAIN_WILDCARD(
      "tlsDomainWildcard",
      "whether a certificate for *.contoso.com satisfies TlsDomain contoso.com on-premises",
      "TLS-007",
      "true",
      "false"),
  /** What a revocation list out of reach means. */
  REVOCATION_LIST_UNREACHABLE(
      "revocationListUnreachable",
      "what an Exchange sender makes of a certificate whose revocation list is out of reach",
      "TLS-009",
      "accept",
      "refuse"),
  /** What stands around the last error of a queue. */
  QUEUE_ERROR_WORDING(
      "queueErrorWording",
      "what a queue of an Exchange server puts around the last error of a Send connector",
      "REP-07, incident 41; no source says which builds",
      "failover",
      "lastEndpoint",
      "451 4.4.397"),
  /** The refusal of bare line feeds. */
  BARE_LINEFEED_REPLY(
      "bareLinefeedReply",
      "with which code BareLinefeedRejectionEnabled refuses a message; the words are exsim's own",
      "RC-034; 5.6.11 is Exchange's code where it cannot send such a message on (KB 2998901)",
      "550 5.6.11",
      "554 5.6.0"),
  /** What a queue says of a certificate that its server cannot use. */
  NO_CREDENTIALS_REPLY(
      "noCredentialsReply",
      "which 421 a queue shows where the sender's own certificate has no private key",
      "CERT-041, REP-06, KB 4495258, incident 42",
      "421 4.4.1",
      "421 4.2.1"),
  /** The refusal of a session that may not submit. */
  CLIENT_NOT_AUTHENTICATED(
      "clientNotAuthenticated",
      "which 530 Exchange 2013 and later give MAIL FROM where nobody may submit",
      "REP-12",
      "530 5.7.1",
      "530 5.7.57"),
  /** What Exchange Online does with a client certificate that it cannot validate. */
  INVALID_CLIENT_CERTIFICATE(
      "invalidClientCertificate",
      "what Exchange Online does with a client certificate that does not validate",
      "EXO-IN-35",
      "ignore",
      "drop"),
  /** Whether only the subject of a client certificate is compared. */
  SUBJECT_ONLY(
      "subjectOnly",
      "whether inbound connectors compare the subject of a client certificate only",
      "EXO-IN-30",
      "false",
      "true"),
  /** Whether the parent of a certificate's name may be the accepted domain. */
  PARENT_DOMAIN_ATTRIBUTES(
      "parentDomainAttributes",
      "whether it is enough that the parent of the certificate's name is an accepted domain",
      "EXO-IN-33, errata 4",
      "false",
      "true"),
  /** What a wildcard in a client certificate satisfies. */
  WILDCARD_CLIENT_CERTIFICATE(
      "wildcardClientCertificate",
      "whether *.contoso.com in a client certificate satisfies mail.contoso.com of a connector",
      "EXO-IN-32",
      "names",
      "exact"),
  /** What a Partner connector's certificate name is without a restriction. */
  PARTNER_CERTIFICATE_NAME(
      "partnerCertificateName",
      "whether TlsSenderCertificateName is demanded without RestrictDomainsToCertificate",
      "EXO-IN-08",
      "demanded",
      "identifies"),
  /** How Exchange Online treats Exchange servers out of support. */
  OUTDATED_EXCHANGE(
      "outdatedExchange",
      "what Exchange Online does behind an OnPremises connector with Exchange out of support",
      "EXO-IN-47",
      "taken",
      "throttled",
      "blocked"),
  /** Whether {@code *.x} covers {@code x} in an outbound connector. */
  WILDCARD_INCLUDES_APEX(
      "wildcardIncludesApex",
      "whether *.contoso.com in RecipientDomains covers contoso.com",
      "EXO-OUT-22",
      "false",
      "true"),
  /** Whether centralized transport beats a more specific connector. */
  CENTRALIZED_BEFORE_SPECIFIC(
      "centralizedBeforeSpecific",
      "whether centralized mail transport beats a connector for the recipient's domain",
      "EXO-OUT-57",
      "true",
      "false"),
  /** How mail to a group comes back under centralized mail transport. */
  GROUP_UNDER_CENTRALIZED_TRANSPORT(
      "groupUnderCentralizedTransport",
      "how mail from outside to a group fails under centralized mail transport",
      "EXO-HYB-43; public folders fail with 554 5.4.14 then",
      "554 5.4.14",
      "550 5.1.10"),
  /** How mail to a group comes back from an Edge server. */
  GROUP_BEHIND_EDGE(
      "groupBehindEdge",
      "which side ends the loop of mail that an Edge server sends to a group",
      "EXO-HYB-42",
      "554 5.4.6",
      "554 5.4.14"),
  /** The order of outbound connectors. */
  OUTBOUND_ORDER(
      "outboundOrder",
      "whether the most specific outbound connector wins, or the documented list's order",
      "EXO-OUT-53",
      "mostSpecific",
      "list"),
  /** Whether forwarded mail was authentic when it came. */
  FORWARDED_MAIL_AUTHENTICATED(
      "forwardedMailAuthenticated",
      "whether SPF or DKIM passed when mail came in that Exchange Online forwards or relays",
      "EXO-OUT-71",
      "true",
      "false"),
  /** How Exchange Online quotes the error of a host that it cannot talk to. */
  REMOTE_ERROR_WORDING(
      "remoteErrorWording",
      "in which words Exchange Online quotes the first error of a remote server",
      "the codes of section 5.6; NDR 4.4.7 (EXO-TLS-40)",
      "450 4.4.317",
      "450 4.7.0"),
  /** The code of a message that expired in Exchange Online, where nothing else is known. */
  EXPIRY_WORDING(
      "expiryWording",
      "which text tells of a message that expired after a reply that has no permanent twin",
      "EXO-TLS-29",
      "550 4.4.7",
      "550 5.4.300"),
  /** TLS 1.3 at Exchange Online. */
  ONLINE_TLS_1_3(
      "onlineTls13",
      "whether Exchange Online negotiates TLS 1.3 on SMTP",
      "EXO-CRY-02",
      "false",
      "true"),
  /** The reply to a clear session at the submission host on port 25. */
  CLEAR_SUBMISSION_ON_25(
      "clearSubmissionOn25",
      "what a clear MAIL FROM on port 25 of smtp.office365.com is answered with",
      "errata 1",
      "530 5.7.57",
      "451 5.7.3"),
  /** Whether RequireTls of an inbound connector is on when it is left out. */
  INBOUND_REQUIRE_TLS(
      "inboundRequireTls",
      "whether RequireTls of an inbound connector is on when the scenario leaves it out",
      "EXO-IN-07, errata 16",
      "false",
      "true"),
  /** What AssociatedAcceptedDomains narrows. */
  ASSOCIATED_ACCEPTED_DOMAINS(
      "associatedAcceptedDomains",
      "whether AssociatedAcceptedDomains narrows recipient or sender domains",
      "EXO-IN-11",
      "recipient",
      "sender"),
  /** Whether a smart host relays for those who are configured to use it. */
  SMART_HOST_RELAYS(
      "smartHostRelays",
      "whether a mail system relays for a system that names it as smart host",
      "scenario format",
      "true",
      "false"),
  /** The wording of 530 5.7.57. */
  NOT_AUTHENTICATED_WORDING(
      "notAuthenticatedWording",
      "whether 530 5.7.57 is worded as today or as in 2017",
      "EXO-EP-43",
      "today",
      "2017"),
  /** What Exchange Online finds about senders over IPv6. */
  IPV6_SENDER(
      "ipv6Sender",
      "whether senders over IPv6 have a reverse DNS record and pass SPF or DKIM at Exchange Online",
      "EXO-EP-11",
      "accepted",
      "noReverseDns",
      "unauthenticated"),
  /** Whose words Exchange Online uses. */
  ONLINE_WORDING(
      "onlineWording",
      "whether banners and refusals of Exchange Online are worded as today or by the clock",
      "EXO-EP-30, EXO-EP-36, EXO-EP-43",
      "today",
      "byClock"),
  /** External recipients of high volume email. */
  HVE_EXTERNAL_RECIPIENTS(
      "hveExternalRecipients",
      "whether high volume email takes recipients outside the tenant",
      "EXO-DA-12",
      "refused",
      "taken"),
  /** Retirement of basic authentication at the submission host. */
  BASIC_AUTH_RETIRED(
      "basicAuthRetired",
      "whether basic authentication for client submission is retired",
      "EXO-EP-26",
      "false",
      "true"),
  /** Whether SMTP AUTH is on in a tenant that does not say. */
  SMTP_AUTH_DISABLED(
      "smtpAuthDisabled",
      "whether SmtpClientAuthenticationDisabled is on in a tenant that leaves it out",
      "EXO-EP-25",
      "true",
      "false");

  private final String text;
  private final String question;
  private final String source;
  private final ImmutableList<String> values;

  Assumption(String text, String question, String source, String... values) {
    this.text = text;
    this.question = question;
    this.source = source;
    this.values = ImmutableList.copyOf(values);
  }

  /** Its name in scenario files. */
  public String text() {
    return text;
  }

  /** What it settles. */
  public String question() {
    return question;
  }

  /** Where the question is raised. */
  public String source() {
    return source;
  }

  /** The answers that it takes, the default first. */
  public ImmutableList<String> answers() {
    return values;
  }

  /** The answer when a scenario chooses none. */
  public String defaultValue() {
    return values.get(0);
  }

  /** The answer that holds in a topology. */
  public String in(Topology topology) {
    String chosen = topology.assumptions().get(text);
    return chosen == null ? defaultValue() : chosen;
  }

  /** Whether the answer in a topology is {@code true}. */
  public boolean holdsIn(Topology topology) {
    return in(topology).equals("true");
  }
}
