package exsim.scenarios.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.onprem.AuthMechanism;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.PermissionGroup;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.SendConnector;
import exsim.model.onprem.ServerRole;
import exsim.model.tls.TlsVersion;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DefaultConnectorsTest {
  private static final Spot SPOT = Spot.ofFile(ObjectText.FILE);

  private final Findings findings = Findings.of(ObjectText.FILE);

  private List<ReceiveConnector> decode(ServerFacts server) {
    return DefaultConnectors.receive(server, SPOT).stream()
        .map(object -> ReceiveConnectors.decode(object, server, findings).orElseThrow())
        .toList();
  }

  private static List<String> namesAndBindings(List<ReceiveConnector> connectors) {
    return connectors.stream().map(c -> c.name() + " " + c.bindings()).toList();
  }

  @ParameterizedTest
  @EnumSource(ExchangeVersion.class)
  void what_setup_makes_is_never_refused(ExchangeVersion version) {
    ServerFacts server = ObjectText.mailbox("S", version);
    ImmutableList<Located.Obj> objects = DefaultConnectors.receive(server, SPOT);

    ReceiveConnectors.checkTogether(objects, ImmutableList.copyOf(decode(server)), findings);

    assertTrue(findings.problems().isEmpty());
    assertTrue(findings.warnings().isEmpty());
  }

  @Test
  void a_mailbox_server_has_two_connectors_in_transport_and_three_in_front() {
    assertEquals(
        List.of(
            "Default S [0.0.0.0:2525, [::]:2525]",
            "Client Proxy S [[::]:465, 0.0.0.0:465]",
            "Default Frontend S [[::]:25, 0.0.0.0:25]",
            "Outbound Proxy Frontend S [[::]:717, 0.0.0.0:717]",
            "Client Frontend S [[::]:587, 0.0.0.0:587]"),
        namesAndBindings(decode(ObjectText.mailbox("S", ExchangeVersion.E2016))));
  }

  @Test
  void exchange_2010_takes_no_mail_from_strangers() {
    ServerFacts hub =
        new ServerFacts(
            "S",
            Optional.empty(),
            ExchangeVersion.E2010,
            ImmutableSet.of(ServerRole.HUB_TRANSPORT));
    List<ReceiveConnector> connectors = decode(hub);

    assertEquals(
        List.of("Default S [[::]:25, 0.0.0.0:25]", "Client S [[::]:587, 0.0.0.0:587]"),
        namesAndBindings(connectors));
    assertTrue(
        connectors.stream()
            .noneMatch(
                c -> c.security().permissionGroups().contains(PermissionGroup.ANONYMOUS_USERS)));
  }

  @Test
  void an_edge_server_serves_partners_and_strangers_over_ipv4() {
    ReceiveConnector connector = decode(ObjectText.edge("E")).get(0);

    assertEquals("[0.0.0.0:25]", connector.bindings().toString());
    assertTrue(connector.security().authMechanism().contains(AuthMechanism.EXCHANGE_SERVER));
    assertTrue(connector.security().permissionGroups().contains(PermissionGroup.PARTNERS));
  }

  /** What each connector of setup states; what it leaves out has its version's default. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "E2019 | 0 | MaxInboundConnectionPerSource | Unlimited",
        "E2019 | 0 | MaxInboundConnectionPercentagePerSource | 100",
        "E2019 | 0 | MaxRecipientsPerMessage | 5000",
        "E2019 | 0 | SizeEnabled | EnabledWithoutValue",
        "E2019 | 0 | MessageRateLimit | Unlimited",
        "E2019 | 1 | MessageRateLimit | 5",
        "E2019 | 1 | MessageRateSource | User",
        "E2019 | 1 | EnableAuthGSSAPI | true",
        "E2019 | 1 | MaxInboundConnectionPerSource | 20",
        "E2019 | 2 | ProtocolLoggingLevel | Verbose",
        "E2019 | 2 | MessageRateSource | IPAddress",
        "E2019 | 2 | DomainSecureEnabled | False",
        "E2019 | 2 | MaxInboundConnectionPercentagePerSource | 2",
        "E2019 | 3 | ProtocolLoggingLevel | Verbose",
        "E2019 | 3 | TarpitInterval | 00:00:00",
        "E2019 | 4 | MessageRateLimit | 5",
        "E2019 | 4 | ProtocolLoggingLevel | None",
        "E2019 | 4 | ConnectionTimeout | 00:10:00",
        "E2019 | 4 | MaxHopCount | 60",
        "E2013 | 4 | MaxHopCount | 30",
        "E2016 | 4 | AuthTarpitInterval | 00:00:05"
      })
  void setup_s_connectors_print_as_exports_have_them(
      ExchangeVersion version, int index, String property, String expected) {
    ServerFacts server = ObjectText.mailbox("S", version);

    assertEquals(expected, shown(server, index, property));
  }

  @ParameterizedTest
  @EnumSource(ExchangeVersion.class)
  void an_edge_server_s_connector_has_the_limits_of_edge_servers(ExchangeVersion version) {
    ServerFacts edge =
        new ServerFacts("E", Optional.empty(), version, ImmutableSet.of(ServerRole.EDGE_TRANSPORT));

    assertEquals("600", shown(edge, 0, "MessageRateLimit"));
    assertEquals("00:05:00", shown(edge, 0, "ConnectionTimeout"));
    assertEquals("00:01:00", shown(edge, 0, "ConnectionInactivityTimeout"));
    assertEquals("None", shown(edge, 0, "ProtocolLoggingLevel"));
    assertEquals(
        version != ExchangeVersion.E2010,
        DefaultConnectors.receive(edge, SPOT).get(0).member("TransportRole").isPresent());
    assertEquals(1, decode(edge).size());
    assertTrue(findings.problems().isEmpty());
  }

  @Test
  void between_servers_of_exchange_2010_the_size_is_shown_without_a_number() {
    ServerFacts hub =
        new ServerFacts(
            "S",
            Optional.empty(),
            ExchangeVersion.E2010,
            ImmutableSet.of(ServerRole.HUB_TRANSPORT));

    assertEquals("EnabledWithoutValue", shown(hub, 0, "SizeEnabled"));
    assertEquals("Enabled", shown(hub, 1, "SizeEnabled"));
    assertEquals("36 MB", shown(hub, 1, "MaxMessageSize"));
  }

  private static String shown(ServerFacts server, int connector, String property) {
    Located.Obj object = DefaultConnectors.receive(server, SPOT).get(connector);
    return object
        .member(property)
        .map(
            m ->
                m.value() instanceof Located.Bool bool
                    ? String.valueOf(bool.value())
                    : Printed.text(m.value()).orElse(""))
        .orElseGet(
            () ->
                ObjectKind.RECEIVE_CONNECTOR
                    .properties()
                    .find(property)
                    .orElseThrow()
                    .defaults()
                    .in(server.version(), server.isEdge())
                    .orElse(""));
  }

  @Test
  void listed_connectors_replace_those_of_their_own_service_only() {
    ServerFacts server = ObjectText.mailbox("S", ExchangeVersion.E2019);
    Located.Obj listed =
        ObjectText.object(
            "{'Name':'Mine','Bindings':'0.0.0.0:25','RemoteIPRanges':'192.0.2.1',"
                + "'TransportRole':'FrontendTransport'}");

    List<String> names =
        DefaultConnectors.complete(server, ImmutableList.of(listed), SPOT).stream()
            .map(o -> ((Located.Text) o.member("Name").orElseThrow().value()).text())
            .toList();

    assertEquals(List.of("Mine", "Default S", "Client Proxy S"), names);
  }

  @Test
  void an_edge_subscription_makes_two_send_connectors() {
    OrganizationFacts facts =
        new OrganizationFacts(
            ImmutableList.of(
                ObjectText.mailbox("EX1", ExchangeVersion.E2019), ObjectText.edge("EDGE")));
    List<SendConnector> connectors =
        DefaultConnectors.edgeSync("Lyon", ImmutableList.of("EDGE"), SPOT).stream()
            .map(object -> SendConnectors.decode(object, facts, findings).orElseThrow())
            .toList();

    assertEquals("EdgeSync - Lyon to Internet", connectors.get(0).name());
    assertTrue(connectors.get(0).tls().domainSecure());
    assertEquals(100, connectors.get(0).scope().addressSpaces().get(0).cost());
    assertTrue(connectors.get(1).scope().addressSpaces().get(0).isAcceptedDomains());
    assertTrue(findings.warnings().isEmpty());
  }

  @Test
  void newer_versions_leave_old_tls_off() {
    assertEquals(
        ImmutableList.of(TlsVersion.TLS_1_2), DefaultTlsVersions.of(ExchangeVersion.SE).asList());
    assertEquals(
        ImmutableList.of(TlsVersion.TLS_1_0, TlsVersion.TLS_1_1, TlsVersion.TLS_1_2),
        DefaultTlsVersions.of(ExchangeVersion.E2016).asList());
    assertEquals(
        ImmutableList.of(TlsVersion.TLS_1_0),
        DefaultTlsVersions.of(ExchangeVersion.E2010).asList());
  }
}
