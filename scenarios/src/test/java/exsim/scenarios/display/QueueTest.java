package exsim.scenarios.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueueTest {
  private static final Shell SHELL =
      Shell.on(
          """
          'clock': '2026-03-02T08:00:00Z', 'until': 'PT1H',
          'onPremises': [{ 'name': 'contoso', 'acceptedDomains': ['contoso.com'],
            'transportConfig': { 'TLSSendDomainSecureList': 'secure.example' },
            'servers': [{ 'name': 'EX1', 'version': '2019', 'addresses': ['203.0.113.10'] }],
            'sendConnectors': [
              { 'Name': 'Partner', 'AddressSpaces': ['partner.example', 'secure.example'],
                'DomainSecureEnabled': true },
              { 'Name': 'Relay', 'AddressSpaces': 'relayed.example',
                'SmartHosts': ['192.0.2.30', 'relay.example'] }] }],
          'dns': { 'records': [
            'partner.example. IN MX 10 mx.partner.example.', 'mx.partner.example. IN A 192.0.2.25',
            'secure.example. IN MX 10 mx.partner.example.', 'relay.example. IN A 192.0.2.31'] },
          'network': [{ 'from': 'contoso', 'effect': 'block' }],
          'messages': [
            { 'id': 'm1', 'from': 'a@contoso.com', 'to': 'b@partner.example', 'origin': 'EX1' },
            { 'id': 'm2', 'from': 'a@contoso.com', 'origin': 'EX1',
              'to': ['c@partner.example', 'd@partner.example'] },
            { 'id': 'm3', 'from': 'a@contoso.com', 'to': 'b@relayed.example', 'origin': 'EX1' },
            { 'id': 'm4', 'from': 'a@contoso.com', 'to': 'b@elsewhere.example', 'origin': 'EX1' },
            { 'id': 'm5', 'from': 'a@contoso.com', 'to': 'b@secure.example', 'origin': 'EX1',
              'at': 'PT10M' }]
          """);

  @Test
  void messages_with_one_way_on_share_a_queue() {
    assertEquals(
        List.of(
            "EX1\\1           DnsConnectorDelivery       Retry  2            partner.example",
            "EX1\\2           SmartHostConnectorDelivery Retry  1            [192.0.2.30]...",
            "EX1\\Submission  Undefined                  Ready  0            Submission",
            "EX1\\Unreachable Unreachable                Ready  1            Unreachable ..."),
        SHELL.print("Get-Queue").subList(2, 6));
  }

  @Test
  void a_queue_tells_its_last_error_and_when_it_is_tried_again() {
    List<String> lines =
        SHELL.wide(400).print("Get-Queue -Server EX1 -Identity EX1\\1 | fl", "PT7M");

    for (String line :
        List.of(
            "NextHopConnector     : Partner",
            "NextHopCategory      : External",
            "RetryCount           : 5",
            "LastRetryTime        : 3/2/2026 8:04:00 AM",
            "NextRetryTime        : 3/2/2026 8:09:00 AM",
            "TlsDomain            :")) {
      assertTrue(lines.contains(line), line + " in " + lines);
    }
    assertTrue(
        lines.stream()
            .anyMatch(
                line -> line.startsWith("LastError            : 451 4.4.0 Primary target IP")),
        lines.toString());
  }

  @Test
  void a_queue_is_there_from_its_first_message_on_and_names_the_secured_domain() {
    String secured = "Get-Queue | select -Exp TlsDomain";

    assertEquals(List.of(), SHELL.print(secured, "PT9M"));
    assertEquals(List.of("secure.example"), SHELL.print(secured, "PT10M"));
  }

  @Test
  void a_queue_that_is_not_there_is_a_fault() {
    assertEquals(
        List.of("cmdlet:1:1: there is no queue `EX1\\7`; did you mean EX1\\1?"),
        SHELL.faults("Get-Queue EX1\\7"));
  }
}
