package exsim.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShellCommandTest {
  private static final String FIRST = "library/first.json";
  private static final String HYBRID = "library/hybrid/centralized-transport.json";

  private static Ran typed(String file, String... lines) {
    return Ran.typed(String.join("\n", lines) + "\n", Terminal.NONE, "shell", file);
  }

  @Test
  void a_cmdlet_changes_what_the_next_one_shows() {
    Ran ran =
        typed(
            FIRST,
            "Set-SendConnector Internet -RequireTLS $true",
            "Get-SendConnector | fl Name,RequireTLS");

    assertEquals(new Ran(0, "Name       : Internet\nRequireTLS : True\n", ""), ran);
  }

  @Test
  void a_cmdlet_that_exchange_refuses_changes_nothing_and_is_told_by_its_rule() {
    Ran ran =
        typed(
            FIRST,
            "Set-SendConnector Internet -RequireTLS $true -IgnoreSTARTTLS $true",
            "Get-SendConnector | fl RequireTLS");

    assertEquals(1, ran.code());
    assertTrue(
        ran.err().startsWith("CFG-001 RequireTLS and IgnoreSTARTTLS are both $true; "), ran.err());
    assertEquals("RequireTLS : False\n", ran.out());
  }

  @Test
  void what_is_not_known_is_said_with_what_is_near() {
    Ran ran = typed(FIRST, "Get-SendConector", "Set-SendConector x", "Resolv-DnsName x", "ls");

    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("did you mean Get-SendConnector?"), ran.err());
    assertTrue(ran.err().contains("did you mean `Set-SendConnector`?"), ran.err());
    assertTrue(ran.err().contains("did you mean `Resolve-DnsName`?"), ran.err());
    assertTrue(ran.err().contains("`ls` is not known here; `help` tells what is"), ran.err());
  }

  @Test
  void telnet_leaves_the_typing_to_somebody_and_can_start_tls() {
    Ran ran =
        typed(
            FIRST,
            "telnet EX19 25",
            "EHLO me",
            "MAIL FROM:<x@y.example>",
            "RCPT TO:<bob@other.example>",
            "STARTTLS",
            "EHLO me",
            "QUIT",
            "telnet mx.partner.example 26",
            "telnet nowhere.example");

    assertEquals(1, ran.code());
    assertTrue(ran.out().startsWith("Connected to 198.18.0.1 from 203.0.113.250\n220 "), ran.out());
    assertTrue(ran.out().contains("\n550 5.7.54 SMTP; Unable to relay"), ran.out());
    assertTrue(ran.out().contains("\n--- TLS: TLSv1.2, "), ran.out());
    assertTrue(ran.out().endsWith("\nConnection to host lost.\n"), ran.out());
    assertTrue(ran.err().contains("on port 26: "), ran.err());
    assertTrue(ran.err().contains("no address for nowhere.example"), ran.err());
  }

  @Test
  void the_dns_answers() {
    Ran ran =
        typed(
            FIRST,
            "Resolve-DnsName partner.example -Type MX",
            "Resolve-DnsName -Name mx.partner.example",
            "Resolve-DnsName nobody.example",
            "Resolve-DnsName partner.example -Type LOC");

    assertTrue(ran.out().contains("partner.example MX   mx.partner.example 10\n"), ran.out());
    assertTrue(ran.out().contains("mx.partner.example A    192.0.2.25\n"), ran.out());
    assertTrue(ran.err().contains("nobody.example : DNS name does not exist"), ran.err());
    assertTrue(ran.err().contains("-Type LOC is not looked up here"), ran.err());
  }

  @Test
  void what_was_typed_is_saved_as_a_scenario_that_runs_again(@TempDir Path folder)
      throws IOException {
    Path saved = folder.resolve("saved.json");
    Ran ran =
        typed(
            FIRST,
            "Set-SendConnector Internet -RequireTLS $true",
            "Start-Sleep 60",
            "Send-MailMessage -From alice@contoso.com -To bob@partner.example -Origin EX19",
            "Send-MailMessage -From x@y.example -To kim@contoso.com -SmtpServer EX19",
            "Send-MailMessage -From x@y.example -To a@b.example -SmtpServer EX19",
            "save '" + saved + "'",
            "save '" + saved + "'");

    assertEquals(1, ran.code());
    assertTrue(ran.out().contains("typed-1 to bob@partner.example: delivered, "), ran.out());
    assertTrue(ran.out().contains("typed-2 to kim@contoso.com: delivered, "), ran.out());
    assertTrue(ran.err().contains("a@b.example: 550 5.7.54 SMTP; Unable to relay"), ran.err());
    assertTrue(ran.err().contains("is there already; -Force replaces it"), ran.err());
    Ran again = Ran.of("run", saved.toString(), "--message", "typed-1");
    assertTrue(again.out().contains("forced"), again.out() + again.err());
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void queues_fill_while_time_passes() {
    Ran ran =
        typed(
            FIRST,
            "Set-SendConnector Internet -Enabled $false",
            "Send-MailMessage -From alice@contoso.com -To bob@partner.example -Origin EX19",
            "Start-Sleep PT1H",
            "Get-Date",
            "Get-Queue | ft Identity,MessageCount",
            "walk");

    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("2026-01-01T01:00:00Z\n"), ran.out());
    assertTrue(ran.out().contains("EX19\\Unreachable"), ran.out());
    assertTrue(ran.out().contains("DEFERRED   typed-1"), ran.out());
  }

  @Test
  void one_sits_somewhere_where_several_have_a_cmdlet() {
    Ran ran =
        typed(
            HYBRID,
            "Set-AcceptedDomain nothing.example -DomainType InternalRelay",
            "Enter-PSSession nobody",
            "Set-OutboundConnector",
            "help");

    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("say which with `Enter-PSSession`"), ran.err());
    assertTrue(
        ran.err()
            .contains("there is no organization, tenant, server, device or mail system `nobody`"),
        ran.err());
    assertTrue(ran.out().contains("\n  Resolve-DnsName "), ran.out());
    assertFalse(ran.out().lines().anyMatch(l -> l.length() > 90), ran.out());
  }

  @Test
  void one_sits_at_a_device_and_connects_from_there() {
    Ran ran =
        typed(
            "library/course/04-receive-connectors.json",
            "Enter-PSSession Scanner",
            "telnet ex19.contoso.com",
            "QUIT",
            "Send-MailMessage -From scan@contoso.com -To bob@partner.example",
            "Exit-PSSession",
            "telnet ex19.contoso.com",
            "QUIT");

    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().startsWith("Connected to 192.0.2.10 from 192.0.2.78\n"), ran.out());
    assertTrue(ran.out().contains("typed-1 to bob@partner.example: rejected, 550 5.7.54"));
    assertTrue(ran.out().contains("Connected to 192.0.2.10 from 203.0.113.250\n"), ran.out());
  }

  @Test
  void services_of_a_certificate_are_only_ever_added_and_a_server_shows_its_own() {
    Ran ran =
        typed(
            "library/course/03-certificates.json",
            "Enter-PSSession FRONT",
            "Enable-ExchangeCertificate -Thumbprint bought -Services POP,SMTP -Force",
            "Get-ExchangeCertificate | ft Subject,Services -HideTableHeaders -AutoSize");

    assertEquals(
        new Ran(
            0,
            "CN=FRONT            IMAP, POP, IIS, SMTP\nCN=mail.contoso.com POP, IIS, SMTP\n",
            ""),
        ran);
  }

  @Test
  void a_mailbox_is_found_by_its_address() {
    Ran ran =
        typed(
            "library/course/08-devices-and-exchange-online.json",
            "Get-CASMailbox",
            "Enter-PSSession fabrikam.onmicrosoft.com",
            "Set-CASMailbox fax@fabrikam.com -SmtpClientAuthenticationDisabled $false",
            "Get-CASMailbox fax@fabrikam.com | fl Smtp*");

    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("say which with `Enter-PSSession`"), ran.err());
    assertEquals("SmtpClientAuthenticationDisabled : False\n", ran.out());
  }

  @Test
  void the_dns_has_texts_aliases_and_associations_too() {
    Ran ran =
        typed(
            "library/course/09-exchange-online-in-and-out.json",
            "Resolve-DnsName _mta-sts.sts.example -Type TXT | fl Strings",
            "Resolve-DnsName _25._tcp.mx.dane.example -Type TLSA | fl *Usage,Cert*Data",
            "Resolve-DnsName sts.example -Type CNAME",
            "iwr https://mta-sts.sts.example/.well-known/mta-sts.txt",
            "iwr https://www.sts.example/",
            "iwr https://mta-sts.bank.example/.well-known/mta-sts.txt",
            "Resolve-DnsName _mta-sts.bank.example -Type TXT");

    assertEquals(
        """
        Strings : {v=STSv1; id=20260301}
        CertificateUsage           : 3
        CertificateAssociationData : dane
        version: STSv1
        mode: enforce
        mx: mx.sts.example
        max_age: 604800
        """,
        ran.out());
    assertEquals(3, ran.err().lines().count(), ran.err());
  }

  @Test
  void the_bindings_of_a_server_are_tried() {
    String course = "library/course/07-inside-the-organization.json";
    Ran ran =
        typed(
            course,
            "Set-ReceiveConnector 'EX19\\Client Frontend EX19' -Enabled $false",
            "Enter-PSSession EX19",
            "Test-SmtpConnectivity | ft ReceiveConnector,EndPoint,StatusCode -AutoSize",
            "Test-SmtpConnectivity EX16 | select -First 1 | fl Details");

    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("Default EX19                 192.0.2.11:2525 Success\n"));
    assertTrue(
        ran.out().contains("Client Frontend EX19         192.0.2.11:587  Unable to connect\n"));
    assertTrue(ran.out().contains("Details : 220 ex16.contoso.com Microsoft ESMTP"), ran.out());
    assertEquals(1, typed(course, "Test-SmtpConnectivity").code());
    assertTrue(typed(course, "Test-SmtpConnectivity EX18").err().contains("did you mean `EX16`?"));
  }

  @Test
  void an_outbound_connector_is_tried_by_its_hosts_and_a_message() {
    String course = "library/course/10-centralized-transport.json";
    String validate = "Validate-OutboundConnector 'Outbound to contoso' -Recipients ";
    Ran ran = typed(course, validate + "erin@partner.example");

    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("SMTP connectivity to mail.contoso.com:25: 220 "), ran.out());
    assertTrue(ran.out().contains("test message to erin@partner.example: delivered, 250"));
    Ran off =
        typed(
            course,
            "Enter-PSSession contoso.onmicrosoft.com",
            "Set-OutboundConnector 'Outbound to contoso' -Enabled $false",
            validate + "erin@partner.example");
    assertEquals(1, off.code());
    assertTrue(
        off.err().contains("The domain of the recipient is not configured as part of connector."));
    assertEquals(1, typed(course, "Validate-OutboundConnector x -Recipients a@b.example").code());
    assertEquals(1, typed(course, "Validate-OutboundConnector x").code());
  }

  @Test
  void a_trace_goes_by_its_older_name_too() {
    String hybrid = "library/hybrid/centralized-transport.json";
    String tenant = "Enter-PSSession contoso.onmicrosoft.com";
    String now = typed(hybrid, tenant, "Get-MessageTraceV2 | Get-MessageTraceDetailV2 | ft").out();
    String then = typed(hybrid, tenant, "Get-MessageTrace | Get-MessageTraceDetail | ft").out();

    assertTrue(now.contains("3/2/2026 8:00:00 AM    Deliver "), now);
    assertEquals(now, then);
  }

  @Test
  void what_is_not_simulated_names_what_is_nearest() {
    Ran ran = typed(FIRST, "Get-Mailbox", "test-mailflow", "Retry-Queue x");

    assertEquals(1, ran.code());
    assertTrue(
        ran.err().startsWith("`Get-Mailbox` is not simulated; nearest is `Get-CASMailbox`"),
        ran.err());
    assertEquals(3, ran.err().lines().filter(l -> l.contains("; nearest is `")).count());
  }

  @Test
  void nothing_can_be_typed_on_what_cannot_be_used() {
    assertEquals(2, Ran.of("shell").code());
    assertEquals(2, Ran.of("shell", FIRST, FIRST).code());
    assertEquals(2, Ran.of("shell", "nowhere.json").code());
    assertEquals(2, Ran.of("shell", "library/onprem").code());
    assertEquals(2, Ran.of("shell", "src/test/resources/bad/not-json.json").code());
  }

  @Test
  void hostile_lines_end_in_complaints() {
    Ran ran =
        typed(
            FIRST,
            "'",
            "|",
            "Get-SendConnector |",
            "telnet",
            "telnet a b c",
            "telnet mx.partner.example 99999999999999999999",
            "Start-Sleep -Seconds -1",
            "Start-Sleep 99999999999999",
            "Start-Sleep P400000D",
            "Send-MailMessage -From a -To b -SmtpServer x",
            "Send-MailMessage -From a@b.example",
            "Resolve-DnsName -Type TLSA x",
            "Resolve-DnsName ..",
            "save",
            "save /nowhere/at/all.json",
            "walk nobody",
            "Set-SendConnector @{",
            "Enter-PSSession",
            "\u0000\u001b[2J");

    assertEquals(1, ran.code());
    assertTrue(ran.err().lines().count() >= 18, ran.err());
    assertFalse(ran.err().contains("\u001b"), ran.err());
    assertFalse(ran.err().contains("Exception"), ran.err());
  }
}
