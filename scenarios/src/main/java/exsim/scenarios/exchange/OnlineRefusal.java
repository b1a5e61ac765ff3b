package exsim.scenarios.exchange;

import static exsim.scenarios.exchange.OnlineProperties.ALL_ACCEPTED_DOMAINS;
import static exsim.scenarios.exchange.OnlineProperties.CLOUD_SERVICES_MAIL_ENABLED;
import static exsim.scenarios.exchange.OnlineProperties.CONNECTOR_TYPE;
import static exsim.scenarios.exchange.OnlineProperties.RESTRICT_DOMAINS_TO_CERTIFICATE;
import static exsim.scenarios.exchange.OnlineProperties.RESTRICT_DOMAINS_TO_IP_ADDRESSES;
import static exsim.scenarios.exchange.OnlineProperties.ROUTE_ALL_MESSAGES_VIA_ON_PREMISES;
import static exsim.scenarios.exchange.OnlineProperties.SENDER_DOMAINS;
import static exsim.scenarios.exchange.OnlineProperties.SENDER_IP_ADDRESSES;
import static exsim.scenarios.exchange.OnlineProperties.SENDER_REWRITING_ENABLED;
import static exsim.scenarios.exchange.OnlineProperties.SMART_HOSTS;
import static exsim.scenarios.exchange.OnlineProperties.TLS_DOMAIN;
import static exsim.scenarios.exchange.OnlineProperties.TLS_SENDER_CERTIFICATE_NAME;
import static exsim.scenarios.exchange.OnlineProperties.TLS_SETTINGS;
import static exsim.scenarios.exchange.OnlineProperties.TREAT_MESSAGES_AS_INTERNAL;

import com.google.common.collect.ImmutableList;
import exsim.model.online.ConnectorType;
import exsim.simulator.rule.Basis;

