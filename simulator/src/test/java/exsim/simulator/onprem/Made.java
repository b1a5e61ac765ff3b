package exsim.simulator.onprem;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.net.Binding;
import exsim.model.net.IpAddress;
import exsim.model.net.IpRange;
import exsim.model.onprem.AddressSpace;
import exsim.model.onprem.AuthMechanism;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.Organization;
import exsim.model.onprem.PermissionGroup;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.ReceiveConnector.Keyword;
import exsim.model.onprem.SendConnector;
import exsim.model.onprem.ServerRole;
import exsim.model.onprem.SiteLink;
import exsim.model.onprem.TransportService;
import exsim.model.onprem.TransportSettings;
import exsim.model.tls.Certificate;
import exsim.model.tls.Certificate.Issuer;
import exsim.model.tls.Certificate.State;
import exsim.model.tls.Certificate.Validity;
import exsim.model.tls.SendTlsPolicy;
import exsim.model.tls.TlsVersion;
import exsim.model.tls.TrustStore;
import exsim.simulator.smtp.Peer;
import exsim.simulator.smtp.Secured;
import exsim.simulator.smtp.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Objects of an organization, with what a test does not look at filled in. */
public final class Made {
  private static final ExchangeServer.Protocols TLS_1_2 =
      new ExchangeServer.Protocols(ImmutableSet.of(TlsVersion.TLS_1_2), true);

  public static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");
  public static final IpAddress LOCAL = IpAddress.parse("203.0.113.10");

  static final ReceiveConnector.Limits LIMITS =
      new ReceiveConnector.Limits(
          60,
          5,
          OptionalInt.of(5),
          3,
          Duration.ofSeconds(5),
          Optional.of(Duration.ofSeconds(5)),
          Duration.ofMinutes(5),
          Optional.empty());
  public static final TransportSettings TRANSPORT =
      new TransportSettings(
          new TransportSettings.Retries(
              Duration.ofMinutes(5), 6, Duration.ofMinutes(5), Duration.ofMinutes(10)),
          Duration.ofDays(2),
          Duration.ofHours(4),
          OptionalInt.of(40),
          new TransportSettings.DnsServers(true, ImmutableList.of()),
          new TransportSettings.DnsServers(true, ImmutableList.of()),
          false);

  private Made() {}

  public static ExchangeServer server(String name, String site, ReceiveConnector... connectors) {
    return server(name, site, ExchangeVersion.E2016, ImmutableList.of(), connectors);
  }

  public static ExchangeServer server(
      String name,
      String site,
      ExchangeVersion version,
      ImmutableList<ExchangeServer.Installed> certificates,
      ReceiveConnector... connectors) {
    return new ExchangeServer(
        name,
        DomainName.parse(name + ".contoso.com"),
        version,
        ImmutableSet.of(ServerRole.MAILBOX),
        Optional.of(site),
        ImmutableList.of(LOCAL),
        new ExchangeServer.Tls(
            certificates,
            TrustStore.PUBLIC,
            TLS_1_2,
            TLS_1_2,
            false,
            ExchangeServer.DirectTrust.BY_SETUP),
        ImmutableList.copyOf(connectors),
        TRANSPORT);
  }

  public static Organization organization(
      ImmutableList<SendConnector> connectors, SiteLink link, ExchangeServer... servers) {
    return organization(
        connectors,
        link == null ? ImmutableList.of() : ImmutableList.of(link),
        ImmutableList.copyOf(servers));
  }

  public static Organization organization(
      ImmutableList<SendConnector> connectors,
      ImmutableList<SiteLink> links,
      ImmutableList<ExchangeServer> servers) {
    return organization(
        connectors,
        links,
        servers,
        ImmutableList.of(
            new AcceptedDomain(
                "own",
                DomainPattern.parse("own.example"),
                AcceptedDomain.Type.AUTHORITATIVE,
                false)),
        Organization.TransportConfig.DEFAULT);
  }

  static Organization accepting(ImmutableList<AcceptedDomain> domains) {
    return organization(
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        domains,
        Organization.TransportConfig.DEFAULT);
  }

  public static Organization organization(
      Organization.TransportConfig config, ExchangeServer server) {
    return organization(
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(server),
        ImmutableList.of(),
        config);
  }

  private static Organization organization(
      ImmutableList<SendConnector> connectors,
      ImmutableList<SiteLink> links,
      ImmutableList<ExchangeServer> servers,
      ImmutableList<AcceptedDomain> domains,
      Organization.TransportConfig config) {
    return new Organization(
        "contoso",
        domains,
        ImmutableMap.of(),
        config,
        connectors,
        servers,
        links,
        ImmutableSet.of(),
        ImmutableMap.of());
  }

  public static SendConnector send(String name, String space, String... sources) {
    return send(name, space, true, false, OptionalLong.of(35L << 20), sources);
  }

  public static SendConnector send(
      String name,
      String space,
      boolean enabled,
      boolean scoped,
      OptionalLong limit,
      String... sources) {
    return send(name, ImmutableList.of(space), enabled, scoped, limit, sources);
  }

  public static SendConnector send(
      String name,
      List<String> spaces,
      boolean enabled,
      boolean scoped,
      OptionalLong limit,
      String... sources) {
    return new SendConnector(
        name,
        enabled,
        new SendConnector.Scope(
            spaces.stream().map(AddressSpace::parse).collect(ImmutableList.toImmutableList()),
            scoped,
            ImmutableList.copyOf(sources)),
        new SendConnector.Routing.Dns(25),
        new SendConnector.Tls(new SendTlsPolicy.Opportunistic(), Optional.empty(), false),
        Optional.empty(),
        limit,
        SendConnector.Options.NONE);
  }

