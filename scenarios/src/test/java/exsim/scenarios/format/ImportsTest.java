package exsim.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import exsim.model.onprem.Organization;
import exsim.model.onprem.ReceiveConnector;
import exsim.scenarios.json.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportsTest {
  @TempDir Path folder;

  @BeforeEach
  void exports() throws IOException {
    Files.createDirectory(folder.resolve("exports"));
    Files.writeString(
        folder.resolve("exports").resolve("receive.json"),
        """
        [ { "Name": "Front", "Server": "EX1", "Bindings": ["0.0.0.0:25"], "RemoteIPRanges": ["0.0.0.0-255.255.255.255"],
            "TransportRole": "FrontendTransport", "SomethingNew": 1 },
          { "Name": "Hub", "Server": "EX1", "Bindings": ["0.0.0.0:2525"], "RemoteIPRanges": ["0.0.0.0-255.255.255.255"],
            "TransportRole": "HubTransport" },
          { "Name": "Other", "Server": "EX2", "Bindings": ["0.0.0.0:25"], "RemoteIPRanges": ["10.0.0.1"],
            "TransportRole": "FrontendTransport" } ]
        """);
    Files.writeString(
        folder.resolve("exports").resolve("send.json"),
        "{'Name': 'Out', 'AddressSpaces': ['SMTP:*;101']}".replace('\'', '"'));
  }

  @Test
  void a_server_takes_its_own_connectors_of_an_export() throws IOException {
    Reading reading = read("exports/receive.json", "[]");

    assertEquals(List.of(), reading.problems());
    Organization organization =
        reading.scenario().orElseThrow().world().epochs().get(0).topology().organizations().get(0);
    assertEquals(List.of("Front", "Hub"), names(organization, 0));
    assertEquals(List.of("Other", "Default EX2", "Client Proxy EX2"), names(organization, 1));
    assertEquals(
        List.of("Front", "Hub", "Other"),
        names(organization, 2),
        "none is of EX3, so that the export speaks of another server");
  }

  @Test
  void an_unknown_property_in_an_export_is_a_warning() throws IOException {
    Reading reading = read("exports/receive.json", "[]");

    assertEquals(
        1, reading.warnings().stream().filter(w -> w.what().contains("SomethingNew")).count());
  }

  @Test
  void the_files_met_are_known_once_each() throws IOException {
    Reading reading = read("exports/../exports/receive.json", "[]");

    assertEquals(
        List.of(folder.toAbsolutePath().resolve("exports").resolve("receive.json")),
        reading.imported().asList());
  }

  @Test
  void a_fault_in_an_export_is_reported_there() throws IOException {
    Problem problem =
        read("exports/receive.json", "{'import': 'exports/send.json'}".replace('\'', '"'))
            .problems()
            .get(0);

    assertEquals(folder.resolve("exports/send.json").toString(), problem.spot().file());
    assertEquals(1, problem.spot().line());
  }

  private Reading read(String receive, String send) throws IOException {
    StringBuilder servers = new StringBuilder();
    for (int i = 1; i <= 3; i++) {
      servers
          .append(i == 1 ? "" : ", ")
          .append("{'name': 'EX" + i + "', 'version': '2019', 'receiveConnectors': {'import': '")
          .append(receive)
          .append("'}}");
    }
    String text =
        "{'title': 't', 'onPremises': [{'name': 'contoso', 'acceptedDomains': ['contoso.com'],"
            + " 'sendConnectors': SEND, 'servers': ["
            + servers
            + "]}]}";
    Path file = folder.resolve("scenario.json");
    Files.writeString(file, text.replace('\'', '"').replace("SEND", send));
    return ScenarioReader.read(file);
  }

  private static List<String> names(Organization organization, int server) {
    return organization.servers().get(server).receiveConnectors().stream()
        .map(ReceiveConnector::name)
        .toList();
  }
}
