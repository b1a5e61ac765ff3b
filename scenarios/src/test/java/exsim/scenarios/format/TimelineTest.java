package exsim.scenarios.format;

import static exsim.scenarios.format.ScenarioText.problems;
import static exsim.scenarios.format.ScenarioText.scenario;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.model.external.Device;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.topology.World;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final String CONTOSO =
      "'onPremises': [{'name': 'contoso', 'acceptedDomains': ['contoso.com'],"
          + " 'servers': [{'name': 'EX', 'version': '2019'}],"
          + " 'sendConnectors': [{'Name': 'Internet', 'AddressSpaces': '*'}]}]";

  @Test
  void entries_make_epochs_in_order_of_time_and_of_the_file() {
    World world =
        world(
            "'timeline': [{'at': 'PT2H', 'set': {'devices': [{'name': 'late', 'smtpHost': 'x.example'}]}},"
                + " {'at': 'PT1H', 'set': {'devices': [{'name': 'one', 'smtpHost': 'x.example'}]}},"
                + " {'at': 'PT1H', 'patch': [{'op': 'replace', 'path': '/devices/0/name', 'value': 'two'}]}]");

    assertEquals(
        List.of("2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z", "2026-01-01T02:00:00Z"),
        world.epochs().stream().map(e -> e.from().toString()).toList());
    assertEquals(List.of("two"), devices(world, 1));
    assertEquals(List.of("late"), devices(world, 2));
  }

  @Test
  void a_change_at_the_clock_holds_from_the_start() {
    World world =
        world(
            "'timeline': [{'at': 'PT0S', 'set': {'devices': [{'name': 'd', 'smtpHost': 'x.example'}]}}]");

    assertEquals(1, world.epochs().size());
    assertEquals(List.of("d"), devices(world, 0));
  }

  @Test
  void a_cmdlet_changes_a_connector_that_setup_made() {
    Scenario scenario =
        scenario(
            CONTOSO
                + ", 'timeline': [{'at': 'PT1H', 'on': 'CONTOSO', 'run':"
                + " 'Set-ReceiveConnector \\\"EX\\\\Default Frontend EX\\\" -AuthMechanism None'}]");

    ReceiveConnector changed =
        scenario
            .world()
            .epochs()
            .get(1)
            .topology()
            .organizations()
            .get(0)
            .servers()
            .get(0)
            .receiveConnectors()
            .stream()
            .filter(c -> c.name().equals("Default Frontend EX"))
            .findFirst()
            .orElseThrow();
    assertTrue(changed.security().authMechanism().isEmpty());
  }

  @Test
  void a_default_connector_that_was_removed_does_not_come_back_with_the_next_patch() {
    Scenario scenario =
        scenario(
            CONTOSO
                + ", 'timeline': [{'at': 'PT1H', 'on': 'contoso', 'run': ["
                + "'Get-ReceiveConnector', "
                + "'Remove-ReceiveConnector \\\"EX\\\\Default EX\\\"', 'Remove-ReceiveConnector \\\"EX\\\\Client Proxy EX\\\"']},"
                + " {'at': 'PT2H', 'set': {'devices': []}}]");

    var epochs = scenario.world().epochs();
    assertEquals(3, epochs.size());
    for (int i = 1; i < 3; i++) {
      assertEquals(
          3,
          epochs
              .get(i)
              .topology()
              .organizations()
              .get(0)
              .servers()
              .get(0)
              .receiveConnectors()
              .size());
    }
  }

  @Test
  void a_server_that_a_patch_brings_in_has_what_setup_made() {
    Scenario scenario =
        scenario(
            CONTOSO
                + ", 'timeline': [{'at': 'PT1H', 'patch': [{'op': 'add', 'path': '/onPremises/0/servers/-',"
                + " 'value': {'name': 'NEW', 'version': '2016'}}]}]");

    var server =
        scenario.world().epochs().get(1).topology().organizations().get(0).servers().get(1);
    assertEquals(5, server.receiveConnectors().size());
    assertEquals("NEW", server.tls().certificates().get(0).certificate().name());
  }

  @Test
  void an_origin_must_exist_when_its_message_is_sent() {
    String file =
        "'timeline': [{'at': 'PT1H', 'set': {'devices': [{'name': 'printer', 'smtpHost': 'x.example'}]}}],"
            + " 'messages': [{'id': 'm', 'from': '', 'to': 'a@x.example', 'origin': 'printer', 'at': 'TIME'}]";

    assertEquals(List.of(), problems(file.replace("TIME", "PT1H")));
    assertEquals(
        List.of(
            "/messages/0/origin there is no system, server or device `printer` at"
                + " 2026-01-01T00:59:59Z"),
        problems(file.replace("TIME", "PT59M59S")));
  }

  @Test
  void what_an_entry_breaks_is_reported_once_and_there() {
    assertEquals(
        List.of(
            "/timeline/0 after this entry: there is no certificate `c`"
                + " (/mailSystems/0/hosts/0/certificate)"),
        problems(
            "'mailSystems': [{'name': 'p', 'hosts': [{'fqdn': 'mx.p.example', 'certificate': 'c'}]}],"
                + " 'certificates': {'c': {'subject': 'CN=x'}},"
                + " 'timeline': [{'at': 'PT1H', 'set': {'certificates': {'c': null}}},"
                + " {'at': 'PT2H', 'set': {'devices': []}}]"));
  }

  @Test
  void a_cmdlet_that_is_refused_leaves_everything_as_it_was() {
    assertEquals(
        List.of(
            "/timeline/0/run/0 CFG-001 RequireTLS and IgnoreSTARTTLS are both $true",
            "/timeline/1/run there is no SendConnector `b`"),
        problems(
            CONTOSO
                + ", 'timeline': [{'at': 'PT1H', 'run': ["
                + "'New-SendConnector b -AddressSpaces b.example -RequireTLS $true"
                + " -IgnoreSTARTTLS $true',"
                + "'New-SendConnector c -AddressSpaces c.example']},"
                + " {'at': 'PT2H', 'run': 'Set-SendConnector b -Port 26'},"
                + " {'at': 'PT3H', 'run': 'Set-SendConnector c -IgnoreSTARTTLS $true'},"
                + " {'at': 'PT4H', 'run': 'Set-SendConnector Internet -RequireTLS $true'}]"));
  }

  @Test
  void two_cmdlets_of_one_instant_are_judged_together_where_nothing_is_wrong_afterwards() {
    World world =
        world(
            CONTOSO
                + ", 'timeline': [{'at': 'PT1H', 'run': ["
                + "'Set-SendConnector Internet -TlsAuthLevel EncryptionOnly',"
                + "'Set-SendConnector Internet -RequireTLS $true']}]");

    assertEquals(2, world.epochs().size());
  }

  @Test
  void an_entry_that_changes_nothing_makes_no_epoch() {
    World world = world(CONTOSO + ", 'timeline': [{'at': 'PT1H', 'run': 'Get-SendConnector'}]");

    assertEquals(1, world.epochs().size());
    assertEquals(Instant.parse("2026-01-01T01:00:00Z"), world.end());
  }

  private static World world(String members) {
    return scenario(members).world();
  }

  private static List<String> devices(World world, int epoch) {
    return world.epochs().get(epoch).topology().devices().stream().map(Device::name).toList();
  }
}
