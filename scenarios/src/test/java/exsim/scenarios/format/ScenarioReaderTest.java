package exsim.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioReaderTest {
  @TempDir Path folder;

  @Test
  void a_server_that_states_little_has_what_setup_made() throws IOException {
    Topology topology =
        read("{\"title\": \"t\", \"onPremises\": [{\"name\": \"contoso\","
                + " \"acceptedDomains\": [\"contoso.com\"],"
                + " \"servers\": [{\"name\": \"EX19\", \"version\": \"2019\"}]}]}")
            .world()
            .epochs()
            .get(0)
            .topology();

    ExchangeServer server = topology.organizations().get(0).servers().get(0);
    assertEquals("ex19.contoso.com", server.fqdn().ascii());
    assertEquals("198.18.0.1", server.addresses().get(0).toString());
    assertEquals("EX19", server.tls().certificates().get(0).certificate().name());
    assertTrue(server.tls().certificates().get(0).certificate().selfSigned());
    assertEquals(5, server.receiveConnectors().size());
  }

  @Test
  void listed_receive_connectors_replace_those_of_their_service_only() throws IOException {
    Topology topology =
        read("{\"title\": \"t\", \"onPremises\": [{\"name\": \"contoso\","
                + " \"acceptedDomains\": [\"contoso.com\"],"
                + " \"servers\": [{\"name\": \"EX19\", \"version\": \"2019\","
                + " \"receiveConnectors\": [{\"Name\": \"Mine\","
                + " \"Bindings\": \"0.0.0.0:25\", \"RemoteIPRanges\": \"0.0.0.0-255.255.255.255\","
                + "\"TransportRole\": \"FrontendTransport\"}]"
                + "}]}]}")
            .world()
            .epochs()
            .get(0)
            .topology();

    assertEquals(
        "[Mine, Default EX19, Client Proxy EX19]",
        topology.organizations().get(0).servers().get(0).receiveConnectors().stream()
            .map(ReceiveConnector::name)
            .toList()
            .toString());
  }

  private Scenario read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("scenario.json"), text);
    Reading reading = ScenarioReader.read(file);
    return reading.scenario().orElseThrow(() -> new AssertionError(reading.problems()));
  }
}
