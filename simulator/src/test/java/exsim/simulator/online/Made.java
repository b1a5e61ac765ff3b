package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.net.IpAddress;
import exsim.model.net.IpRange;
import exsim.model.online.ConnectorType;
import exsim.model.online.InboundConnector;
import exsim.model.online.OutboundConnector;
import exsim.model.online.Tenant;
import exsim.model.tls.Certificate;
import exsim.model.tls.Certificate.Issuer;
import exsim.model.tls.SendTlsPolicy;
import exsim.model.tls.TlsVersion;
import exsim.model.topology.Topology;
import exsim.simulator.rule.Assumption;
import exsim.simulator.smtp.Peer;
import exsim.simulator.smtp.Secured;
import exsim.simulator.smtp.Session;
import java.time.Instant;
import java.util.Optional;

/** Tenants, connectors and sessions, with what a test does not look at filled in. */
final class Made {
  static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");
  static final String GATEWAY = "198.51.100.7";

  private Made() {}

  static OnlineSettings settings() {
    return OnlineSettings.of(Topology.EMPTY);
  }

  static OnlineSettings settings(Assumption assumption, String answer) {
    Topology none = Topology.EMPTY;
    return OnlineSettings.of(
        new Topology(
            none.organizations(),
            none.tenants(),
            none.mailSystems(),
            none.devices(),
            none.certificates(),
            none.zone(),
            none.paths(),
            ImmutableMap.of(assumption.text(), answer)));
  }

  static Tenant tenant(String name, ImmutableList<String> domains, InboundConnector... inbound) {
    return tenant(name, domains, ImmutableList.copyOf(inbound), ImmutableList.of());
  }

  static Tenant tenant(
      String name,
      ImmutableList<String> domains,
      ImmutableList<InboundConnector> inbound,
      ImmutableList<OutboundConnector> outbound) {
    return new Tenant(
        DomainName.parse(name),
        domains.stream()
            .map(
                d ->
                    new AcceptedDomain(
                        d, DomainPattern.parse(d), AcceptedDomain.Type.AUTHORITATIVE, false))
            .collect(ImmutableList.toImmutableList()),
        new Tenant.Connectors(inbound, outbound),
        new Tenant.Settings(Optional.empty(), ImmutableMap.of(), false, false, Optional.empty()),
        ImmutableList.of(),
        new Tenant.Recipients(
            Optional.empty(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of()),
        ImmutableMap.of(),
        ImmutableSet.of(),
        ImmutableSet.of());
  }

  static InboundConnector onPremises(String name, String certificate, String address) {
    return inbound(
        name,
        ConnectorType.ON_PREMISES,
        "*",
        certificate,
        address,
        new InboundConnector.Restrictions(Optional.of(false), false, false, ImmutableList.of()));
  }

  static InboundConnector partner(
      String name,
      String sender,
      String certificate,
      String address,
      boolean requireTls,
      boolean restricts) {
    return inbound(
        name,
        ConnectorType.PARTNER,
        sender,
        certificate,
        address,
        new InboundConnector.Restrictions(
            Optional.of(requireTls),
            restricts && !address.isEmpty(),
            restricts && !certificate.isEmpty(),
            ImmutableList.of()));
  }

  private static InboundConnector inbound(
      String name,
      ConnectorType type,
      String sender,
      String certificate,
      String address,
      InboundConnector.Restrictions restrictions) {
    return new InboundConnector(
        name,
        true,
        type,
        ImmutableList.of(new InboundConnector.SenderDomain(DomainPattern.parse(sender), 1)),
        address.isEmpty() ? ImmutableList.of() : ImmutableList.of(IpRange.parse(address)),
        certificate.isEmpty() ? Optional.empty() : Optional.of(DomainPattern.parse(certificate)),
        restrictions,
        InboundConnector.EnhancedFiltering.NONE,
        new InboundConnector.Options(false, false));
  }

  static OutboundConnector outbound(String name, boolean allAccepted, String... domains) {
    ImmutableList.Builder<DomainPattern> patterns = ImmutableList.builder();
    for (String domain : domains) {
      patterns.add(DomainPattern.parse(domain));
    }
    return new OutboundConnector(
        name,
        true,
        ConnectorType.ON_PREMISES,
        patterns.build(),
        ImmutableList.of(),
        new SendTlsPolicy.Opportunistic(),
        new OutboundConnector.Scope(allAccepted, false, false),
        OutboundConnector.Options.DEFAULT);
  }

  static Certificate certificate(String subject, String issuer, String signature) {
    return new Certificate(
        subject,
        "CN=" + subject,
        ImmutableList.of(),
        new Issuer(issuer, "CN=CA"),
        Certificate.Validity.ALWAYS,
        Certificate.KeyType.RSA,
        signature,
        Certificate.State.SOUND);
  }

  static Certificate certificate(String subject) {
    return certificate(subject, Issuer.PUBLIC, "SHA256");
  }

  static Session clear(String address) {
    return Session.opened(
        new Peer(
            "somebody", IpAddress.parse(address), IpAddress.parse("52.101.0.1"), 25, false, NOW));
  }

  static Session secure(String address, Certificate... shown) {
    return clear(address)
        .inside(
            new Secured(
                TlsVersion.TLS_1_2,
                "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                false,
                ImmutableList.copyOf(shown).stream().findFirst()));
  }

  static Optional<EmailAddress> from(String address) {
    return Optional.of(EmailAddress.parse(address));
  }
}