  public static ReceiveConnector receive(String name, String binding, String... ranges) {
    return receive(
        name,
        binding,
        ImmutableSet.of(
            AuthMechanism.TLS,
            AuthMechanism.INTEGRATED,
            AuthMechanism.BASIC_AUTH,
            AuthMechanism.BASIC_AUTH_REQUIRE_TLS,
            AuthMechanism.EXCHANGE_SERVER),
        ImmutableSet.of(PermissionGroup.ANONYMOUS_USERS, PermissionGroup.EXCHANGE_SERVERS),
        ReceiveConnector.SizeMode.ENABLED,
        false,
        ranges);
  }

  public static ReceiveConnector receive(
      String name,
      String binding,
      ImmutableSet<AuthMechanism> auth,
      ImmutableSet<PermissionGroup> groups,
      ReceiveConnector.SizeMode size,
      boolean gssapi,
      String... ranges) {
    return receive(name, true, ImmutableList.of(binding), auth, groups, size, gssapi, ranges);
  }

  public static ReceiveConnector receive(
      String name, boolean enabled, List<String> bindings, String... ranges) {
    return receive(
        name,
        enabled,
        bindings,
        ImmutableSet.of(AuthMechanism.TLS),
        ImmutableSet.of(PermissionGroup.ANONYMOUS_USERS),
        ReceiveConnector.SizeMode.ENABLED,
        false,
        ranges);
  }

  public static ReceiveConnector receive(
      String name,
      boolean enabled,
      List<String> bindings,
      ImmutableSet<AuthMechanism> auth,
      ImmutableSet<PermissionGroup> groups,
      ReceiveConnector.SizeMode size,
      boolean gssapi,
      String... ranges) {
    return new ReceiveConnector(
        name,
        enabled,
        TransportService.FRONT_END,
        bindings.stream().map(Binding::parse).collect(ImmutableList.toImmutableList()),
        ImmutableList.copyOf(ranges).stream()
            .map(IpRange::parse)
            .collect(ImmutableList.toImmutableList()),
        new ReceiveConnector.Security(
            auth, groups, false, false, false, Optional.empty(), ImmutableList.of()),
        Optional.empty(),
        new ReceiveConnector.Extensions(
            size,
            37_748_736,
            ImmutableSet.of(
                Keyword.PIPELINING,
                Keyword.DSN,
                Keyword.ENHANCEDSTATUSCODES,
                Keyword.EIGHTBITMIME,
                Keyword.BINARYMIME,
                Keyword.CHUNKING,
                Keyword.SMTPUTF8),
            gssapi,
            Optional.empty(),
            false,
            200),
        LIMITS,
        ReceiveConnector.Rejections.NONE,
        false);
  }

  public static ExchangeServer.Installed installed(
      String name, String subject, String issuer, String from, String until, boolean forSmtp) {
    boolean self = issuer.equals(Issuer.SELF);
    return new ExchangeServer.Installed(
        new Certificate(
            name,
            "CN=" + subject,
            ImmutableList.of(),
            new Issuer(issuer, self ? "CN=" + subject : "CN=" + issuer + " CA"),
            new Validity(Optional.of(day(from)), Optional.of(day(until))),
            Certificate.KeyType.RSA,
            "SHA256",
            State.SOUND),
        forSmtp);
  }

  public static ReceiveConnector secured(ReceiveConnector c, ReceiveConnector.Security security) {
    return new ReceiveConnector(
        c.name(),
        c.enabled(),
        c.service(),
        c.bindings(),
        c.remoteRanges(),
        security,
        c.fqdn(),
        c.extensions(),
        c.limits(),
        c.rejections(),
        c.protocolLogging());
  }

  public static ReceiveConnector named(
      ReceiveConnector c, Optional<DomainName> fqdn, Optional<String> banner) {
    ReceiveConnector.Extensions e = c.extensions();
    return new ReceiveConnector(
        c.name(),
        c.enabled(),
        c.service(),
        c.bindings(),
        c.remoteRanges(),
        c.security(),
        fqdn,
        new ReceiveConnector.Extensions(
            e.size(),
            e.maxMessageSize(),
            e.keywords(),
            e.enableAuthGssapi(),
            banner,
            e.requireEhloDomain(),
            e.maxRecipients()),
        c.limits(),
        c.rejections(),
        c.protocolLogging());
  }

  public static ExchangeServer.Installed withoutKey(ExchangeServer.Installed installed) {
    Certificate c = installed.certificate();
    return new ExchangeServer.Installed(
        new Certificate(
            c.name(),
            c.subject(),
            c.names(),
            c.issuer(),
            c.validity(),
            c.keyType(),
            c.signature(),
            new State(c.state().chainComplete(), false, c.state().revocation())),
        installed.forSmtp());
  }

  static Instant day(String date) {
    return Instant.parse(date + "T00:00:00Z");
  }

  public static Peer peer(String address) {
    return new Peer("somebody", IpAddress.parse(address), LOCAL, 25, false, NOW);
  }

  public static Session clear() {
    return Session.opened(peer("192.0.2.1"));
  }

  public static Session secure(boolean anonymous, Optional<Certificate> shown) {
    return clear()
        .inside(
            new Secured(
                TlsVersion.TLS_1_2, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", anonymous, shown));
  }
}
