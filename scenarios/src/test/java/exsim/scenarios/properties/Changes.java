package exsim.scenarios.properties;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.external.Device;
import exsim.model.external.MailHost;
import exsim.model.external.MailSystem;
import exsim.model.external.TlsLevel;
import exsim.model.external.TlsLevelPolicy;
import exsim.model.net.PathRule;
import exsim.model.online.InboundConnector;
import exsim.model.online.OutboundConnector;
import exsim.model.online.Tenant;
import exsim.model.onprem.AuthMechanism;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.SendConnector;
import exsim.model.tls.SendTlsPolicy;
import exsim.model.topology.Topology;
import exsim.model.topology.World;
import java.util.function.UnaryOperator;

/** What a property changes in a world. */
final class Changes {
  private static final SendTlsPolicy FORCED =
      new SendTlsPolicy.Required(new SendTlsPolicy.PeerVerification.EncryptionOnly());

  private Changes() {}

  static World topology(World world, UnaryOperator<Topology> change) {
    return new World(
        world.epochs().stream()
            .map(e -> new World.Epoch(e.from(), change.apply(e.topology())))
            .collect(ImmutableList.toImmutableList()),
        world.messages(),
        world.end());
  }

  static <T> ImmutableList<T> each(ImmutableList<T> all, UnaryOperator<T> change) {
    return all.stream().map(change).collect(ImmutableList.toImmutableList());
  }

  static Topology organizations(Topology t, UnaryOperator<Organization> change) {
    return new Topology(
        each(t.organizations(), change),
        t.tenants(),
        t.mailSystems(),
        t.devices(),
        t.certificates(),
        t.zone(),
        t.paths(),
        t.assumptions());
  }

  static Topology tenants(Topology t, UnaryOperator<Tenant> change) {
    return new Topology(
        t.organizations(),
        each(t.tenants(), change),
        t.mailSystems(),
        t.devices(),
        t.certificates(),
        t.zone(),
        t.paths(),
        t.assumptions());
  }

  static Topology others(
      Topology t, UnaryOperator<MailSystem> systems, UnaryOperator<Device> devices) {
    return new Topology(
        t.organizations(),
        t.tenants(),
        each(t.mailSystems(), systems),
        each(t.devices(), devices),
        t.certificates(),
        t.zone(),
        t.paths(),
        t.assumptions());
  }

  static Topology path(Topology t, PathRule rule) {
    return new Topology(
        t.organizations(),
        t.tenants(),
        t.mailSystems(),
        t.devices(),
        t.certificates(),
        t.zone(),
        ImmutableList.<PathRule>builder().addAll(t.paths()).add(rule).build(),
        t.assumptions());
  }

  static Topology reversed(Topology t) {
    Topology inner = organizations(tenants(t, Changes::reversed), Changes::reversed);
    return new Topology(
        inner.organizations().reverse(),
        inner.tenants().reverse(),
        t.mailSystems().reverse(),
        t.devices().reverse(),
        t.certificates().reverse(),
        t.zone(),
        t.paths(),
        t.assumptions());
  }

  private static Organization reversed(Organization o) {
    return with(
        o,
        o.sendConnectors().reverse(),
        each(o.servers(), s -> with(s, s.receiveConnectors().reverse())).reverse());
  }

  private static Tenant reversed(Tenant t) {
    return with(
        t,
        new Tenant.Connectors(
            t.connectors().inbound().reverse(), t.connectors().outbound().reverse()));
  }

  static Organization with(
      Organization o,
      ImmutableList<SendConnector> connectors,
      ImmutableList<ExchangeServer> servers) {
    return new Organization(
        o.name(),
        o.acceptedDomains(),
        o.remoteRecipients(),
        o.transportConfig(),
        connectors,
        servers,
        o.siteLinks(),
        o.hubSites(),
        o.mailboxes());
  }

  static ExchangeServer with(ExchangeServer s, ImmutableList<ReceiveConnector> connectors) {
    return new ExchangeServer(
        s.name(),
        s.fqdn(),
        s.version(),
        s.roles(),
        s.site(),
        s.addresses(),
        s.tls(),
        connectors,
        s.transport());
  }

  static Tenant with(Tenant t, Tenant.Connectors connectors) {
    return new Tenant(
        t.name(),
        t.acceptedDomains(),
        connectors,
        t.settings(),
        t.transportRules(),
        t.recipients(),
        t.mxHosts(),
        t.smtpDaneInbound(),
        t.ipv6Inbound());
  }

