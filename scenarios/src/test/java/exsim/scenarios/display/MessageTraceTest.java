package exsim.scenarios.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** EXO-REP-20, EXO-REP-21 and EXO-REP-22 of the catalogue. */
class MessageTraceTest {
  private static final Shell SHELL =
      Shell.on(
              """
              'clock': '2026-03-02T08:00:00Z', 'until': 'P2D',
              'exchangeOnline': [{ 'name': 'contoso.onmicrosoft.com',
                'acceptedDomains': ['contoso.com'], 'mailboxes': ['alice@contoso.com'],
                'forwarding': { 'info@contoso.com': 'alice@contoso.com' },
                'inboundConnectors': [{ 'Name': 'From partner', 'ConnectorType': 'Partner',
                  'SenderDomains': ['partner.example'], 'RequireTls': true }],
                'outboundConnectors': [{ 'Name': 'To plain', 'ConnectorType': 'Partner',
                  'RecipientDomains': ['plain.example'], 'TlsSettings': 'EncryptionOnly' }] }],
              'mailSystems': [
                { 'name': 'partner', 'domains': ['partner.example'],
                  'hosts': [{ 'fqdn': 'mx.partner.example', 'addresses': ['192.0.2.25'] }] },
                { 'name': 'plain', 'domains': ['plain.example'], 'hosts': [
                  { 'fqdn': 'mx.plain.example', 'addresses': ['192.0.2.26'],
                    'startTls': 'absent' }] }],
              'dns': { 'records': ['partner.example. MX 10 mx.partner.example.',
                'mx.partner.example. A 192.0.2.25', 'plain.example. MX 10 mx.plain.example.',
                'mx.plain.example. A 192.0.2.26'] },
              'messages': [
                { 'id': 'in', 'from': 'bob@partner.example', 'to': 'info@contoso.com',
                  'origin': 'partner' },
                { 'id': 'refused', 'from': 'bob@partner.example', 'to': 'none@contoso.com',
                  'origin': 'partner' },
                { 'id': 'out', 'from': 'alice@contoso.com', 'to': 'bob@partner.example',
                  'origin': 'contoso.onmicrosoft.com', 'at': 'PT1M' },
                { 'id': 'stuck', 'from': 'alice@contoso.com', 'to': 'x@plain.example',
                  'origin': 'contoso.onmicrosoft.com', 'at': 'PT2M' }]
              """)
          .wide(120);

  private static final String TRACE =
      "Get-MessageTraceV2 | ft MessageId,Status,FromIP,ToIP -Auto -HideTableHeaders";

  @Test
  void rep_20_a_message_is_delivered_pending_or_failed_and_what_was_refused_is_no_message() {
    assertEquals(
        List.of(
            "stuck Pending              192.0.2.26",
            "out   Delivered            192.0.2.25",
            "in    Delivered 192.0.2.25"),
        SHELL.print(TRACE, "PT3M"));
    assertTrue(
        SHELL.print(TRACE, "P2D").get(0).startsWith("stuck Failed"), "after a day it came back");
    assertEquals(List.of(), SHELL.print("Get-MessageTraceV2 -Status Failed", "PT3M"));
  }

  @Test
  void rep_20_the_events_of_a_message_are_those_of_the_catalogue() {
    String events =
        "Get-MessageTraceV2 -MessageId %s | Get-MessageTraceDetailV2"
            + " | ft Event,Detail -Auto -HideTableHeaders";
    assertEquals(
        List.of(
            "Receive  from mx.partner.example [192.0.2.25], connector From partner, TLSv1.2",
            "Resolved info@contoso.com forwards to alice@contoso.com",
            "Deliver  delivered to the mailbox"),
        SHELL.print(events.formatted("in"), "PT3M"));
    assertEquals(
        List.of(
            "Receive written in a mailbox", "Send    to mx.partner.example [192.0.2.25], TLSv1.2"),
        SHELL.print(events.formatted("out"), "PT3M"));
    List<String> stuck = SHELL.print(events.formatted("stuck"), "P2D");
    assertTrue(stuck.get(1).startsWith("Defer   to mx.plain.example [192.0.2.26], connector"));
    assertTrue(stuck.get(stuck.size() - 1).startsWith("Fail "), () -> stuck.toString());
  }

  @Test
  void rep_22_details_need_the_id_and_the_recipient() {
    assertTrue(
        SHELL.faults("Get-MessageTraceDetailV2").get(0).contains("needs -MessageTraceId and"));
    assertEquals(
        List.of(), SHELL.print("Get-MessageTraceV2 -Status Expanded | Get-MessageTraceDetailV2"));
  }
}
