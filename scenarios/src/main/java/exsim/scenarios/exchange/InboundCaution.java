package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import exsim.model.net.IpRange;
import exsim.model.online.ConnectorType;
import exsim.simulator.rule.Basis;

/** What Exchange Online accepts to no good on the way in. */
public enum InboundCaution implements ConfigurationRule {
  /** Two identities on one connector. */
  PARTNER_BY_ADDRESS_AND_CERTIFICATE(
      "CFG-104",
      "SenderIPAddresses",
      "a Partner connector has both SenderIPAddresses and TlsSenderCertificateName",
      "use two connectors",
      Basis.DOCUMENTED,
      "Use connectors to configure mail flow (EXO-IN-22)",
      f ->
          isPartner(f)
              && !f.get(OnlineProperties.SENDER_IP_ADDRESSES).isEmpty()
              && f.given(OnlineProperties.TLS_SENDER_CERTIFICATE_NAME).isPresent()),
  /** Restrictions are a partner's. */
  RESTRICTION_ON_PREMISES(
      "CFG-105",
      "ConnectorType",
      "RestrictDomainsToIPAddresses and RestrictDomainsToCertificate have no effect on an"
          + " OnPremises connector",
      "set ConnectorType to Partner, or remove them",
      Basis.DOCUMENTED,
      "New-InboundConnector -RestrictDomainsToCertificate (EXO-IN-09, EXO-IN-10)",
      f ->
          !isPartner(f)
              && (f.get(OnlineProperties.RESTRICT_DOMAINS_TO_IP_ADDRESSES)
                  || f.get(OnlineProperties.RESTRICT_DOMAINS_TO_CERTIFICATE))),
  /** Which domain the setting names is disputed. */
  ASSOCIATED_ACCEPTED_DOMAINS(
      "CFG-106",
      "AssociatedAcceptedDomains",
      "sources disagree whether AssociatedAcceptedDomains are the recipients' or the senders'",
      "leave it empty",
      Basis.ASSUMED,
      "New-InboundConnector -AssociatedAcceptedDomains (EXO-IN-11)",
      f -> !f.get(OnlineProperties.ASSOCIATED_ACCEPTED_DOMAINS).isEmpty()),
  /** A name that is not restricted to. */
  CERTIFICATE_NAME_WITHOUT_RESTRICTION(
      "CFG-140",
      "TlsSenderCertificateName",
      "TlsSenderCertificateName is set while RestrictDomainsToCertificate is $false: sources leave"
          + " open whether a Partner connector demands the certificate then",
      "set RestrictDomainsToCertificate to $true; here partnerCertificateName decides",
      Basis.ASSUMED,
      "New-InboundConnector -TlsSenderCertificateName (EXO-IN-08)",
      f ->
          isPartner(f)
              && f.given(OnlineProperties.TLS_SENDER_CERTIFICATE_NAME).isPresent()
              && !f.get(OnlineProperties.RESTRICT_DOMAINS_TO_CERTIFICATE)),
  /** Private addresses are looked past anyway. */
  PRIVATE_ADDRESS_SKIPPED(
      "CFG-141",
      "EFSkipIPs",
      "EFSkipIPs has addresses for private networks, which are skipped by themselves and must not"
          + " be listed",
      "remove them",
      Basis.DOCUMENTED,
      "Enhanced filtering for connectors (EXO-IN-16)",
      f -> f.get(OnlineProperties.EF_SKIP_IPS).stream().anyMatch(InboundCaution::isPrivate)),
  /** Two connectors for one sender; a scenario's reader looks. */
  OVERLAPPING_SENDER_DOMAINS(
      "CFG-142",
      "SenderDomains",
      "two Partner connectors speak for the same sender domain, and no source says which applies",
      "let their SenderDomains not overlap",
      Basis.ASSUMED,
      "Use connectors to configure mail flow (EXO-IN-44)",
      f -> false),
  /** Two tenants, one identity; a scenario's reader looks. */
  SHARED_BY_TENANTS(
      "CFG-143",
      "SenderIPAddresses",
      "OnPremises connectors of several tenants match one address or certificate, so that"
          + " attribution is unstable",
      "use addresses that are not shared, and a distinct client certificate for each tenant",
      Basis.DOCUMENTED,
      "on-premises connector guidance; device options, option 3 (EXO-IN-46, EXO-DA-07)",
      f -> false),
  /** Two MX records; a scenario's reader looks. */
  SEVERAL_MX_RECORDS(
      "CFG-144",
      "DomainName",
      "a domain whose mail goes to Exchange Online has more than one MX record: one page says"
          + " that this is not supported, another only recommends one",
      "keep one MX record",
      Basis.DOCUMENTED,
      "NDR 5.4.1; Wrong Office 365 region (EXO-EP-08)",
      f -> false),
  /** DANE needs DNSSEC; a scenario's reader looks. */
  DANE_WITHOUT_DNSSEC(
      "CFG-145",
      "DomainName",
      "inbound DANE comes after DNSSEC: without an MX host below mx.microsoft no sender can"
          + " validate its TLSA record",
      "give the domain its mx.microsoft host under mxHosts",
      Basis.DOCUMENTED,
      "Enable-SmtpDaneInbound (EXO-EP-07)",
      f -> false),
  /** Two domains, one name; a scenario's reader looks. */
  ONE_MX_HOST_FOR_TWO(
      "CFG-146",
      "DomainName",
      "the names of two accepted domains make the same MX host; the service gives one of them"
          + " another, which nothing foretells",
      "state the host that the admin center shows under mxHosts",
      Basis.ASSUMED,
      "how the name of the MX host is made (EXO-EP-03, EXO-EP-04)",
      f -> false);

  static final ImmutableList<InboundCaution> OF_ONE_CONNECTOR =
      ImmutableList.of(
          PARTNER_BY_ADDRESS_AND_CERTIFICATE,
          RESTRICTION_ON_PREMISES,
          ASSOCIATED_ACCEPTED_DOMAINS,
          CERTIFICATE_NAME_WITHOUT_RESTRICTION,
          PRIVATE_ADDRESS_SKIPPED);

  private static final ImmutableList<IpRange> PRIVATE =
      ImmutableList.of(
          IpRange.parse("10.0.0.0/8"),
          IpRange.parse("172.16.0.0/12"),
          IpRange.parse("192.168.0.0/16"));

  private final Combination combination;

  InboundCaution(
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
    return fields.get(OnlineProperties.CONNECTOR_TYPE) == ConnectorType.PARTNER;
  }

  private static boolean isPrivate(IpRange range) {
    return PRIVATE.stream().anyMatch(range::overlaps);
  }

  @Override
  public Combination combination() {
    return combination;
  }
}
