package exsim.scenarios.exchange;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.TransportService;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;

/** The connectors that Exchange makes without being asked, as the objects that the shell prints. */
public final class DefaultConnectors {
  private static final String ALL_V4 = "0.0.0.0-255.255.255.255";
  private static final String ALL_V6 = "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff";
  private static final String CLIENT = "Tls, Integrated, BasicAuth, BasicAuthRequireTLS";
  private static final String EVERY = CLIENT + ", ExchangeServer";
  private static final String FRONT_END = TransportService.FRONT_END.text();
  private static final String HUB = TransportService.HUB.text();

  private DefaultConnectors() {}

  /** The Receive connectors that setup makes on a server (DRC-01 to 05, 20, 30 to 33). */
  public static ImmutableList<Located.Obj> receive(ServerFacts server, Spot spot) {
    if (server.isEdge()) {
      return ImmutableList.of(edge(server, spot));
    }
    if (server.version() == ExchangeVersion.E2010) {
      return server.hasTransport() ? hub2010(server.name(), spot) : ImmutableList.of();
    }
    ImmutableList.Builder<Located.Obj> connectors = ImmutableList.builder();
    if (server.hasTransport()) {
      connectors.addAll(transport(server.name(), spot));
    }
    if (server.hasFrontEnd()) {
      connectors.addAll(frontEnd(server.name(), spot));
    }
    return connectors.build();
  }

  /**
   * The Receive connectors of a server: those listed, and the default ones of every transport
   * service for which none is listed.
   */
  public static ImmutableList<Located.Obj> complete(
      ServerFacts server, ImmutableList<Located.Obj> listed, Spot spot) {
    ImmutableSet<String> services =
        listed.stream().map(c -> service(server, c)).collect(ImmutableSet.toImmutableSet());
    ImmutableList.Builder<Located.Obj> connectors = ImmutableList.builder();
    connectors.addAll(listed);
    for (Located.Obj connector : receive(server, spot)) {
      if (!services.contains(service(server, connector))) {
        connectors.add(connector);
      }
    }
    return connectors.build();
  }

  private static String service(ServerFacts server, Located.Obj connector) {
    return ReceiveConnectors.serviceOf(connector, server).text();
  }

  private static ImmutableList<Located.Obj> transport(String server, Spot spot) {
    return ImmutableList.of(
        forServers(
                named(spot, "Default " + server)
                    .list("Bindings", "0.0.0.0:2525", "[::]:2525")
                    .list("RemoteIPRanges", ALL_V6, ALL_V4)
                    .text("AuthMechanism", EVERY)
                    .text(
                        "PermissionGroups", "ExchangeUsers, ExchangeServers, ExchangeLegacyServers")
                    .text("TransportRole", HUB))
            .build(),
        forUsers(
                named(spot, "Client Proxy " + server)
                    .list("Bindings", "[::]:465", "0.0.0.0:465")
                    .list("RemoteIPRanges", ALL_V6, ALL_V4)
                    .text("AuthMechanism", EVERY)
                    .text("PermissionGroups", "ExchangeUsers, ExchangeServers")
                    .text("TransportRole", HUB))
            .build());
  }

  private static ImmutableList<Located.Obj> frontEnd(String server, Spot spot) {
    return ImmutableList.of(
        named(spot, "Default Frontend " + server)
            .list("Bindings", "[::]:25", "0.0.0.0:25")
            .list("RemoteIPRanges", ALL_V6, ALL_V4)
            .text("AuthMechanism", EVERY)
            .text("PermissionGroups", "AnonymousUsers, ExchangeServers, ExchangeLegacyServers")
            .text("TransportRole", FRONT_END)
            .text("ProtocolLoggingLevel", "Verbose")
            .build(),
        named(spot, "Outbound Proxy Frontend " + server)
            .list("Bindings", "[::]:717", "0.0.0.0:717")
            .list("RemoteIPRanges", ALL_V6, ALL_V4)
            .text("AuthMechanism", EVERY)
            .text("PermissionGroups", "ExchangeServers")
            .text("TransportRole", FRONT_END)
            .text("ProtocolLoggingLevel", "Verbose")
            .text("TarpitInterval", "00:00:00")
            .build(),
        forUsers(
                named(spot, "Client Frontend " + server)
                    .list("Bindings", "[::]:587", "0.0.0.0:587")
                    .list("RemoteIPRanges", ALL_V6, ALL_V4)
                    .text("AuthMechanism", CLIENT)
                    .text("PermissionGroups", "ExchangeUsers")
                    .text("TransportRole", FRONT_END))
            .build());
  }

