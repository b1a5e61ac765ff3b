package exsim.scenarios.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An imported object is printed as the shell that exported it printed it. */
class ImportedListTest {
  private static final Path OWN = Path.of("src/test/resources/exports");
  private static final Path REAL = Path.of("../../shared/facts/exports");
  private static final String REAL_SERVER = "WIN-CTD3L0RGEN4";
  private static final List<String> REMOTING =
      List.of("PSComputerName", "RunspaceId", "PSShowComputerName", "SerializationData");
  private static final Pattern NAME = Pattern.compile("^      <\\w+ N=\"(\\w+)\"");
  private static final String RECEIVE = "ReceiveConnector";

  @Test
  void properties_come_in_the_order_of_the_export() throws IOException {
    Path export = OWN.resolve("receive-connector-2019.clixml");

    assertEquals(names(export), printed(RECEIVE, export));
  }

  @Test
  void values_are_those_of_the_export() {
    List<String> lines =
        shell(RECEIVE, OWN.resolve("receive-connector-2019.clixml"))
            .print("Get-ReceiveConnector|fl");

    for (String line :
        List.of(
            "AuthMechanism                             : Tls, Integrated, BasicAuth,"
                + " BasicAuthRequireTLS, ExchangeServer",
            "Bindings                                  : {0.0.0.0:2525, [::]:2525}",
            "Fqdn                                      : EX1.contoso.com",
            "Comment                                   : Kept for the branch offices",
            "MaxInboundConnectionPercentagePerSource   : 100",
            "MaxHeaderSize                             : 256 KB (262,144 bytes)",
            "TlsDomainCapabilities                     : {}",
            "TransportRole                             : HubTransport",
            "Guid                                      : 5f1d7c1e-2f0a-4a53-9b43-0e6f5f6d1a11",
            "ObjectClass                               : {top, msExchSmtpReceiveConnector}",
            "Id                                        : EX1\\Default EX1",
            "WhenCreated                               :")) {
      assertTrue(lines.contains(line), line);
    }
  }

  /** Real exports are no part of the project; where they are there, they are looked at. */
  @ParameterizedTest
  @ValueSource(strings = {RECEIVE, "SendConnector", "AcceptedDomain"})
  void so_do_those_of_real_exports(String noun) throws IOException {
    Path export = REAL.resolve("Get-" + noun + ".clixml");
    assumeTrue(Files.exists(export));

    assertEquals(names(export), printed(noun, export));
  }

  private static Shell shell(String noun, Path export) {
    String path = export.toAbsolutePath().normalize().toString().replace('\\', '/');
    String imported = "{ 'import': '" + path + "' }";
    String name = export.startsWith(REAL) ? REAL_SERVER : "EX1";
    String server = "'name': '" + name + "', 'version': '2019'";
    return Shell.on(
            switch (noun) {
              case RECEIVE -> organization(server + ", 'receiveConnectors': " + imported, "");
              case "SendConnector" -> organization(server, "'sendConnectors': " + imported + ",");
              default -> organization(server, "'acceptedDomains': " + imported + ",");
            })
        .wide(1000);
  }

  private static String organization(String server, String members) {
    String domains =
        members.contains("acceptedDomains") ? "" : "'acceptedDomains': ['contoso.com'],";
    return "'onPremises': [{ 'name': 'contoso', "
        + domains
        + members
        + "'servers': [{"
        + server
        + "}] }]";
  }

  private static List<String> printed(String noun, Path export) {
    return shell(noun, export).print("Get-" + noun + " | select -First 1 | fl").stream()
        .map(line -> Splitter.on(' ').splitToList(line).get(0))
        .filter(name -> !REMOTING.contains(name))
        .toList();
  }

  /** The properties of the first object in a file. */
  private static List<String> names(Path export) throws IOException {
    List<String> names = new ArrayList<>();
    for (String line : Files.readAllLines(export)) {
      if (line.equals("    </Props>")) {
        return names; // what remoting adds stands after it
      }
      Matcher name = NAME.matcher(line);
      if (name.find() && !names.contains(name.group(1))) {
        names.add(name.group(1));
      }
    }
    return names;
  }
}
