package exsim.scenarios.properties;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.net.Binding;
import exsim.model.net.HostPort;
import exsim.model.net.IpAddress;
import exsim.model.net.IpRange;
import exsim.model.onprem.AddressSpace;
import exsim.model.onprem.AuthMechanism;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.Organization;
import exsim.model.onprem.PermissionGroup;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.SendConnector;
import exsim.model.onprem.ServerRole;
import exsim.model.onprem.TransportService;
import exsim.model.onprem.TransportSettings;
import exsim.model.tls.SendTlsPolicy;
import exsim.model.tls.SendTlsPolicy.PeerVerification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** One Exchange organization with two servers. */
final class Organizations {
  static final ImmutableList<String> SERVERS = ImmutableList.of("EX1", "EX2");

  private static final ReceiveConnector.Extensions EXTENSIONS =
      new ReceiveConnector.Extensions(
          ReceiveConnector.SizeMode.ENABLED,
          37_748_736,
          ImmutableSet.of(ReceiveConnector.Keyword.PIPELINING),
          false,
          Optional.empty(),
          false,
          200);

  private static final ReceiveConnector.Limits LIMITS =
      new ReceiveConnector.Limits(
          60,
          5,
          OptionalInt.of(5),
          3,
          Duration.ofSeconds(5),
          Optional.of(Duration.ofSeconds(5)),
          Duration.ofMinutes(5),
          Optional.empty());
  private static final TransportSettings TRANSPORT =
      new TransportSettings(
          new TransportSettings.Retries(
              Duration.ofMinutes(5), 6, Duration.ofMinutes(5), Duration.ofMinutes(10)),
          Duration.ofDays(2),
          Duration.ofHours(4),
          OptionalInt.of(40),
          new TransportSettings.DnsServers(true, ImmutableList.of()),
          new TransportSettings.DnsServers(true, ImmutableList.of()),
          false);

  private Organizations() {}

  static Arbitrary<ImmutableList<Organization>> all() {
    return Combinators.combine(
            Arbitraries.of(AcceptedDomain.Type.class),
            sendConnectors(),
            server(0),
            server(1),
            Arbitraries.of(1, 2))
        .as(
            (type, connectors, first, second, count) ->
                ImmutableList.of(
                    new Organization(
                        "contoso",
                        ImmutableList.of(
                            new AcceptedDomain(
                                "own", DomainPattern.parse("a.example"), type, false)),
                        ImmutableMap.of(),
                        Organization.TransportConfig.DEFAULT,
                        connectors,
                        count == 1 ? ImmutableList.of(first) : ImmutableList.of(first, second),
                        ImmutableList.of(),
                        ImmutableSet.of(),
                        ImmutableMap.of())));
  }

  private static Arbitrary<ImmutableList<SendConnector>> sendConnectors() {
    List<Arbitrary<SendConnector>> each = new ArrayList<>();
    for (String name : List.of("to Internet", "To partner", "third")) {
      each.add(sendConnector(name));
    }
    return Combinators.combine(each)
        .as(ImmutableList::copyOf)
        .flatMap(all -> Arbitraries.of(1, 2, 3).map(count -> all.subList(0, count)));
  }

  private static Arbitrary<SendConnector> sendConnector(String name) {
    return Combinators.combine(
            Arbitraries.of(true, true, true, false),
            spaces(),
            Arbitraries.of(SERVERS).list().uniqueElements().ofMinSize(1).ofMaxSize(2),
            routing(),
            policies(),
            Arbitraries.of(OptionalLong.empty(), OptionalLong.of(100)))
        .as(
            (enabled, spaces, sources, routing, policy, limit) ->
                new SendConnector(
                    name,
                    enabled,
                    new SendConnector.Scope(spaces, false, ImmutableList.copyOf(sources)),
                    routing,
                    new SendConnector.Tls(policy, Optional.empty(), false),
                    Optional.empty(),
                    limit,
                    SendConnector.Options.NONE));
  }

  private static Arbitrary<ImmutableList<AddressSpace>> spaces() {
    return Combinators.combine(Names.patterns(), Arbitraries.of(1, 10))
        .as((pattern, cost) -> AddressSpace.parse("SMTP:" + pattern + ";" + cost))
        .list()
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(ImmutableList::copyOf);
  }

  private static Arbitrary<SendConnector.Routing> routing() {
    return Arbitraries.of(
        new SendConnector.Routing.Dns(25),
        new SendConnector.Routing.SmartHosts(
            ImmutableList.of(HostPort.parse("mx1.example", 25)),
            25,
            SendConnector.SmartHostAuth.NONE),
        new SendConnector.Routing.SmartHosts(
            ImmutableList.of(HostPort.parse("mx1.example", 25), HostPort.parse("mx2.example", 25)),
            25,
            SendConnector.SmartHostAuth.NONE));
  }