  /** Where servers hand over each other's mail, neither recipients nor connections are scarce. */
  private static LocatedObject forServers(LocatedObject connector) {
    return connector
        .text("SizeEnabled", "EnabledWithoutValue")
        .number("MaxRecipientsPerMessage", 5000)
        .text("MaxInboundConnectionPerSource", "Unlimited")
        .number("MaxInboundConnectionPercentagePerSource", 100);
  }

  /** Where users submit mail, each has a rate of his own. */
  private static LocatedObject forUsers(LocatedObject connector) {
    return connector
        .flag("EnableAuthGSSAPI", true)
        .number("MessageRateLimit", 5)
        .text("MessageRateSource", "User");
  }

  private static Located.Obj edge(ServerFacts server, Spot spot) {
    LocatedObject connector =
        named(spot, "Default internal receive connector " + server.name())
            .list("Bindings", "0.0.0.0:25")
            .list("RemoteIPRanges", ALL_V4)
            .text("AuthMechanism", "Tls, ExchangeServer")
            .text("PermissionGroups", "AnonymousUsers, ExchangeServers, Partners");
    return server.version() == ExchangeVersion.E2010
        ? connector.build()
        : connector.text("TransportRole", HUB).build();
  }

  /** The flags are assumed: no page that could be read prints them (DRC-32). */
  private static ImmutableList<Located.Obj> hub2010(String server, Spot spot) {
    return ImmutableList.of(
        forServers(
                named(spot, "Default " + server)
                    .list("Bindings", "[::]:25", "0.0.0.0:25")
                    .list("RemoteIPRanges", ALL_V6, ALL_V4)
                    .text("AuthMechanism", EVERY)
                    .text(
                        "PermissionGroups",
                        "ExchangeUsers, ExchangeServers, ExchangeLegacyServers"))
            .build(),
        named(spot, "Client " + server)
            .list("Bindings", "[::]:587", "0.0.0.0:587")
            .list("RemoteIPRanges", ALL_V6, ALL_V4)
            .text("AuthMechanism", CLIENT)
            .text("PermissionGroups", "ExchangeUsers")
            .build());
  }

  /**
   * The two Send connectors that an Edge subscription makes (DRC-21).
   *
   * @param site the subscribed site
   * @param edgeServers the Edge servers subscribed to it
   * @param spot the place that the connectors get
   */
  public static ImmutableList<Located.Obj> edgeSync(
      String site, ImmutableList<String> edgeServers, Spot spot) {
    String[] servers = edgeServers.toArray(new String[0]);
    return ImmutableList.of(
        named(spot, "EdgeSync - " + site + " to Internet")
            .list("AddressSpaces", "SMTP:*;100")
            .list("SourceTransportServers", servers)
            .flag("DNSRoutingEnabled", true)
            .flag("DomainSecureEnabled", true)
            .build(),
        named(spot, "EdgeSync - Inbound to " + site)
            .list("AddressSpaces", "SMTP:--;1")
            .list("SourceTransportServers", servers)
            .flag("DNSRoutingEnabled", false)
            .list("SmartHosts", SmartHosts.SUBSCRIBED_SITE)
            .text("SmartHostAuthMechanism", "ExchangeServer")
            .build());
  }

  /** Whether a connector's name is one that setup gives. */
  public static boolean isDefaultName(ServerFacts server, String name) {
    return receive(server, Spot.ofFile("")).stream()
        .flatMap(c -> c.member("Name").stream())
        .anyMatch(
            m ->
                m.value() instanceof Located.Text text
                    && Ascii.equalsIgnoreCase(text.text(), name));
  }

  private static LocatedObject named(Spot spot, String name) {
    return new LocatedObject(spot).text("Name", name);
  }
}
