package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.AcceptedDomain;
import exsim.model.onprem.ExchangeVersion;
import exsim.simulator.rule.Basis;

/** What Exchange accepts to no good: worth a warning, never refused. */
public enum Caution implements ConfigurationRule {
  /** The certificate may never be shown. */
  CERTIFICATE_WITHOUT_REQUIRE_TLS(
      "CFG-101",
      "TlsCertificateName",
      "TlsCertificateName is set while RequireTLS is $false: the hybrid wizard refuses the pair",
      "set RequireTLS to $true if the peer must see the certificate",
      Basis.OBSERVED,
      "hybrid configuration wizard errors; real exports have the pair (D25)",
      f ->
          f.given(SendProperties.TLS_CERTIFICATE_NAME).isPresent()
              && !f.get(SendProperties.REQUIRE_TLS)),
  /** The directory of an Edge server has room for so much. */
  LONG_CERTIFICATE_NAME_ON_EDGE(
      "CFG-130",
      "TlsCertificateName",
      "TlsCertificateName has more than 256 characters, and EdgeSync does not bring it to an Edge"
          + " Transport server",
      "use a certificate with a shorter subject or issuer",
      Basis.DOCUMENTED,
      "KB 4052493 (incident 54)",
      SendConnectors::longCertificateNameOnEdge),
  /** Mutual TLS looks for the recipient domain's own hosts. */
  DOMAIN_SECURITY_WITHOUT_DNS(
      "CFG-102",
      "DomainSecureEnabled",
      "Domain Security does not work with smart hosts or with IgnoreSTARTTLS",
      "use DNS routing and STARTTLS, or set DomainSecureEnabled to $false",
      Basis.DOCUMENTED,
      "New-SendConnector -DomainSecureEnabled (SC-069d, D23)",
      f ->
          f.get(SendProperties.DOMAIN_SECURE_ENABLED)
              && (!SendConnectors.usesDns(f) || f.get(SendProperties.IGNORE_STARTTLS))),
  /** The name of a server is what other servers authenticate. */
  EXCHANGE_AUTHENTICATION_UNDER_ANOTHER_NAME(
      "CFG-103",
      "Fqdn",
      "with ExchangeServer in AuthMechanism, Fqdn should be the server's own name",
      "set Fqdn to the server's name, or remove ExchangeServer",
      Basis.ASSUMED,
      "widely reported; no page says so (RC-059)",
      ReceiveConnectors::exchangeAuthenticationUnderAnotherName),
  /** A name is to be compared, and none is there. */
  OUTBOUND_DOMAIN_VALIDATION_WITHOUT_NAME(
      "CFG-107",
      "TlsSettings",
      "TlsSettings is DomainValidation, but TlsDomain is empty",
      "set TlsDomain to the name in the smart host's certificate",
      Basis.ASSUMED,
      "New-OutboundConnector -TlsDomain (EXO-OUT-09, EXO-OUT-20)",
      f ->
          f.given(OnlineProperties.TLS_SETTINGS).equals(TlsAuthLevel.VALIDATE_DOMAIN)
              && f.given(OnlineProperties.TLS_DOMAIN).isEmpty()),
  /** What the switch does is not documented. */
  TEST_MODE(
      "CFG-108",
      "TestMode",
      "TestMode has no effect here: no source says what it does",
      "set it to $false",
      Basis.ASSUMED,
      "New-OutboundConnector -TestMode (EXO-OUT-17)",
      f -> f.get(OnlineProperties.TEST_MODE)),
  /** The directory takes so many values and no more. */
  TOO_MANY_RANGES(
      "CFG-109",
      "RemoteIPRanges",
      "more than 1,200 RemoteIPRanges reach the directory's limit",
      "join ranges, or use a second connector",
      Basis.OBSERVED,
      "connector remote IP address limit exceeded (D28)",
      f -> f.get(ReceiveProperties.REMOTE_IP_RANGES).size() > 1200),
  /** An Edge server that is not subscribed sends by itself. */
  SOURCE_SERVERS_ON_EDGE(
      "CFG-110",
      "SourceTransportServers",
      "an Edge Transport server refuses SourceTransportServers until it is subscribed",
      "here every Edge server counts as subscribed",
      Basis.DOCUMENTED,
      "New-SendConnector -SourceTransportServers (SC-069a)",
      f ->
          f.facts().edgeOnly()
              && !f.get(SendProperties.SOURCE_TRANSPORT_SERVERS).isEmpty()
              && !SendConnectors.fromEdgeSync(f)),
  /** The Front End cannot prove a domain. */
  DOMAIN_SECURITY_WITH_PROXY(
      "CFG-111",
      "DomainSecureEnabled",
      "Domain Security does not work through the Front End, and FrontendProxyEnabled is $true",
      "set one of them to $false",
      Basis.DOCUMENTED,
      "TLS functionality and related terminology (SC-069e, DSEC-006)",
      f ->
          f.get(SendProperties.DOMAIN_SECURE_ENABLED)
              && f.get(SendProperties.FRONTEND_PROXY_ENABLED)),
  /** Domain Security is for domains that are named. */
  DOMAIN_SECURITY_WITH_WILDCARD(
      "CFG-114",
      "DomainSecureEnabled",
      "Domain Security knows no wildcards: it applies to the domains of TLSSendDomainSecureList"
          + " alone, whatever the address spaces",
      "name the domains in AddressSpaces",
      Basis.DOCUMENTED,
      "New-SendConnector -DomainSecureEnabled (D23)",
      f ->
          f.get(SendProperties.DOMAIN_SECURE_ENABLED)
              && SendConnectors.anySpace(f, SendConnectors::hasWildcard)
              && !SendConnectors.fromEdgeSync(f)),
  /** Two services cannot listen on one port. */
  TRANSPORT_ON_PORT_25(
      "CFG-115",
      "Bindings",
      "a connector of the Transport service on port 25 clashes with the Front End, which listens"
          + " there; the symptom is 4.3.2",
      "set TransportRole to FrontendTransport, or use another port",
      Basis.DOCUMENTED,
      "non-delivery reports, 4.3.2; custom Receive connectors (RC-066)",
      ReceiveConnectors::clashesWithFrontEnd),
  /** One page says both. */
  USAGE_WITH_BINDINGS(
      "CFG-116",
      "Bindings",
      "usage Client and Internal exclude Bindings by their description, but not by their syntax;"
          + " they are taken",
      "leave Bindings out, or use Custom",
      Basis.ASSUMED,
      "New-ReceiveConnector -Bindings contradicts itself (RC-056)",
      f -> false),
  /** Each version has its own word for one thing. */
  CAPABILITY_OF_LATER_VERSIONS(
      "CFG-117",
      "TlsDomainCapabilities",
      "AcceptCloudServicesMail is a capability of Exchange 2013 and later; in Exchange 2010 it is"
          + " AcceptOorgProtocol",
      "use AcceptOorgProtocol",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -TlsDomainCapabilities (RC-022)",
      f ->
          f.facts().newest() == ExchangeVersion.E2010
              && f.get(ReceiveProperties.TLS_DOMAIN_CAPABILITIES).stream()
                  .anyMatch(c -> c.capabilities().contains("AcceptCloudServicesMail"))),
  /** Nothing can listen there. */
  BINDING_ELSEWHERE(
      "CFG-119",
      "Bindings",
      "the server has no such address, and a binding to it can keep the Transport service from"
          + " starting",
      "use an address of the server, or 0.0.0.0",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -Bindings (RC-011)",
      f -> false),
  /** Other servers are left without a way to authenticate. */
  SUPPRESSED_WITHOUT_DOWNGRADE(
      "CFG-120",
      "SuppressXAnonymousTls",
      "SuppressXAnonymousTls needs UseDowngradedExchangeServerAuth on the server, which is $false:"
          + " other servers of the organization cannot send here",
      "Set-TransportService -UseDowngradedExchangeServerAuth $true",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -SuppressXAnonymousTls (RC-023, ANON-006)",
      f -> false),
  /** The server sends and receives with different versions. */
  VERSIONS_BY_SIDE(
      "CFG-121",
      "clientTlsVersions",
      "Client and Server keys of Schannel differ: the server receives with a version and does not"
          + " send with it, or the other way round",
      "the same versions in `tlsVersions` and `clientTlsVersions`, unless that is meant",
      Basis.DOCUMENTED,
      "HealthChecker, TLS configuration check (VER-004)",
      f -> false),
  /** Exchange Online recognizes the sender by its certificate. */
  NO_CERTIFICATE_FOR_THE_CLOUD(
      "CFG-151",
      "TlsCertificateName",
      "the connector leads to Exchange Online, and TlsCertificateName is not set",
      "name the certificate that the inbound connector expects",
      Basis.DOCUMENTED,
      HealthChecker.CONNECTOR,
      CloudConnectors::showsNoCertificate),
  /** What both sides know of a message is lost on the way. */
  CLOUD_HEADERS_DROPPED(
      "CFG-152",
      "CloudServicesMailEnabled",
      "the connector leads to Exchange Online, and CloudServicesMailEnabled is $false: its mail"
          + " counts as mail from outside",
      "set CloudServicesMailEnabled to $true",
      Basis.DOCUMENTED,
      HealthChecker.CONNECTOR,
      CloudConnectors::dropsCloudHeaders),
  /** Anybody could stand at the other end. */
  CLOUD_NOT_CHECKED(
      "CFG-153",
      "TlsAuthLevel",
      "the connector leads to Exchange Online, and TlsAuthLevel is neither CertificateValidation"
          + " nor DomainValidation",
      "set TlsAuthLevel to DomainValidation",
      Basis.DOCUMENTED,
      HealthChecker.CONNECTOR,
      CloudConnectors::checksNoCertificate),
  /** The service's own name is not the one that is compared. */
  CLOUD_UNDER_ANOTHER_NAME(
      "CFG-154",
      "TlsDomain",
      "the connector leads to Exchange Online, and TlsDomain is not mail.protection.outlook.com",
      "set TlsDomain to mail.protection.outlook.com",
      Basis.DOCUMENTED,
      HealthChecker.CONNECTOR,
      CloudConnectors::checksAnotherName),
  /** Nobody is told of a delay that is over in a moment. */
  DELAY_TOLD_DURING_RETRIES(
      "CFG-118",
      "DelayNotificationTimeout",
      "DelayNotificationTimeout should be longer than TransientFailureRetryCount times"
          + " TransientFailureRetryInterval",
      "make it longer",
      Basis.DOCUMENTED,
      "Set-TransportService -DelayNotificationTimeout (TLS-012)",
      f ->
          f.get(TransportServiceProperties.DELAY_NOTIFICATION_TIMEOUT)
                  .compareTo(
                      f.get(TransportServiceProperties.TRANSIENT_FAILURE_RETRY_INTERVAL)
                          .multipliedBy(
                              f.get(TransportServiceProperties.TRANSIENT_FAILURE_RETRY_COUNT)))
              <= 0),
  /** Two scopes that do not go together. */
  CENTRALIZED_FOR_ACCEPTED_DOMAINS(
      "CFG-175",
      "AllAcceptedDomains",
      "centralized mail transport needs a connector that is not scoped to accepted domains, so this"
          + " one does not route all messages; 5.4.14 is documented to follow",
      "set AllAcceptedDomains to $false, and RecipientDomains to `*`",
      Basis.DOCUMENTED,
      "NDR 5.4.6 through 5.4.20 (EXO-OUT-58)",
      f ->
          f.get(OnlineProperties.ROUTE_ALL_MESSAGES_VIA_ON_PREMISES)
              && f.get(OnlineProperties.ALL_ACCEPTED_DOMAINS)),
  /** Subdomains belong to a domain whose recipients are elsewhere too. */
  SUBDOMAINS_OF_AUTHORITATIVE(
      "CFG-170",
      "MatchSubDomains",
      "MatchSubDomains needs DomainType InternalRelay",
      "set DomainType to InternalRelay",
      Basis.DOCUMENTED,
      "Enable mail flow for subdomains (EXO-OUT-61)",
      f ->
          f.get(OrganizationProperties.MATCH_SUB_DOMAINS)
              && f.get(OrganizationProperties.DOMAIN_TYPE) != AcceptedDomain.Type.INTERNAL_RELAY),
  /** No way out for subdomains. */
  SUBDOMAINS_WITHOUT_CONNECTOR(
      "CFG-171",
      "MatchSubDomains",
      "MatchSubDomains is on, and no enabled outbound connector covers the subdomains: their mail"
          + " follows MX records",
      "make a connector with AllAcceptedDomains, or for the domain with `*.` in front",
      Basis.DOCUMENTED,
      "Enable mail flow for subdomains (EXO-OUT-61)",
      f -> false),
  /** How a blocked domain is refused is not known. */
  SENDING_DISABLED(
      "CFG-172",
      "SendingToDomainDisabled",
      "SendingToDomainDisabled blocks mail to the domain, SendingFromDomainDisabled mail from it;"
          + " no source says with which reply, so neither is simulated",
      "set it to $false, or take the mail out of the scenario",
      Basis.DOCUMENTED,
      "Set-AcceptedDomain -SendingToDomainDisabled (EXO-SHP-08)",
      f ->
          f.get(OrganizationProperties.SENDING_FROM_DOMAIN_DISABLED)
              || f.get(OrganizationProperties.SENDING_TO_DOMAIN_DISABLED)),
  /** Two rules cannot both have their way. */
  RULES_WITH_DIFFERENT_CONNECTORS(
      "CFG-173",
      "RouteMessageOutboundConnector",
      "transport rules name different connectors; where a message meets several, the last one is"
          + " taken to count",
      "let their conditions exclude each other, or set StopRuleProcessing",
      Basis.ASSUMED,
      "no source says which rule counts (EXO-OUT-44)",
      f -> false),
  /** A rule whose messages go nowhere. */
  RULE_WITH_DISABLED_CONNECTOR(
      "CFG-174",
      "RouteMessageOutboundConnector",
      "a transport rule routes through a connector that is disabled: its messages are taken to stay"
          + " queued",
      "enable the connector, or disable the rule",
      Basis.ASSUMED,
      "no source says what happens (EXO-OUT-44)",
      f -> false),
  /** Mail to groups from an Edge server comes back. */
  GROUPS_BY_EDGE(
      "CFG-176",
      "SourceTransportServers",
      "an Edge server is the source of the Send connector to Exchange Online: mail to Microsoft 365"
          + " groups ends in a loop",
      "name Mailbox servers in SourceTransportServers",
      Basis.DOCUMENTED,
      "Configure Microsoft 365 Groups with on-premises Exchange hybrid (EXO-HYB-42)",
      f -> false),
  /** Groups take nothing from outside. */
  GROUPS_UNDER_CENTRALIZED_TRANSPORT(
      "CFG-177",
      "RouteAllMessagesViaOnPremises",
      "centralized mail transport is on, and mail from outside to groups fails under it, even"
          + " where a group takes such mail",
      "set RouteAllMessagesViaOnPremises to $false",
      Basis.DOCUMENTED,
      "Configure Microsoft 365 Groups with on-premises Exchange hybrid (EXO-HYB-43)",
      f -> false);

