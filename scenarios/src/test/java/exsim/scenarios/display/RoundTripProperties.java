package exsim.scenarios.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.ObjectKind;
import exsim.scenarios.exchange.OrganizationFacts;
import exsim.scenarios.exchange.ReceiveConnectors;
import exsim.scenarios.exchange.SendConnectors;
import exsim.scenarios.exchange.ServerFacts;
import exsim.scenarios.json.Located;
import exsim.scenarios.powershell.ExportReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is printed as a list means the same connector when it is imported. */
class RoundTripProperties {
  private static final String HEAD =
      "'onPremises': [{ 'name': 'contoso', 'acceptedDomains': ['contoso.com'], ";
  private static final String SERVER = "'name': 'EX1', 'version': '2019'";

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void a_send_connector_survives(
      @ForAll("sendConnectors") List<String> connectors,
      @ForAll @IntRange(min = 60, max = 200) int width) {
    Shell shell =
        Shell.on(
            HEAD + "'servers': [{" + SERVER + "}], 'sendConnectors': " + named(connectors) + "}]");
    Located.Obj organization = first(shell.scenario().documents().get(0), "onPremises");
    OrganizationFacts facts = OrganizationFacts.of(organization);

    assertSurvives(
        shell.wide(width),
        ObjectKind.SEND_CONNECTOR,
        items(organization, "sendConnectors"),
        object -> SendConnectors.decode(object, facts, Findings.of("")).orElseThrow());
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void a_receive_connector_survives(
      @ForAll("receiveConnectors") List<String> connectors,
      @ForAll @IntRange(min = 60, max = 200) int width) {
    Shell shell =
        Shell.on(
            HEAD
                + "'servers': [{"
                + SERVER
                + ", 'receiveConnectors': "
                + bound(connectors)
                + "}]}]");
    Located.Obj organization = first(shell.scenario().documents().get(0), "onPremises");
    ServerFacts server = ServerFacts.of(first(organization, "servers"), organization);

    assertSurvives(
        shell.wide(width),
        ObjectKind.RECEIVE_CONNECTOR,
        items(first(organization, "servers"), "receiveConnectors"),
        object ->
            ReceiveConnectors.decode(withFqdn(object), server, Findings.of("")).orElseThrow());
  }

  /** Exchange prints the server's name where none is set, and that makes no difference. */
  private static Located.Obj withFqdn(Located.Obj object) {
    return object.memberIgnoringCase("Fqdn").isPresent()
        ? object
        : object.with("Fqdn", new Located.Text(object.spot(), "ex1.contoso.com"));
  }

  private static <T> void assertSurvives(
      Shell shell,
      ObjectKind kind,
      ImmutableList<Located.Obj> originals,
      Function<Located.Obj, T> decoder) {
    String text = String.join("\n", shell.printExactly("Get-" + kind.noun() + " | fl"));
    Findings findings = Findings.of("");
    ImmutableList<Located.Obj> read =
        ExportReader.read("list.txt", text.getBytes(StandardCharsets.UTF_8), kind, findings);

    assertEquals(List.of(), findings.problems().all());
    assertEquals(originals.stream().map(decoder).toList(), read.stream().map(decoder).toList());
  }

  private static String named(List<String> connectors) {
    List<String> named = new ArrayList<>();
    for (int i = 0; i < connectors.size(); i++) {
      named.add("{ 'Name': 'To number " + i + "', " + connectors.get(i) + " }");
    }
    return named.toString();
  }

  /** Connectors with a port each, so that none clashes with another. */
  private static String bound(List<String> connectors) {
    List<String> bound = new ArrayList<>();
    for (int i = 0; i < connectors.size(); i++) {
      String bindings = "'Bindings': ['[::]:" + (2600 + i) + "', '0.0.0.0:" + (2600 + i) + "']";
      bound.add("{ 'Name': 'From number " + i + "', " + bindings + ", " + connectors.get(i) + " }");
    }
    return bound.toString();
  }

  @Provide
  Arbitrary<List<String>> sendConnectors() {
    Arbitrary<String> routing =
        Arbitraries.of(
            "'Port': 26",
            "'SmartHosts': ['192.0.2.1', 'mx.fabrikam.com', '[2001:db8::1]']",
            "'SmartHosts': 'a-very-long-name-of-a-smart-host-that-no-window-can-hold.fabrikam.com'",
            "'SmartHosts': ['gateway.fabrikam.com'], 'SmartHostAuthMechanism': 'BasicAuthRequireTLS',"
                + " 'AuthenticationCredential': 'somebody'");
    Arbitrary<String> tls =
        Arbitraries.of(
            "'IgnoreSTARTTLS': true",
            "'RequireTLS': true",
            "'RequireTLS': true, 'TlsAuthLevel': 'DomainValidation', 'TlsDomain': '*.fabrikam.com'",
            "'TlsCertificateName': '<I>CN=Some issuing authority, O=Contoso Ltd,"
                + " C=US<S>CN=mail.contoso.com, O=Contoso'");
    Arbitrary<String> spaces =
        Arbitraries.of("SMTP:*;1", "fabrikam.com", "smtp:*.fabrikam.net;50", "*.example;100")
            .set()
            .ofMinSize(1)
            .map(all -> "'AddressSpaces': ['" + String.join("', '", all) + "']");
    Arbitrary<String> others =
        Arbitraries.of(
                "'Enabled': false",
                "'ForceHELO': true",
                "'Fqdn': 'mail.contoso.com'",
                "'ErrorPolicies': 'DowngradeCustomFailures, UpgradeCustomFailures'",
                "'ConnectionInactivityTimeOut': '1.00:00:00'",
                "'CloudServicesMailEnabled': true",
                "'IsScopedConnector': true")
            .set()
            .map(all -> String.join(", ", all));
    Arbitrary<String> size =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 2_000_000_000).map(String::valueOf),
            Arbitraries.of("'Unlimited'", "'35 MB (36,700,160 bytes)'", "'64KB'"));
    return Combinators.combine(routing, tls, spaces, others, size)
        .as(
            (r, t, a, o, s) ->
                r
                    + ", "
                    + t
                    + ", "
                    + a
                    + (o.isEmpty() ? "" : ", " + o)
                    + ", 'MaxMessageSize': "
                    + s)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<String>> receiveConnectors() {
    Arbitrary<String> ranges =
        Arbitraries.of(
                "0.0.0.0-255.255.255.255",
                "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "192.0.2.0/24",
                "198.51.100.7",
                "203.0.113.1-203.0.113.9",
                "2001:db8::/32")
            .set()
            .ofMinSize(1)
            .map(all -> "'RemoteIPRanges': ['" + String.join("', '", all) + "']");
    Arbitrary<String> rights =
        Arbitraries.of(
            "'AuthMechanism': 'Tls', 'PermissionGroups': 'AnonymousUsers'",
            "'AuthMechanism': 'None', 'PermissionGroups': 'None'",
            "'AuthMechanism': 'Tls, ExternalAuthoritative', 'PermissionGroups': 'ExchangeServers'",
            "'AuthMechanism': 31, 'PermissionGroups': 14");
    Arbitrary<String> others =
        Arbitraries.of(
                "'RequireTLS': false",
                "'Enabled': false",
                "'TlsDomainCapabilities': 'mail.protection.outlook.com:AcceptCloudServicesMail'",
                "'SizeEnabled': 'EnabledWithoutValue'",
                "'MaxMessageSize': 1234567",
                "'ChunkingEnabled': false, 'BinaryMimeEnabled': false",
                "'MaxRecipientsPerMessage': 5000",
                "'ConnectionTimeout': '1.00:00:00'",
                "'TransportRole': 'HubTransport'")
            .set()
            .map(all -> String.join(", ", all));
    return Combinators.combine(ranges, rights, others)
        .as((a, r, o) -> a + ", " + r + (o.isEmpty() ? "" : ", " + o))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static Located.Obj first(Located.Obj object, String key) {
    return items(object, key).get(0);
  }

  private static ImmutableList<Located.Obj> items(Located.Obj object, String key) {
    Located.Arr array = (Located.Arr) object.member(key).orElseThrow().value();
    return array.items().stream()
        .map(Located.Obj.class::cast)
        .collect(ImmutableList.toImmutableList());
  }
}
