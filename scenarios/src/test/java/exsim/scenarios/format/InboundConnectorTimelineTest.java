package exsim.scenarios.format;

import static exsim.scenarios.format.ScenarioText.problems;
import static exsim.scenarios.format.ScenarioText.scenario;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.model.online.InboundConnector;
import exsim.model.topology.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Exchange Online refuses on an inbound connector, it refuses to an administrator as well. */
class InboundConnectorTimelineTest {
  private static final String CONTOSO =
      "'exchangeOnline': [{'name': 'contoso.onmicrosoft.com', 'acceptedDomains': ['contoso.com'],"
          + " 'inboundConnectors': ["
          + "{'Name': 'In', 'ConnectorType': 'OnPremises', 'SenderDomains': ['*'],"
          + " 'SenderIPAddresses': ['192.0.2.1']},"
          + " {'Name': 'Bank', 'ConnectorType': 'Partner', 'SenderDomains': ['bank.example']}]}]";

  private static String after(String command) {
    return CONTOSO + ", 'timeline': [{'at': 'PT1H', 'run': '" + command + "'}]";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CFG-041 | Set-InboundConnector Bank -TreatMessagesAsInternal $true",
        "CFG-042 | Set-InboundConnector In -TreatMessagesAsInternal $true"
            + " -CloudServicesMailEnabled $true",
        "CFG-043 | Set-InboundConnector In -SenderIPAddresses 192.0.0.0/23",
        "CFG-043 | Set-InboundConnector In -SenderIPAddresses 2001:db8::1",
        "CFG-044 | Set-InboundConnector Bank -RestrictDomainsToIPAddresses $true",
        "CFG-045 | Set-InboundConnector Bank -RestrictDomainsToCertificate $true",
        "CFG-052 | Set-InboundConnector Bank -SenderDomains $null",
        "a wildcard stands alone or as a leading | Set-InboundConnector Bank -SenderDomains"
            + " *bank.example",
        "needs -SenderDomains | New-InboundConnector New -ConnectorType Partner",
        "has no parameter -ClientHostNames | Set-InboundConnector In -ClientHostNames a.example",
        "has no parameter -TlsSettings | Set-InboundConnector In -TlsSettings EncryptionOnly",
        "is not a cmdlet that is run here | Validate-InboundConnector In"
      })
  void what_is_refused_at_load_is_refused_in_a_timeline(String expected, String command) {
    List<String> found = problems(after(command));

    assertEquals(1, found.size(), found::toString);
    assertTrue(found.get(0).contains(expected), found::toString);
    assertTrue(found.get(0).contains("/timeline/0"), found::toString);
  }

  @Test
  void an_edit_holds_from_the_moment_it_is_saved() {
    World world =
        scenario(after("Set-InboundConnector In -SenderIPAddresses 192.0.2.2 -EFSkipLastIP $true"))
            .world();

    assertEquals("192.0.2.1", inbound(world, 0).senderIps().get(0).text());
    assertEquals("192.0.2.2", inbound(world, 1).senderIps().get(0).text());
    assertTrue(inbound(world, 1).filtering().skipLastIp());
  }

  private static InboundConnector inbound(World world, int epoch) {
    return world.epochs().get(epoch).topology().tenants().get(0).connectors().inbound().get(0);
  }
}
