package exsim.scenarios.exchange;

import static exsim.scenarios.exchange.ReceiveConnectors.has;
import static exsim.scenarios.exchange.ReceiveProperties.AUTH_MECHANISM;
import static exsim.scenarios.exchange.ReceiveProperties.BANNER;
import static exsim.scenarios.exchange.ReceiveProperties.BINARY_MIME_ENABLED;
import static exsim.scenarios.exchange.ReceiveProperties.BINDINGS;
import static exsim.scenarios.exchange.ReceiveProperties.CHUNKING_ENABLED;
import static exsim.scenarios.exchange.ReceiveProperties.CONNECTION_INACTIVITY_TIMEOUT;
import static exsim.scenarios.exchange.ReceiveProperties.CONNECTION_TIMEOUT;
import static exsim.scenarios.exchange.ReceiveProperties.DOMAIN_SECURE_ENABLED;
import static exsim.scenarios.exchange.ReceiveProperties.LONG_ADDRESSES_ENABLED;
import static exsim.scenarios.exchange.ReceiveProperties.PERMISSION_GROUPS;
import static exsim.scenarios.exchange.ReceiveProperties.REMOTE_IP_RANGES;
import static exsim.scenarios.exchange.ReceiveProperties.REQUIRE_TLS;
import static exsim.scenarios.exchange.ReceiveProperties.TRANSPORT_ROLE;

import com.google.common.collect.ImmutableList;
import exsim.model.onprem.AuthMechanism;
import exsim.model.onprem.PermissionGroup;
import exsim.model.onprem.TransportService;
import exsim.simulator.rule.Basis;

