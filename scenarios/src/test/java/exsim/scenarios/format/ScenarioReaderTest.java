package exsim.scenarios.format;

import static exsim.scenarios.format.ScenarioText.problems;
import static exsim.scenarios.format.ScenarioText.scenario;
import static exsim.scenarios.format.ScenarioText.topology;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.model.mail.Message;
import exsim.model.tls.TlsVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioReaderTest {
  private static final String PARTNER = "'mailSystems': [{'name': 'Partner'}]";

  @Test
  void a_title_is_enough() {
    Scenario scenario = scenario("'format': 'exsim-scenario/1'");

    assertEquals("t", scenario.title());
    assertEquals(Instant.parse("2026-01-01T00:00:00Z"), scenario.clock());
    assertEquals(scenario.clock(), scenario.world().end());
    assertEquals(1, scenario.world().epochs().size());
  }

  @Test
  void a_message_has_its_defaults_and_its_origin_as_the_scenario_spells_it() {
    Message message =
        scenario(
                PARTNER
                    + ", 'messages': [{'id': 'm', 'from': '', 'to': 'A@X.example', 'origin': 'PARTNER'}]")
            .world()
            .messages()
            .get(0);

    assertEquals("Partner", message.origin());
    assertEquals(Optional.empty(), message.sender());
    assertEquals("a@x.example", message.recipients().get(0).toString());
    assertEquals(10240, message.sizeBytes());
    assertEquals(Instant.parse("2026-01-01T00:00:00Z"), message.at());
  }

  @Test
  void the_world_ends_with_the_last_thing_that_happens() {
    Scenario scenario =
        scenario(
            PARTNER
                + ", 'messages': [{'id': 'm', 'from': '', 'to': 'a@x.example', 'origin': 'Partner', 'at': 'PT2H'}],"
                + " 'timeline': [{'at': 'PT1H', 'set': {'devices': []}}]");

    assertEquals(Instant.parse("2026-01-01T02:00:00Z"), scenario.world().end());
  }

  @Test
  void what_happens_exactly_at_the_end_is_allowed() {
    Scenario scenario =
        scenario(
            PARTNER
                + ", 'until': 'PT2H', 'messages': [{'id': 'm', 'from': '', 'to': 'a@x.example', 'origin': 'Partner', 'at': 'PT2H'}]");

    assertEquals(Instant.parse("2026-01-01T02:00:00Z"), scenario.world().end());
  }

  @Test
  void a_fault_in_one_part_hides_none_in_another() {
    List<String> problems =
        problems(
            "'mailSystems': [{'name': 'Partner', 'hosts': [{'fqdn': '-bad-'}]}],"
                + " 'messages': [{'id': 'm', 'from': 'x', 'to': 'a@x.example', 'origin': 'Partnr'}],"
                + " 'expect': [{'message': 'm', 'outcome': 'lost'}]");

    assertEquals(3, problems.size(), problems.toString());
  }

  @Test
  void a_message_that_cannot_be_decoded_is_still_known_to_expectations() {
    List<String> problems =
        problems(
            PARTNER
                + ", 'messages': [{'id': 'm', 'from': 'x', 'to': 'a@x.example', 'origin': 'Partner'}],"
                + " 'expect': [{'message': 'm'}]");

    assertEquals(List.of("/messages/0/from `x` is not an e-mail address"), problems);
  }

  @Test
  void hosts_and_devices_have_tls_12_and_13_unless_they_say_otherwise() {
    var topology =
        topology(
            "'mailSystems': [{'name': 'p', 'hosts': [{'fqdn': 'mx.p.example'}]}],"
                + " 'devices': [{'name': 'd', 'smtpHost': 'mx.p.example', 'tlsVersions': []}]");

    var host = topology.mailSystems().get(0).hosts().get(0);
    assertEquals(List.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3), host.versions().asList());
    assertEquals("CN=mx.p.example", host.certificate().subject());
    assertEquals("public", host.certificate().issuer().trustName());
    assertTrue(topology.devices().get(0).clientTls().versions().isEmpty());
    assertEquals(25, topology.devices().get(0).smtpHost().port());
  }

  @Test
  void a_host_without_addresses_has_those_of_its_name_that_nobody_lists() {
    var systems =
        topology(
                "'mailSystems': [{'name': 'p', 'hosts': [{'fqdn': 'mx.p.example'}]},"
                    + " {'name': 'q', 'hosts': [{'fqdn': 'mx.q.example'}]},"
                    + " {'name': 'r', 'hosts': [{'fqdn': 'mx.r.example', 'addresses': ['192.0.2.2']}]}],"
                    + " 'dns': {'records': ['mx.p.example. A 192.0.2.1', 'mx.p.example. A 192.0.2.2', 'mx.q.example. A 192.0.2.2']}")
            .mailSystems();

    assertEquals("[192.0.2.1]", systems.get(0).hosts().get(0).addresses().toString());
    assertEquals("[198.18.0.1]", systems.get(1).hosts().get(0).addresses().toString());
  }

  @Test
  void a_tenant_s_name_is_its_accepted_domain_once() {
    var tenants =
        topology(
                "'exchangeOnline': [{'name': 'a.onmicrosoft.com', 'acceptedDomains': ['a.example']},"
                    + " {'name': 'b.onmicrosoft.com', 'acceptedDomains': ['B.onmicrosoft.com']}]")
            .tenants();

    assertEquals(2, tenants.get(0).acceptedDomains().size());
    assertEquals(1, tenants.get(1).acceptedDomains().size());
  }

  @Test
  void certificates_have_the_documented_defaults() {
    var certificates =
        topology(
                "'certificates': {'a': {'subject': 'CN=a.example'}, 'b': {'names': ['b.example'], 'issuer': 'self'},"
                    + " 'c': {'subject': 'CN=c.example', 'issuer': 'Contoso CA'}}")
            .certificates();

    assertEquals("CN=Public CA", certificates.get(0).issuer().subject());
    assertEquals("CN=b.example", certificates.get(1).issuer().subject());
    assertEquals("CN=b.example", certificates.get(1).subject());
    assertEquals("CN=Contoso CA", certificates.get(2).issuer().subject());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "255.255.255.255", "fe80::1%eth0"})
  void what_no_host_can_have_is_no_address_of_one(String address) {
    List<String> problems =
        problems(
            "'mailSystems': [{'name': 'P', 'hosts': [{'fqdn': 'mx.p.example', 'addresses': ['A']}]}],"
                    .replace("'A'", "'" + address + "'")
                + " 'devices': [{'name': 'd', 'address': '"
                + address
                + "'}]");

    assertTrue(
        problems.stream()
            .anyMatch(p -> p.startsWith("/mailSystems/0/hosts/0/addresses/0 `" + address)),
        problems.toString());
    assertTrue(
        problems.stream().anyMatch(p -> p.startsWith("/devices/0/address `" + address)),
        problems.toString());
  }

  @Test
  void a_command_without_anything_to_run_on_says_so() {
    Reading reading =
        ScenarioText.reading(
            PARTNER + ", 'timeline': [{'at': 'PT1H', 'run': 'Get-SendConnector'}]");

    assertEquals("there is none in the scenario", reading.problems().get(0).help());
  }
}