  static SendConnector forced(SendConnector c) {
    return new SendConnector(
        c.name(),
        c.enabled(),
        c.scope(),
        c.routing(),
        new SendConnector.Tls(
            c.tls().policy().requiresTls() ? c.tls().policy() : FORCED,
            c.tls().certificateName(),
            c.tls().domainSecure()),
        c.fqdn(),
        c.maxMessageSize(),
        c.options());
  }

  static OutboundConnector forced(OutboundConnector c) {
    return new OutboundConnector(
        c.name(),
        c.enabled(),
        c.type(),
        c.recipientDomains(),
        c.smartHosts(),
        c.tls().requiresTls() ? c.tls() : FORCED,
        c.scope(),
        c.options());
  }

  static MailSystem forced(MailSystem s) {
    MailSystem.Outbound o = s.outbound();
    return new MailSystem(
        s.name(),
        s.domains(),
        s.hosts(),
        new MailSystem.Outbound(
            new TlsLevelPolicy(TlsLevel.ENCRYPT, ImmutableList.of()),
            ImmutableMap.of(),
            o.tls(),
            o.mtaSts(),
            o.fallback(),
            o.smartHost(),
            o.routes()));
  }

  static Device forced(Device d) {
    return new Device(
        d.name(),
        d.address(),
        Device.TlsUse.REQUIRED,
        d.clientTls(),
        d.smtpHost(),
        d.user(),
        d.ehloName(),
        d.protocol());
  }

  static MailSystem withoutStartTls(MailSystem s) {
    return new MailSystem(
        s.name(),
        s.domains(),
        each(
            s.hosts(),
            h ->
                new MailHost(
                    h.fqdn(),
                    h.addresses(),
                    h.port(),
                    MailHost.StartTls.ABSENT,
                    false,
                    h.versions(),
                    h.certificate(),
                    h.clientCertificate(),
                    h.auth(),
                    h.bareLineFeeds())),
        s.outbound());
  }

  static ReceiveConnector withoutStartTls(ReceiveConnector c) {
    ReceiveConnector.Security s = c.security();
    return new ReceiveConnector(
        c.name(),
        c.enabled(),
        c.service(),
        c.bindings(),
        c.remoteRanges(),
        new ReceiveConnector.Security(
            s.authMechanism().stream()
                .filter(a -> a != AuthMechanism.TLS)
                .collect(ImmutableSet.toImmutableSet()),
            s.permissionGroups(),
            false,
            s.domainSecure(),
            s.suppressXAnonymousTls(),
            s.certificateName(),
            s.tlsDomainCapabilities()),
        c.fqdn(),
        c.extensions(),
        c.limits(),
        c.rejections(),
        c.protocolLogging());
  }

  static SendConnector disabledTwin(SendConnector c, String name) {
    return new SendConnector(
        name, false, c.scope(), c.routing(), c.tls(), c.fqdn(), c.maxMessageSize(), c.options());
  }

  static ReceiveConnector disabledTwin(ReceiveConnector c, String name) {
    return new ReceiveConnector(
        name,
        false,
        c.service(),
        c.bindings(),
        c.remoteRanges(),
        c.security(),
        c.fqdn(),
        c.extensions(),
        c.limits(),
        c.rejections(),
        c.protocolLogging());
  }

  static InboundConnector renamed(InboundConnector c, String name) {
    return of(c, name, c.enabled());
  }

  static InboundConnector disabledTwin(InboundConnector c, String name) {
    return of(c, name, false);
  }

  private static InboundConnector of(InboundConnector c, String name, boolean enabled) {
    return new InboundConnector(
        name,
        enabled,
        c.type(),
        c.senderDomains(),
        c.senderIps(),
        c.certificateName(),
        c.restrictions(),
        c.filtering(),
        c.options());
  }

  static OutboundConnector renamed(OutboundConnector c, String name) {
    return of(c, name, c.enabled());
  }

  static OutboundConnector disabledTwin(OutboundConnector c, String name) {
    return of(c, name, false);
  }

  private static OutboundConnector of(OutboundConnector c, String name, boolean enabled) {
    return new OutboundConnector(
        name,
        enabled,
        c.type(),
        c.recipientDomains(),
        c.smartHosts(),
        c.tls(),
        c.scope(),
        c.options());
  }
}
