package exsim.scenarios.format;

import static exsim.scenarios.format.ScenarioText.problems;
import static exsim.scenarios.format.ScenarioText.scenario;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.model.online.OutboundConnector;
import exsim.model.topology.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Exchange Online refuses on an outbound connector, it refuses to an administrator as well.
 */
class OutboundConnectorTimelineTest {
  private static final String HOME =
      "{'Name': 'Home', 'ConnectorType': 'OnPremises', 'RecipientDomains': ['contoso.com'],"
          + " 'UseMXRecord': false, 'SmartHosts': ['mail.contoso.com']%s}";
  private static final String BANK =
      "{'Name': 'Bank', 'ConnectorType': 'Partner', 'RecipientDomains': ['bank.example']%s}";

  private static String tenant(String atHome, String atBank) {
    return "'exchangeOnline': [{'name': 'contoso.onmicrosoft.com',"
        + " 'acceptedDomains': ['contoso.com'], 'outboundConnectors': ["
        + HOME.formatted(atHome)
        + ", "
        + BANK.formatted(atBank)
        + "]}]";
  }

  private static String after(String command) {
    return tenant("", "") + ", 'timeline': [{'at': 'PT1H', 'run': '" + command + "'}]";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "CFG-046 | Set-OutboundConnector Bank -AllAcceptedDomains $true"
            + " | , 'AllAcceptedDomains': true",
        "CFG-047 | Set-OutboundConnector Bank -RouteAllMessagesViaOnPremises $true"
            + " | , 'RouteAllMessagesViaOnPremises': true",
        "CFG-048 | Set-OutboundConnector Bank -SenderRewritingEnabled $true"
            + " | , 'SenderRewritingEnabled': true",
        "CFG-049 | Set-OutboundConnector Bank -UseMXRecord $false | , 'UseMXRecord': false",
        "CFG-050 | Set-OutboundConnector Bank -TlsDomain bank.example"
            + " | , 'TlsDomain': 'bank.example'",
        "CFG-050 | Set-OutboundConnector Bank -TlsSettings EncryptionOnly -TlsDomain bank.example"
            + " | , 'TlsSettings': 'EncryptionOnly', 'TlsDomain': 'bank.example'",
        "CFG-051 | Set-OutboundConnector Bank -SmartHosts mx.bank.example:587"
            + " | , 'SmartHosts': ['mx.bank.example:587']"
      })
  void what_is_refused_at_load_is_refused_in_a_timeline(
      String id, String command, String properties) {
    List<String> atLoad = problems(tenant("", properties));
    List<String> later = problems(after(command));

    assertEquals(1, atLoad.size(), atLoad::toString);
    assertTrue(atLoad.get(0).contains(id), atLoad::toString);
    assertEquals(1, later.size(), later::toString);
    assertTrue(later.get(0).contains("/timeline/0"), later::toString);
    assertEquals(afterId(id, atLoad.get(0)), afterId(id, later.get(0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CFG-046 | Set-OutboundConnector Home -AllAcceptedDomains $true -ConnectorType Partner",
        "CFG-049 | Set-OutboundConnector Home -SmartHosts $null",
        "CFG-050 | New-OutboundConnector New -ConnectorType Partner -RecipientDomains a.example"
            + " -TlsDomain a.example",
        "has no parameter -RequireTls | Set-OutboundConnector Bank -RequireTls $true",
        "has no parameter -SenderDomains | Set-OutboundConnector Bank -SenderDomains a.example"
      })
  void a_combination_is_refused_whichever_half_comes_last(String expected, String command) {
    List<String> found = problems(after(command));

    assertEquals(1, found.size(), found::toString);
    assertTrue(found.get(0).contains(expected), found::toString);
    assertTrue(found.get(0).contains("/timeline/0"), found::toString);
  }

  @Test
  void an_edit_holds_from_the_moment_it_is_saved() {
    World world = scenario(after("Set-OutboundConnector Home -Enabled $false")).world();

    assertTrue(outbound(world, 0).enabled());
    assertTrue(!outbound(world, 1).enabled());
  }

  private static String afterId(String id, String problem) {
    return problem.substring(problem.indexOf(id));
  }

  private static OutboundConnector outbound(World world, int epoch) {
    return world.epochs().get(epoch).topology().tenants().get(0).connectors().outbound().get(0);
  }
}