  static final ImmutableList<Caution> SEND =
      ImmutableList.of(
          CERTIFICATE_WITHOUT_REQUIRE_TLS,
          LONG_CERTIFICATE_NAME_ON_EDGE,
          DOMAIN_SECURITY_WITHOUT_DNS,
          SOURCE_SERVERS_ON_EDGE,
          DOMAIN_SECURITY_WITH_PROXY,
          DOMAIN_SECURITY_WITH_WILDCARD,
          NO_CERTIFICATE_FOR_THE_CLOUD,
          CLOUD_HEADERS_DROPPED,
          CLOUD_NOT_CHECKED,
          CLOUD_UNDER_ANOTHER_NAME);
  static final ImmutableList<Caution> RECEIVE =
      ImmutableList.of(
          EXCHANGE_AUTHENTICATION_UNDER_ANOTHER_NAME,
          TOO_MANY_RANGES,
          TRANSPORT_ON_PORT_25,
          CAPABILITY_OF_LATER_VERSIONS);
  static final ImmutableList<Caution> TRANSPORT_SERVICE =
      ImmutableList.of(DELAY_TOLD_DURING_RETRIES);
  static final ImmutableList<Caution> OUTBOUND =
      ImmutableList.of(
          OUTBOUND_DOMAIN_VALIDATION_WITHOUT_NAME, TEST_MODE, CENTRALIZED_FOR_ACCEPTED_DOMAINS);
  static final ImmutableList<Caution> ONLINE_ACCEPTED_DOMAIN =
      ImmutableList.of(SUBDOMAINS_OF_AUTHORITATIVE, SENDING_DISABLED);

  /** The page that four of them stand on. */
  private static final class HealthChecker {
    static final String CONNECTOR = "HealthChecker, Exchange Online connector check (EXO-HYB-05)";
  }

  private final Combination combination;

  Caution(
      String id,
      String property,
      String sentence,
      String help,
      Basis basis,
      String source,
      Combination.Check check) {
    combination = new Combination(id, property, sentence, help, basis, source, check);
  }

  @Override
  public Combination combination() {
    return combination;
  }
}