  static Arbitrary<SendTlsPolicy> policies() {
    return Arbitraries.of(
        new SendTlsPolicy.Ignore(),
        new SendTlsPolicy.Opportunistic(),
        new SendTlsPolicy.Required(new PeerVerification.EncryptionOnly()),
        new SendTlsPolicy.Required(new PeerVerification.CertificateValidation()),
        new SendTlsPolicy.Required(new PeerVerification.DomainValidation(Optional.empty())),
        new SendTlsPolicy.Required(
            new PeerVerification.DomainValidation(Optional.of(DomainPattern.parse("*.example")))));
  }

  private static Arbitrary<ExchangeServer> server(int index) {
    return Combinators.combine(
            Arbitraries.of(ExchangeVersion.E2016, ExchangeVersion.E2019),
            Arbitraries.of("HQ", "Branch"),
            Certificates.any(),
            Arbitraries.of(true, false),
            Certificates.trusts(),
            Certificates.versions()
                .map(v -> new ExchangeServer.Protocols(v, true))
                .list()
                .ofSize(2),
            frontEnd("Default Frontend"),
            frontEnd("Custom").optional(0.5))
        .as(
            (version, site, certificate, forSmtp, trusts, versions, front, custom) ->
                new ExchangeServer(
                    SERVERS.get(index),
                    DomainName.parse("ex" + (index + 1) + ".example"),
                    version,
                    ImmutableSet.of(ServerRole.MAILBOX),
                    Optional.of(site),
                    ImmutableList.of(IpAddress.parse("198.51.100." + (11 + index))),
                    new ExchangeServer.Tls(
                        ImmutableList.of(new ExchangeServer.Installed(certificate, forSmtp)),
                        trusts,
                        versions.get(0),
                        versions.get(1),
                        false,
                        ExchangeServer.DirectTrust.BY_SETUP),
                    custom.isPresent()
                        ? ImmutableList.of(front, custom.get(), hub())
                        : ImmutableList.of(front, hub()),
                    TRANSPORT));
  }

  private static Arbitrary<ReceiveConnector> frontEnd(String name) {
    return Combinators.combine(
            name.equals("Custom")
                ? Names.ranges()
                : Arbitraries.just(ImmutableList.of(IpRange.parse("0.0.0.0-255.255.255.255"))),
            Arbitraries.of(
                ImmutableSet.of(AuthMechanism.TLS),
                ImmutableSet.of(AuthMechanism.TLS, AuthMechanism.EXCHANGE_SERVER),
                ImmutableSet.<AuthMechanism>of(),
                ImmutableSet.of(AuthMechanism.EXTERNAL_AUTHORITATIVE)),
            Arbitraries.of(
                ImmutableSet.of(PermissionGroup.ANONYMOUS_USERS),
                ImmutableSet.of(PermissionGroup.ANONYMOUS_USERS, PermissionGroup.EXCHANGE_SERVERS),
                ImmutableSet.of(PermissionGroup.EXCHANGE_SERVERS)),
            Arbitraries.of(false, false, true))
        .as(
            (ranges, auth, groups, requireTls) ->
                receive(
                    name,
                    TransportService.FRONT_END,
                    25,
                    ranges,
                    new ReceiveConnector.Security(
                        auth,
                        groups,
                        requireTls && auth.contains(AuthMechanism.TLS),
                        false,
                        false,
                        Optional.empty(),
                        ImmutableList.of())));
  }

  private static ReceiveConnector hub() {
    return receive(
        "Default",
        TransportService.HUB,
        2525,
        ImmutableList.of(IpRange.parse("0.0.0.0-255.255.255.255")),
        new ReceiveConnector.Security(
            ImmutableSet.of(AuthMechanism.TLS, AuthMechanism.EXCHANGE_SERVER),
            ImmutableSet.of(PermissionGroup.EXCHANGE_SERVERS),
            false,
            false,
            false,
            Optional.empty(),
            ImmutableList.of()));
  }

  private static ReceiveConnector receive(
      String name,
      TransportService service,
      int port,
      ImmutableList<IpRange> ranges,
      ReceiveConnector.Security security) {
    return new ReceiveConnector(
        name,
        true,
        service,
        ImmutableList.of(Binding.parse("0.0.0.0:" + port)),
        ranges,
        security,
        Optional.empty(),
        EXTENSIONS,
        LIMITS,
        ReceiveConnector.Rejections.NONE,
        false);
  }
}
