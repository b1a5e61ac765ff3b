package exsim.scenarios.powershell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.scenarios.json.Located;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CmdletRefusalsTest extends CmdletFixture {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "contoso | Set-SendConector Internet | did you mean Set-SendConnector?",
        "contoso | Set-SendConnector Intenet -Port 1 | did you mean Internet?",
        "contoso | Set-SendConnector Internet -IgnoreSTARTLS $true | did you mean"
            + " -IgnoreSTARTTLS?",
        "contoso | Set-SendConnector Internet -S a | -S may mean",
        "contoso | Set-SendConnector Internet -RequireTLS true | takes $true or $false",
        "contoso | Set-SendConnector Internet -RequireTLS $null | cannot be $null",
        "contoso | Set-SendConnector Internet -RequireTLS | needs a value",
        "contoso | Set-SendConnector Internet -RequireTLS $yes | variable `$yes`",
        "contoso | Set-SendConnector Internet -TlsAuthLevel DomanValidation | did you mean"
            + " DomainValidation?",
        "contoso | Set-SendConnector Internet -Port 99999 | 0 to 65535",
        "contoso | Set-SendConnector Internet -Usage Custom | has no parameter -Usage",
        "contoso | Set-SendConnector Internet -IsSmtpConnector $true | printed only",
        "contoso | Set-SendConnector Internet -Comment 'open | quote is not closed",
        "contoso | Set-SendConnector -Port 26 | needs -Identity",
        "contoso | Set-InboundConnector x -Enabled $true | has no Set-InboundConnector",
        "contoso.onmicrosoft.com | New-AcceptedDomain x -DomainName x.example | has no"
            + " New-AcceptedDomain",
        "contoso.onmicrosoft.com | Set-OutboundConnector Out -RequireTls $true | has no parameter"
            + " -RequireTls in Exchange Online",
        "contoso | Set-ReceiveConnector Relay -RequireTLS $true | names more than one",
        "contoso | New-SendConnector Internet -AddressSpaces * | CFG-067",
        "contoso | New-SendConnector N -AddressSpaces * -Internal -Custom | CFG-061",
        "contoso | New-SendConnector N -AddressSpaces * -Usage Partner -Partner | CFG-061",
        "contoso | New-SendConnector N -AddressSpaces * -Usage Client | `Client` does not exist",
        "contoso | New-ReceiveConnector N -Server EX1 -Client -Usage Internal"
            + " -RemoteIPRanges 192.0.2.1 | CFG-061",
        "contoso | New-ReceiveConnector N -Server EX1 -Client | CFG-063",
        "contoso | New-ReceiveConnector N -Server EX1 -Internal | CFG-063",
        "contoso | New-ReceiveConnector N -Server EX1 -Partner -RemoteIPRanges 192.0.2.1 | CFG-062",
        "contoso | New-ReceiveConnector N -Server EX1 -Internet | CFG-062",
        "contoso | New-ReceiveConnector N -Server EDGE -Client -RemoteIPRanges 192.0.2.1 | CFG-065",
        "contoso | Set-ReceiveConnector EX1\\Relay -MaxHopCount 501 | CFG-071 -MaxHopCount",
        "contoso | Set-SendConnector Internet -IsCoexistenceConnector $true | CFG-072",
        "EDGE | Set-SendConnector Internet -RequireTLS $true | CFG-068",
        "EDGE | New-SendConnector N -AddressSpaces * | CFG-068",
        "edge | Remove-SendConnector Internet | CFG-068",
        "edge.contoso.com | New-AcceptedDomain N -DomainName n.example | CFG-068",
        "contoso | New-SendConnector N | needs -AddressSpaces",
        "contoso | New-ReceiveConnector N -RemoteIPRanges 192.0.2.1 -Bindings 0.0.0.0:26 | needs"
            + " -Server",
        "contoso | New-ReceiveConnector N -Server EX1 -RemoteIPRanges 192.0.2.1 | CFG-062",
        "contoso | New-ReceiveConnector N -Server EX1 -Bindings 0.0.0.0:26 | CFG-063",
        "contoso | New-ReceiveConnector N -Server EX1 -Internet -RemoteIPRanges 192.0.2.1"
            + " -Bindings 0.0.0.0:26 | CFG-064",
        "contoso | Enable-ExchangeCertificate -Thumbprint nw -Services SMTP | did you mean new?",
        "contoso | Set-SendConnector Internet -AddressSpaces a.example;5 | `5` is not a cmdlet",
        "contoso | Set-SendConnector Internet -SmartHosts @{} | neither Add nor Remove",
        "contoso | Set-SendConnector Internet -SmartHosts @{Add=@{Add='a'}} | cannot stand in",
        "contoso | Set-SendConnector Internet -SmartHosts 'a',@{Add='a'} | cannot stand in",
        "contoso | Set-SendConnector Internet -SourceTransportServers @() | cannot be left empty",
        "contoso | Set-SendConnector Internet -SourceTransportServers $null | cannot be $null",
        "contoso | Set-SendConnector Internet -Port @() | cannot be an empty list",
        "contoso | Remove-AcceptedDomain contoso.com | default accepted domain `contoso.com` cannot"
            + " be removed",
        "contoso | New-ReceiveConnector N -Server EX1 -RemoteIPRanges 192.0.2.1 -Bindings @() |"
            + " cannot be left empty",
        "contoso.onmicrosoft.com | Set-TransportConfig -MessageExpiration 2.00:00:00 | takes"
            + " 0.12:00:00 to 1.00:00:00, not `2.00:00:00`",
        "contoso | Get-Foo | use one of Get-SendConnector, Get-ReceiveConnector,",
        "contoso | foo | `foo` is not a cmdlet that is run here",
        "EDGE | New-EdgeSubscription -FileData Edge.xml -Site Berlin | CFG-073",
        "EDGE | New-EdgeSubscription -FileName a.xml -FileData b.xml | CFG-073",
        "EX1 | New-EdgeSubscription -FileName Edge.xml | CFG-074",
        "contoso | New-EdgeSubscription -FileData Edge.xml | CFG-074",
        "contoso | New-EdgeSubscription -FileData E -FileName E -Site Berlin | CFG-074",
        "contoso | New-EdgeSubscription -FileData E -Site Bern | did you mean Berlin?",
        "contoso | New-EdgeSubscription -FileData E -Site Berlin | no Edge server has made the file",
        "contoso | Remove-EdgeSubscription EX1 | `EX1` is no subscribed Edge server",
        "contoso | Remove-EdgeSubscription EDGE | `EDGE` is no subscribed Edge server",
        "contoso | Remove-EdgeSubscription | needs -Identity",
        "contoso.onmicrosoft.com | New-EdgeSubscription -FileName E | Exchange Online has no",
        "fabrikam | Get-SendConnector | no organization, server or tenant `fabrikam`"
      })
  void what_cannot_run_is_said_and_changes_nothing(String on, String line, String expected) {
    Located.Obj before = document;

    Located.Obj after = Cmdlets.apply(document, on, line, AT, findings);

    assertSame(before, after);
    assertTrue(
        problems().stream().anyMatch(p -> p.contains(expected)), () -> problems().toString());
  }

  @Test
  void the_internal_transport_certificate_cannot_be_removed() {
    document =
        Cmdlets.apply(
            document,
            "EX1",
            "Enable-ExchangeCertificate -Thumbprint new -Services SMTP -Force",
            AT,
            findings);
    Located.Obj before = document;

    document = Cmdlets.apply(document, "EX1", "Remove-ExchangeCertificate new", AT, findings);

    assertSame(before, document);
    assertTrue(problems().get(0).contains("CFG-069"), () -> problems().toString());
  }

  @Test
  void a_certificate_that_a_send_connector_names_cannot_be_removed() {
    Located.Obj before = document;
    document =
        Cmdlets.apply(
            document, "contoso", "Remove-ExchangeCertificate old -Server EX1", AT, findings);

    assertSame(before, document);
    assertEquals(
        "s.json:9:7: /timeline/0/run: CFG-066 These certificates are tagged with following Send"
            + " Connectors: Internet; set TlsCertificateName of those connectors to another"
            + " certificate, or to $null",
        problems().get(0));
  }
}
