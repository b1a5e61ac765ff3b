package exsim.scenarios.exchange;

import static exsim.scenarios.exchange.SendProperties.ADDRESS_SPACES;
import static exsim.scenarios.exchange.SendProperties.IGNORE_STARTTLS;
import static exsim.scenarios.exchange.SendProperties.LINKED_RECEIVE_CONNECTOR;
import static exsim.scenarios.exchange.SendProperties.REQUIRE_TLS;
import static exsim.scenarios.exchange.SendProperties.SMART_HOSTS;
import static exsim.scenarios.exchange.SendProperties.SMART_HOST_AUTH_MECHANISM;
import static exsim.scenarios.exchange.SendProperties.TLS_AUTH_LEVEL;
import static exsim.scenarios.exchange.SendProperties.TLS_DOMAIN;

import com.google.common.collect.ImmutableList;
import exsim.model.onprem.AddressSpace;
import exsim.simulator.rule.Basis;

/** What Exchange refuses on a Send connector. */
public enum SendRefusal implements ConfigurationRule {
  /** TLS is both demanded and never begun. */
  TLS_REQUIRED_AND_IGNORED(
      "CFG-001",
      "IgnoreSTARTTLS",
      "RequireTLS and IgnoreSTARTTLS are both $true",
      "set one of them to $false",
      Basis.DOCUMENTED,
      "New-SendConnector -IgnoreSTARTTLS (SC-060)",
      f -> f.get(REQUIRE_TLS) && f.get(IGNORE_STARTTLS)),
  /** A level without the demand. */
  LEVEL_WITHOUT_REQUIRE_TLS(
      "CFG-002",
      "TlsAuthLevel",
      "TlsAuthLevel is set while RequireTLS is $false",
      "set RequireTLS to $true, or TlsAuthLevel to $null",
      Basis.DOCUMENTED,
      "New-SendConnector -TlsAuthLevel (SC-061)",
      f -> f.given(TLS_AUTH_LEVEL).isPresent() && !f.get(REQUIRE_TLS)),
  /** A level where TLS is never begun. */
  LEVEL_WITH_IGNORE_STARTTLS(
      "CFG-003",
      "TlsAuthLevel",
      "TlsAuthLevel is set while IgnoreSTARTTLS is $true",
      "set IgnoreSTARTTLS to $false, or TlsAuthLevel to $null",
      Basis.DOCUMENTED,
      "New-SendConnector -TlsAuthLevel (SC-062)",
      f -> f.given(TLS_AUTH_LEVEL).isPresent() && f.get(IGNORE_STARTTLS)),
  /** A name that nothing is compared with. */
  TLS_DOMAIN_WITHOUT_DOMAIN_VALIDATION(
      "CFG-004",
      "TlsDomain",
      "The TLSDomain parameter can only be set if the TLSAuthLevel parameter is set to"
          + " DomainValidation.",
      "set TlsAuthLevel to DomainValidation, or TlsDomain to $null",
      Basis.DOCUMENTED,
      "New-SendConnector -TlsDomain; the text was seen in use (SC-063)",
      f ->
          f.given(TLS_DOMAIN).isPresent()
              && !f.given(TLS_AUTH_LEVEL).equals(TlsAuthLevel.VALIDATE_DOMAIN)),
  /** A name is to be compared, and none is there. */
  DOMAIN_VALIDATION_WITHOUT_NAME(
      "CFG-005",
      "TlsAuthLevel",
      "TlsAuthLevel is DomainValidation and mail goes to smart hosts, but TlsDomain is empty",
      "set TlsDomain to the name in the smart host's certificate",
      Basis.DOCUMENTED,
      "New-SendConnector -TlsDomain (SC-064)",
      f ->
          f.given(TLS_AUTH_LEVEL).equals(TlsAuthLevel.VALIDATE_DOMAIN)
              && f.given(TLS_DOMAIN).isEmpty()
              && !SendConnectors.usesDns(f)),
  /** Two ways to the next hop. */
  SMART_HOSTS_WITH_DNS_ROUTING(
      "CFG-006",
      "SmartHosts",
      "SmartHosts are given while DNSRoutingEnabled is $true",
      "set DNSRoutingEnabled to $false, or SmartHosts to $null",
      Basis.DOCUMENTED,
      "New-SendConnector -DNSRoutingEnabled (SC-065)",
      f -> !f.get(SMART_HOSTS).isEmpty() && SendConnectors.usesDns(f)),
  /** No way to the next hop. */
  NO_DNS_ROUTING_WITHOUT_SMART_HOSTS(
      "CFG-007",
      "DNSRoutingEnabled",
      "DNSRoutingEnabled is $false and there are no SmartHosts",
      "add SmartHosts, or set DNSRoutingEnabled to $true",
      Basis.DOCUMENTED,
      "New-SendConnector -SmartHosts (SC-066)",
      f -> f.get(SMART_HOSTS).isEmpty() && !SendConnectors.usesDns(f)),
  /** Nobody to authenticate to. */
  AUTHENTICATION_WITH_DNS_ROUTING(
      "CFG-008",
      "SmartHostAuthMechanism",
      "SmartHostAuthMechanism is set while DNSRoutingEnabled is $true",
      "set SmartHostAuthMechanism to None, or use SmartHosts",
      Basis.DOCUMENTED,
      "New-SendConnector -SmartHostAuthMechanism (SC-067)",
      f ->
          f.get(SMART_HOST_AUTH_MECHANISM) != SendConnectors.NO_AUTHENTICATION
              && SendConnectors.usesDns(f)),
  /** Nothing to authenticate with. */
  BASIC_WITHOUT_CREDENTIAL(
      "CFG-009",
      "SmartHostAuthMechanism",
      "Basic authentication to a smart host needs AuthenticationCredential",
      "add AuthenticationCredential, such as a user name",
      Basis.DOCUMENTED,
      "New-SendConnector -SmartHostAuthMechanism (SC-068)",
      SendConnectors::basicWithoutCredential),
  /** A local address is an Edge server's choice. */
  SOURCE_ADDRESS_OFF_EDGE(
      "CFG-010",
      "SourceIPAddress",
      "SourceIPAddress can be set on an Edge Transport server only",
      "remove it",
      Basis.DOCUMENTED,
      "New-SendConnector -SourceIPAddress (SC-069a)",
      SendConnectors::sourceAddressOffEdge),
  /** The accepted domains as an address space are an Edge server's way inwards. */
  ACCEPTED_DOMAINS_OFF_EDGE(
      "CFG-011",
      "AddressSpaces",
      "the address space -- is for connectors of Edge Transport servers only",
      "name the domains",
      Basis.DOCUMENTED,
      "Send connectors (SC-056, SC-069a)",
      f ->
          SendConnectors.anySpace(f, AddressSpace::isAcceptedDomains)
              && !SendConnectors.fromEdge(f)),
  /** Linked connectors are bound to what their Receive connector takes. */
  LINKED_INCOMPLETE(
      "CFG-013",
      "LinkedReceiveConnector",
      "LinkedReceiveConnector needs DNSRoutingEnabled $false, MaxMessageSize unlimited, SmartHosts"
          + " and SmartHostAuthMechanism, and excludes AddressSpaces",
      "complete the connector, or remove LinkedReceiveConnector",
      Basis.DOCUMENTED,
      "New-SendConnector -LinkedReceiveConnector (SC-069b)",
      SendConnectors::linkedIncomplete),
  /** Edge servers route SMTP alone. */
  OTHER_TYPE_ON_EDGE(
      "CFG-014",
      "AddressSpaces",
      "the type of an address space on an Edge Transport server is SMTP",
      "use SMTP",
      Basis.DOCUMENTED,
      "New-SendConnector -AddressSpaces (SC-053)",
      f -> SendConnectors.anySpace(f, s -> !s.isSmtp()) && SendConnectors.fromEdge(f)),
  /** Other types have no DNS. */
  OTHER_TYPE_WITH_DNS_ROUTING(
      "CFG-015",
      "AddressSpaces",
      "an address space that is not SMTP needs SmartHosts and DNSRoutingEnabled $false",
      "add SmartHosts",
      Basis.DOCUMENTED,
      "New-SendConnector -AddressSpaces (SC-054)",
      f -> SendConnectors.anySpace(f, s -> !s.isSmtp()) && SendConnectors.usesDns(f)),
  /** Nothing to send. */
  NO_ADDRESS_SPACES(
      "CFG-016",
      "AddressSpaces",
      "a Send connector needs AddressSpaces",
      "add them, such as SMTP:*;1",
      Basis.DOCUMENTED,
      "New-SendConnector -AddressSpaces (SC-011)",
      f -> f.get(ADDRESS_SPACES).isEmpty() && f.given(LINKED_RECEIVE_CONNECTOR).isEmpty()),
  /** Smart hosts are hosts; their port is a property of its own. */
  SMART_HOST_WITH_PORT(
      "CFG-018",
      "SmartHosts",
      "a smart host is a host name or an address, without a port",
      "put the port into Port",
      Basis.DOCUMENTED,
      "New-SendConnector -SmartHosts (SC-016)",
      f -> f.get(SMART_HOSTS).stream().anyMatch(SmartHosts::hasPort));

  static final ImmutableList<SendRefusal> ALL = ImmutableList.copyOf(values());

  private final Combination combination;

  SendRefusal(
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