/** What Exchange refuses on a Receive connector. */
public enum ReceiveRefusal implements ConfigurationRule {
  /** Basic authentication inside TLS is two mechanisms and one condition. */
  BASIC_REQUIRES_TLS(
      "CFG-021",
      "AuthMechanism",
      "BasicAuthRequireTLS needs BasicAuth and Tls beside it",
      "add them to AuthMechanism",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -AuthMechanism (RC-051)",
      f ->
          has(f, AuthMechanism.BASIC_AUTH_REQUIRE_TLS)
              && !(has(f, AuthMechanism.BASIC_AUTH) && has(f, AuthMechanism.TLS))),
  /** Who is secured by other means does not log on. */
  EXTERNAL_WITH_OTHERS(
      "CFG-022",
      "AuthMechanism",
      "ExternalAuthoritative may be combined with Tls alone",
      "remove the other values of AuthMechanism",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -AuthMechanism (RC-052)",
      f ->
          has(f, AuthMechanism.EXTERNAL_AUTHORITATIVE)
              && f.get(AUTH_MECHANISM).size() > (has(f, AuthMechanism.TLS) ? 2 : 1)),
  /** Who is secured by other means counts as an Exchange server. */
  EXTERNAL_WITHOUT_EXCHANGE_SERVERS(
      "CFG-023",
      "PermissionGroups",
      "ExternalAuthoritative needs ExchangeServers among the PermissionGroups",
      "add ExchangeServers",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -AuthMechanism (RC-052)",
      f ->
          has(f, AuthMechanism.EXTERNAL_AUTHORITATIVE)
              && !f.get(PERMISSION_GROUPS).contains(PermissionGroup.EXCHANGE_SERVERS)),
  /** TLS is demanded and never offered. */
  REQUIRE_TLS_WITHOUT_TLS(
      "CFG-024",
      "RequireTLS",
      "RequireTLS is $true, but AuthMechanism lacks Tls",
      "add Tls to AuthMechanism, or set RequireTLS to $false",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -AuthMechanism (RC-053)",
      f -> f.get(REQUIRE_TLS) && !has(f, AuthMechanism.TLS)),
  /** Mutual TLS begins with TLS. */
  DOMAIN_SECURITY_WITHOUT_TLS(
      "CFG-025",
      "DomainSecureEnabled",
      "DomainSecureEnabled is $true, but AuthMechanism lacks Tls",
      "add Tls to AuthMechanism, or set DomainSecureEnabled to $false",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -DomainSecureEnabled (RC-054)",
      f -> f.get(DOMAIN_SECURE_ENABLED) && !has(f, AuthMechanism.TLS)),
  /** Who is secured by other means proves nothing. */
  DOMAIN_SECURITY_WITH_EXTERNAL(
      "CFG-026",
      "DomainSecureEnabled",
      "DomainSecureEnabled and ExternalAuthoritative exclude each other",
      "set DomainSecureEnabled to $false, or remove ExternalAuthoritative",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -DomainSecureEnabled (RC-054)",
      f -> f.get(DOMAIN_SECURE_ENABLED) && has(f, AuthMechanism.EXTERNAL_AUTHORITATIVE)),
  /** Binary bodies come in chunks. */
  BINARY_WITHOUT_CHUNKING(
      "CFG-027",
      "BinaryMimeEnabled",
      "BinaryMimeEnabled needs ChunkingEnabled",
      "set ChunkingEnabled to $true, or BinaryMimeEnabled to $false",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -BinaryMimeEnabled (RC-030)",
      f -> f.get(BINARY_MIME_ENABLED) && !f.get(CHUNKING_ENABLED)),
  /** The banner is a reply. */
  BANNER_WITHOUT_CODE(
      "CFG-028",
      "Banner",
      "Banner must begin with 220",
      "write 220 in front",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -Banner (RC-018)",
      f -> f.given(BANNER).filter(b -> !b.startsWith("220")).isPresent()),
  /** Edge servers know no Exchange 2003. */
  LEGACY_SERVERS_ON_EDGE(
      "CFG-029",
      "PermissionGroups",
      "an Edge Transport server has no group ExchangeLegacyServers",
      "remove it",
      Basis.DOCUMENTED,
      "Receive connectors (RC-057)",
      f ->
          f.facts().edgeOnly()
              && f.get(PERMISSION_GROUPS).contains(PermissionGroup.EXCHANGE_LEGACY_SERVERS)),
  /** The shorter limit is the one within the longer. */
  INACTIVITY_NOT_SHORTER(
      "CFG-030",
      "ConnectionInactivityTimeout",
      "ConnectionInactivityTimeout must be shorter than ConnectionTimeout",
      "make it shorter",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -ConnectionInactivityTimeout (RC-038)",
      f ->
          (f.given(CONNECTION_TIMEOUT).isPresent()
                  || f.given(CONNECTION_INACTIVITY_TIMEOUT).isPresent())
              && f.get(CONNECTION_INACTIVITY_TIMEOUT).compareTo(f.get(CONNECTION_TIMEOUT)) >= 0),
  /** Not every server has every service. */
  NO_FRONT_END(
      "CFG-031",
      "TransportRole",
      "this server has no Front End Transport service",
      "set TransportRole to HubTransport, or leave it out",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -TransportRole (RC-002, RC-015)",
      f ->
          f.given(TRANSPORT_ROLE).filter(r -> r == TransportService.FRONT_END).isPresent()
              && f.facts().servers().stream().noneMatch(ServerFacts::hasFrontEnd)),
  /** Nowhere to listen. */
  NO_BINDINGS(
      "CFG-032",
      "Bindings",
      "a Receive connector needs Bindings",
      "add them, such as 0.0.0.0:25",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -Bindings (RC-011)",
      f -> f.get(BINDINGS).isEmpty()),
  /** Nobody to serve. */
  NO_RANGES(
      "CFG-033",
      "RemoteIPRanges",
      "a Receive connector needs RemoteIPRanges",
      "add them, such as 0.0.0.0-255.255.255.255",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -RemoteIPRanges (RC-012)",
      f -> f.get(REMOTE_IP_RANGES).isEmpty()),
  /** Long addresses are for the Transport service, whose peers are servers. */
  LONG_ADDRESSES_ELSEWHERE(
      "CFG-036",
      "LongAddressesEnabled",
      "LongAddressesEnabled is for connectors of the Transport service of a Mailbox server",
      "set it to $false, or TransportRole to HubTransport",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -LongAddressesEnabled (RC-031)",
      f -> f.get(LONG_ADDRESSES_ENABLED) && ReceiveConnectors.isOutsideTransport(f)),
  /** Which of two connectors serves an address must never be open. */
  RANGES_OVERLAP(
      "CFG-034",
      "RemoteIPRanges",
      "RemoteIPRanges overlap those of another connector with the same binding, and neither range"
          + " contains the other",
      "make one range part of the other, or separate them",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -RemoteIPRanges (RC-063)",
      f -> false),
  /** Two connectors cannot be the same. */
  RANGES_IDENTICAL(
      "CFG-035",
      "RemoteIPRanges",
      "another connector has the same binding and the same remote range",
      "change Bindings or RemoteIPRanges",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -Bindings (RC-063)",
      f -> false);

  /** Those that one connector shows by itself; the others take two. */
  static final ImmutableList<ReceiveRefusal> OF_ONE = ImmutableList.copyOf(values());

  private final Combination combination;

  ReceiveRefusal(
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