/** What Exchange Online refuses on an inbound or outbound connector. */
public enum OnlineRefusal implements ConfigurationRule {
  /** A partner's mail is never internal. */
  PARTNER_AS_INTERNAL(
      "CFG-041",
      "TreatMessagesAsInternal",
      "TreatMessagesAsInternal needs ConnectorType OnPremises",
      "set it to $false, or ConnectorType to OnPremises",
      Basis.DOCUMENTED,
      "New-InboundConnector -TreatMessagesAsInternal (EXO-IN-13, EXO-IN-21)",
      f -> f.get(TREAT_MESSAGES_AS_INTERNAL) && isPartner(f)),
  /** Two ways to be internal. */
  INTERNAL_AND_CLOUD_SERVICES(
      "CFG-042",
      "TreatMessagesAsInternal",
      "TreatMessagesAsInternal and CloudServicesMailEnabled exclude each other",
      "set one of them to $false",
      Basis.DOCUMENTED,
      "New-InboundConnector -TreatMessagesAsInternal (EXO-IN-13, EXO-IN-21)",
      f -> f.get(TREAT_MESSAGES_AS_INTERNAL) && f.get(CLOUD_SERVICES_MAIL_ENABLED)),
  /** Senders are known by small IPv4 ranges. */
  SENDER_RANGE_TOO_LARGE(
      "CFG-043",
      "SenderIPAddresses",
      "SenderIPAddresses takes IPv4 addresses and ranges from /24 to /32",
      "name smaller ranges",
      Basis.DOCUMENTED,
      "New-InboundConnector -SenderIPAddresses (EXO-IN-06, EXO-IN-21)",
      f -> f.get(SENDER_IP_ADDRESSES).stream().anyMatch(SmallRanges::isTooLarge)),
  /** Nobody could pass. */
  RESTRICTED_TO_NO_ADDRESS(
      "CFG-044",
      "RestrictDomainsToIPAddresses",
      "RestrictDomainsToIPAddresses is $true, but SenderIPAddresses is empty",
      "add SenderIPAddresses",
      Basis.ASSUMED,
      "follows from New-InboundConnector -RestrictDomainsToIPAddresses (EXO-IN-21)",
      f -> f.get(RESTRICT_DOMAINS_TO_IP_ADDRESSES) && f.get(SENDER_IP_ADDRESSES).isEmpty()),
  /** Nobody could pass. */
  RESTRICTED_TO_NO_CERTIFICATE(
      "CFG-045",
      "RestrictDomainsToCertificate",
      "RestrictDomainsToCertificate is $true, but TlsSenderCertificateName is empty",
      "add TlsSenderCertificateName",
      Basis.ASSUMED,
      "follows from New-InboundConnector -RestrictDomainsToCertificate (EXO-IN-21)",
      f ->
          f.get(RESTRICT_DOMAINS_TO_CERTIFICATE) && f.given(TLS_SENDER_CERTIFICATE_NAME).isEmpty()),
  /** A partner that speaks for nobody. */
  PARTNER_WITHOUT_SENDER_DOMAINS(
      "CFG-052",
      "SenderDomains",
      "a Partner connector needs SenderDomains",
      "add the domains that it speaks for, or * for all",
      Basis.DOCUMENTED,
      "New-InboundConnector -SenderDomains (EXO-IN-05)",
      f -> isPartner(f) && f.get(SENDER_DOMAINS).isEmpty()),
  /** A partner does not speak for the organization. */
  PARTNER_FOR_ACCEPTED_DOMAINS(
      "CFG-046",
      "AllAcceptedDomains",
      "AllAcceptedDomains needs ConnectorType OnPremises",
      "set it to $false, or ConnectorType to OnPremises",
      Basis.DOCUMENTED,
      "New-OutboundConnector -AllAcceptedDomains (EXO-OUT-10, EXO-OUT-20)",
      f -> f.get(ALL_ACCEPTED_DOMAINS) && isPartner(f)),
  /** A partner is not the organization's own way out. */
  PARTNER_FOR_ALL_MAIL(
      "CFG-047",
      "RouteAllMessagesViaOnPremises",
      "RouteAllMessagesViaOnPremises needs ConnectorType OnPremises",
      "set it to $false, or ConnectorType to OnPremises",
      Basis.DOCUMENTED,
      "New-OutboundConnector -RouteAllMessagesViaOnPremises (EXO-OUT-11, EXO-OUT-20)",
      f -> f.get(ROUTE_ALL_MESSAGES_VIA_ON_PREMISES) && isPartner(f)),
  /** Senders are rewritten on the way home. */
  PARTNER_WITH_REWRITING(
      "CFG-048",
      "SenderRewritingEnabled",
      "SenderRewritingEnabled needs ConnectorType OnPremises",
      "set it to $false, or ConnectorType to OnPremises",
      Basis.DOCUMENTED,
      "New-OutboundConnector -SenderRewritingEnabled (EXO-OUT-14, EXO-OUT-20)",
      f -> f.get(SENDER_REWRITING_ENABLED) && isPartner(f)),
  /** No way to the next hop. */
  NO_MX_WITHOUT_SMART_HOSTS(
      "CFG-049",
      "UseMXRecord",
      "UseMXRecord is $false and there are no SmartHosts",
      "add SmartHosts, or set UseMXRecord to $true",
      Basis.DOCUMENTED,
      "New-OutboundConnector -UseMXRecord (EXO-OUT-06, EXO-OUT-20)",
      f -> !OutboundConnectors.usesMx(f) && f.get(SMART_HOSTS).isEmpty()),
  /** A name that nothing is compared with. */
  TLS_DOMAIN_WITHOUT_DOMAIN_VALIDATION(
      "CFG-050",
      "TlsDomain",
      "TlsDomain counts with TlsSettings DomainValidation only",
      "set TlsSettings to DomainValidation, or TlsDomain to $null",
      Basis.DOCUMENTED,
      "New-OutboundConnector -TlsDomain (EXO-OUT-09)",
      f ->
          f.given(TLS_DOMAIN).isPresent()
              && !f.given(TLS_SETTINGS).equals(TlsAuthLevel.VALIDATE_DOMAIN)),
  /** Exchange Online connects to port 25. */
  SMART_HOST_WITH_PORT(
      "CFG-051",
      "SmartHosts",
      "a smart host of an outbound connector is a host name or an address, without a port",
      "remove the port; Exchange Online connects to port 25",
      Basis.DOCUMENTED,
      "New-OutboundConnector -SmartHosts (EXO-OUT-07)",
      f -> f.get(SMART_HOSTS).stream().anyMatch(SmartHosts::hasPort));

  static final ImmutableList<OnlineRefusal> INBOUND =
      ImmutableList.of(
          PARTNER_AS_INTERNAL,
          INTERNAL_AND_CLOUD_SERVICES,
          SENDER_RANGE_TOO_LARGE,
          RESTRICTED_TO_NO_ADDRESS,
          RESTRICTED_TO_NO_CERTIFICATE,
          PARTNER_WITHOUT_SENDER_DOMAINS);
  static final ImmutableList<OnlineRefusal> OUTBOUND =
      ImmutableList.of(
          PARTNER_FOR_ACCEPTED_DOMAINS,
          PARTNER_FOR_ALL_MAIL,
          PARTNER_WITH_REWRITING,
          NO_MX_WITHOUT_SMART_HOSTS,
          TLS_DOMAIN_WITHOUT_DOMAIN_VALIDATION,
          SMART_HOST_WITH_PORT);

  private final Combination combination;

  OnlineRefusal(
      String id,
      String property,
      String sentence,
      String help,
      Basis basis,
      String source,
      Combination.Check check) {
    combination = new Combination(id, property, sentence, help, basis, source, check);
  }

  private static boolean isPartner(Fields fields) {
    return fields.get(CONNECTOR_TYPE) == ConnectorType.PARTNER;
  }

  @Override
  public Combination combination() {
    return combination;
  }
}
