package exsim.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerCautionsTest {
  private static List<String> warnings(String server, String connector) {
    return ScenarioText.warnings(
            "'onPremises': [{'name': 'contoso', 'acceptedDomains': ['contoso.com'],"
                + " 'servers': [{'name': 'EX', 'version': '2019', "
                + server
                + ", 'receiveConnectors': [{'Name': 'R', 'TransportRole': 'HubTransport',"
                + " 'RemoteIPRanges': '10.0.0.0/8', "
                + connector
                + "}]}]}]")
        .stream()
        .map(w -> w.replaceFirst("/onPremises/0/servers/0/receiveConnectors/0/", ""))
        .map(w -> w.substring(0, w.indexOf("CFG-") + 7))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7:26, Bindings CFG-119",
    "192.0.2.1:26, ",
    "0.0.0.0:26, ",
    "[::]:26, ",
    "[2001:db8::1]:26, Bindings CFG-119"
  })
  void a_binding_to_an_address_of_somebody_else_is_odd(String binding, String expected) {
    assertEquals(
        expected == null ? List.of() : List.of(expected),
        warnings("'addresses': ['192.0.2.1']", "'Bindings': '" + binding + "'"));
  }

  @ParameterizedTest
  @CsvSource({
    "true, false, SuppressXAnonymousTls CFG-120",
    "true, true, ",
    "false, false, ",
    "false, true, "
  })
  void hidden_x_anonymoustls_needs_a_switch_of_the_server(
      boolean suppressed, boolean downgraded, String expected) {
    assertEquals(
        expected == null ? List.of() : List.of(expected),
        warnings(
            "'transportService': {'UseDowngradedExchangeServerAuth': " + downgraded + "}",
            "'Bindings': '0.0.0.0:26', 'SuppressXAnonymousTls': " + suppressed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'tlsVersions': ['TLSv1.2'], 'clientTlsVersions': ['TLSv1.0']; CFG-121",
        "'tlsVersions': ['TLSv1.0', 'TLSv1.2'], 'clientTlsVersions': ['TLSv1.2', 'TLSv1.0'];",
        "'tlsVersions': ['TLSv1.0'];",
        "'clientTlsVersions': ['TLSv1.2'];",
        "'clientTlsVersions': ['TLSv1.2', 'TLSv1.3']; CFG-121"
      })
  void versions_that_differ_by_side_are_odd(String versions, String expected) {
    assertEquals(
        expected == null
            ? List.of()
            : List.of("/onPremises/0/servers/0/clientTlsVersions " + expected),
        warnings(versions, "'Bindings': '0.0.0.0:26'"));
  }
}
