package exsim.scenarios.format;

import static exsim.scenarios.format.ScenarioText.scenario;
import static exsim.scenarios.format.ScenarioText.topology;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.SendConnector;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetupDefaultsTest {
  private static final String MINE =
      "{'Name': 'Mine', 'Bindings': '0.0.0.0:25', 'RemoteIPRanges': '0.0.0.0-255.255.255.255'";

  @Test
  void a_server_that_states_little_has_what_setup_made() {
    ExchangeServer server = organization("{'name': 'EX19', 'version': '2019'}").servers().get(0);

    assertEquals("ex19.contoso.com", server.fqdn().ascii());
    assertEquals("198.18.0.1", server.addresses().get(0).toString());
    assertEquals(5, server.receiveConnectors().size());
    var certificate = server.tls().certificates().get(0).certificate();
    assertEquals("EX19", certificate.name());
    assertEquals("CN=EX19", certificate.subject());
    assertEquals("[ex19, ex19.contoso.com]", certificate.names().toString());
    assertTrue(certificate.selfSigned());
  }

  @Test
  void a_server_whose_name_is_no_host_s_is_told_once() {
    assertEquals(
        List.of(
            "/onPremises/0/servers/0/name `ex 1.contoso.com` is not a domain name: ` ` is not"
                + " allowed"),
        ScenarioText.problems(
            "'onPremises': [{'name': 'contoso', 'acceptedDomains': ['contoso.com'],"
                + " 'servers': [{'name': 'EX 1', 'version': '2019'}]}]"));
    assertEquals(
        List.of("/onPremises/0/servers/0/name a name is expected here, not an empty string"),
        ScenarioText.problems(
            "'onPremises': [{'name': 'contoso', 'acceptedDomains': ['contoso.com'],"
                + " 'servers': [{'name': '', 'version': '2019'}]}]"));
  }

  @Test
  void an_edge_server_is_subscribed_with_the_certificates_of_its_site() {
    Organization organization =
        organization(
            "{'name': 'EX', 'version': '2019', 'site': 'A'},"
                + " {'name': 'FAR', 'version': '2019', 'site': 'B'},"
                + " {'name': 'OTHER', 'version': '2019', 'role': 'EdgeTransport', 'site': 'A'},"
                + " {'name': 'EDGE', 'version': '2019', 'role': 'EdgeTransport', 'site': 'a',"
                + " 'transportService': {'internalTransportCertificateThumbprint': 'EX'}}");

    assertEquals("{ex=EX, edge=EX}", subscription(organization, 3));
    assertEquals("{ex=EX, other=OTHER}", subscription(organization, 2));
    assertEquals("none", subscription(organization, 0));
  }

  @Test
  void a_subscription_that_is_stated_stays_and_edge_servers_alone_have_none() {
    String edge = "{'name': 'EDGE', 'version': '2019', 'role': 'EdgeTransport'";
    assertEquals(
        "{ex=older}",
        subscription(
            organization(
                "{'name': 'EX', 'version': '2019'}, "
                    + edge
                    + ", 'subscribedWith': {'EX': 'older'}}"),
            1));
    assertEquals("none", subscription(organization(edge + "}"), 0));
  }

  private static String subscription(Organization organization, int server) {
    return organization
        .servers()
        .get(server)
        .tls()
        .directTrust()
        .subscription()
        .map(Object::toString)
        .orElse("none");
  }

  @Test
  void listed_receive_connectors_replace_those_of_their_service_only() {
    assertEquals(
        List.of("Mine", "Default EX", "Client Proxy EX"),
        connectors("2019", MINE + ", 'TransportRole': 'FrontendTransport'}"));
    assertEquals(4, connectors("2019", MINE + ", 'TransportRole': 'HubTransport'}").size());
  }

  @Test
  void exchange_2010_and_edge_have_one_service() {
    assertEquals(List.of("Mine"), connectors("2010", MINE + "}"));
    assertEquals(List.of("Mine"), connectors("2016', 'role': 'EdgeTransport", MINE + "}"));
  }

  @Test
  void an_empty_list_of_connectors_replaces_nothing() {
    assertEquals(5, connectors("2016", "").size());
  }

  @Test
  void setup_s_certificate_stands_last_and_gives_way_to_another_of_its_name() {
    Organization organization =
        topology(
                "'onPremises': [{'name': 'contoso', 'acceptedDomains': ['contoso.com'],"
                    + " 'servers': [{'name': 'EX', 'version': '2019', 'certificates': ['EX']}]}],"
                    + " 'certificates': {'EX': {'subject': 'CN=mail.contoso.com'}}")
            .organizations()
            .get(0);

    assertEquals(
        List.of("EX", "EX (setup)"),
        organization.servers().get(0).tls().certificates().stream()
            .map(installed -> installed.certificate().name())
            .toList());
  }

  @Test
  void a_certificate_may_be_installed_without_serving_smtp() {
    var installed =
        topology(
                "'onPremises': [{'name': 'contoso', 'acceptedDomains': ['contoso.com'],"
                    + " 'servers': [{'name': 'EX', 'version': '2019', 'certificates':"
                    + " [{'name': 'a', 'Services': 'IIS, POP'}, {'name': 'b', 'Services': 'IIS, smtp'}, {'name': 'c', 'Services': ['SMTP']}]}]}],"
                    + " 'certificates': {'a': {'subject': 'CN=a'}, 'b': {'subject': 'CN=b'}, 'c': {'subject': 'CN=c'}}")
            .organizations()
            .get(0)
            .servers()
            .get(0)
            .tls()
            .certificates();

    assertEquals(
        List.of(false, true, true, true),
        installed.stream().map(ExchangeServer.Installed::forSmtp).toList());
  }

  @Test
  void an_edge_server_brings_its_send_connectors_unless_they_are_listed() {
    String edge =
        "{'name': 'HUB', 'version': '2016', 'site': 'Berlin'}, {'name': 'EDGE', 'version': '2016',"
            + " 'role': 'EdgeTransport', 'site': 'Berlin'}";

    assertEquals(
        List.of("EdgeSync - Berlin to Internet", "EdgeSync - Inbound to Berlin"),
        organization(edge).sendConnectors().stream().map(SendConnector::name).toList());
    Organization listed =
        topology(
                "'onPremises': [{'name': 'contoso', 'acceptedDomains': ['contoso.com'], 'servers': ["
                    + edge
                    + "], 'sendConnectors': [{'name': 'edgesync - berlin to internet',"
                    + " 'AddressSpaces': '*', 'SourceTransportServers': 'EDGE'}]}]")
            .organizations()
            .get(0);
    assertEquals(
        List.of("edgesync - berlin to internet", "EdgeSync - Inbound to Berlin"),
        listed.sendConnectors().stream().map(SendConnector::name).toList());
  }

  @Test
  void the_document_shows_what_was_written_into_it() {
    String document =
        scenario(
                "'onPremises': [{'name': 'contoso', 'acceptedDomains': ['contoso.com'],"
                    + " 'servers': [{'name': 'EX', 'version': '2019'}]}]")
            .documents()
            .get(0)
            .toString();

    assertTrue(document.contains("Default Frontend EX"));
  }

  private static Organization organization(String servers) {
    return topology(
            "'onPremises': [{'name': 'contoso', 'acceptedDomains': ['contoso.com'], 'servers': ["
                + servers
                + "]}]")
        .organizations()
        .get(0);
  }

  private static List<String> connectors(String version, String listed) {
    return organization(
            "{'name': 'EX', 'version': '" + version + "', 'receiveConnectors': [" + listed + "]}")
        .servers()
        .get(0)
        .receiveConnectors()
        .stream()
        .map(ReceiveConnector::name)
        .toList();
  }
}
