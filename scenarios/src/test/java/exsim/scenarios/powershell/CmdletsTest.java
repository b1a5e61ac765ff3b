package exsim.scenarios.powershell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.scenarios.exchange.Findings;
import exsim.scenarios.json.JsonReader;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Pointer;
import exsim.scenarios.json.Spot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CmdletsTest {
  private static final Spot AT = new Spot("s.json", 9, 7, "/timeline/0/run");
  private static final String ORG = "/onPremises/0/";
  private static final String SEND = ORG + "sendConnectors/0/";
  private static final String TENANT = "/exchangeOnline/0/";

  private final Findings findings = Findings.of("s.json");
  private Located.Obj document =
      (Located.Obj)
          JsonReader.read(
                  "s.json",
                  """
                  { "onPremises": [ { "name": "contoso", "acceptedDomains": [ "contoso.com" ],
                      "sendConnectors": [
                        { "Name": "Internet", "AddressSpaces": ["SMTP:*;1", "SMTP:a.example;5"],
                          "TlsCertificateName": "<I>CN=Public CA<S>CN=old" } ],
                      "servers": [
                        { "name": "EX1", "version": "2019", "site": "Berlin", "certificates": ["old", "new"],
                          "receiveConnectors": [
                            { "Name": "Default", "AuthMechanism": "Tls" },
                            { "Name": "Relay", "AuthMechanism": "Tls" } ] },
                        { "name": "EX2", "version": "2019",
                          "receiveConnectors": [ { "Name": "Relay", "AuthMechanism": "Tls" } ] }
                      ] } ],
                    "exchangeOnline": [ { "name": "contoso.onmicrosoft.com",
                      "mailboxes": [ "a@contoso.com" ],
                      "outboundConnectors": [ { "Name": "Out", "SmartHosts": ["h.example"] } ] } ],
                    "certificates": {
                      "old": { "subject": "CN=old" },
                      "new": { "subject": "CN=new" } } }
                  """,
                  findings.problems())
              .orElseThrow();

  private void run(String commandLine) {
    runOn("", commandLine);
  }

  private void runOn(String on, String commandLine) {
    document = Cmdlets.apply(document, on, commandLine, AT, findings);
    assertEquals(List.of(), problems(), commandLine);
  }

  private List<String> problems() {
    return findings.problems().all().stream().map(Object::toString).toList();
  }

  private String at(String pointer) {
    return Pointer.parse(pointer)
        .orElseThrow()
        .in(document)
        .map(CmdletsTest::shown)
        .orElse("missing");
  }

  private static String shown(Located value) {
    if (value instanceof Located.Arr array) {
      return array.items().stream().map(CmdletsTest::shown).toList().toString();
    }
    if (value instanceof Located.Obj object) {
      return object.members().stream()
          .map(m -> m.name() + "=" + shown(m.value()))
          .toList()
          .toString();
    }
    if (value instanceof Located.Text text) {
      return text.text();
    }
    if (value instanceof Located.Bool bool) {
      return String.valueOf(bool.value());
    }
    return value instanceof Located.Num num ? num.number().toPlainString() : "null";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Set-SendConnector -Identity 'Internet' -IgnoreSTARTTLS $true | IgnoreSTARTTLS | true",
        "set-sendconnector INTERNET -ignorestarttls:$TRUE | IgnoreSTARTTLS | true",
        "Set-SendConnector Internet -Ignore $true | IgnoreSTARTTLS | true",
        "Set-SendConnector \"Internet\" -Port 2525 | Port | 2525",
        "Set-SendConnector Internet -MaxMessageSize 10MB | MaxMessageSize | 10MB",
        "Set-SendConnector Internet -TlsCertificateName $null | TlsCertificateName | null",
        "Set-SendConnector Internet -SmartHosts @('a.example','b.example') | SmartHosts |"
            + " [a.example, b.example]",
        "Set-SendConnector Internet -SmartHosts a.example, [192.0.2.1] | SmartHosts |"
            + " [a.example, [192.0.2.1]]",
        "Set-SendConnector Internet -AddressSpaces @{Remove='a.example;5'; Add='b.example'} |"
            + " AddressSpaces | [SMTP:*;1, b.example]",
        "Set-SendConnector Internet -ErrorPolicies DowngradeDnsFailures,UpgradeCustomFailures |"
            + " ErrorPolicies | DowngradeDnsFailures, UpgradeCustomFailures",
        "Set-SendConnector Internet -Fqdn 'it''s' -WhatIf | Fqdn | missing",
        "Set-SendConnector \u2013Identity \u2018Internet\u2019 -Comment \"a `$1 \"\"b\"\"\" | Comment"
            + " | a $1 \"b\""
      })
  void a_send_connector_is_changed_as_typed(String line, String property, String value) {
    run(line);

    assertEquals(value, at(SEND + property));
  }

  @Test
  void what_was_typed_carries_the_place_of_the_command() {
    run("Set-SendConnector Internet -RequireTLS $true");

    Located.Obj connector =
        (Located.Obj) Pointer.parse(ORG + "sendConnectors/0").orElseThrow().in(document).get();
    Located.Member member = connector.member("RequireTLS").orElseThrow();
    assertEquals(AT, member.value().spot());
    assertEquals(AT, member.nameSpot());
  }

  @Test
  void a_receive_connector_is_named_with_its_server() {
    run("Set-ReceiveConnector -Identity 'ex2\\Relay' -AuthMechanism Tls,ExternalAuthoritative");

    assertEquals("Tls", at(ORG + "servers/0/receiveConnectors/1/AuthMechanism"));
    assertEquals(
        "Tls, ExternalAuthoritative", at(ORG + "servers/1/receiveConnectors/0/AuthMechanism"));
  }

  @Test
  void a_pipeline_changes_every_object_that_was_found() {
    run("Get-ReceiveConnector -Server EX1 | Set-ReceiveConnector -RequireTLS $true");

    assertEquals("true", at(ORG + "servers/0/receiveConnectors/0/RequireTLS"));
    assertEquals("true", at(ORG + "servers/0/receiveConnectors/1/RequireTLS"));
    assertEquals("missing", at(ORG + "servers/1/receiveConnectors/0/RequireTLS"));

    run("Get-ReceiveConnector | Remove-ReceiveConnector -Confirm:$false");
    assertEquals("[]", at(ORG + "servers/0/receiveConnectors"));
    assertEquals("[]", at(ORG + "servers/1/receiveConnectors"));
  }

  @Test
  void a_new_connector_gets_what_its_usage_gives() {
    run(
        "New-ReceiveConnector -Name Apps -Server EX1 -Usage Internal -RemoteIPRanges"
            + " 192.0.2.0/24 `\n -Bindings 0.0.0.0:2526");
    run("New-SendConnector Partner -Internal -AddressSpaces 'partner.example;10'");

    String made = ORG + "servers/0/receiveConnectors/2/";
    assertEquals("Tls, ExchangeServer", at(made + "AuthMechanism"));
    assertEquals("ExchangeServers, ExchangeLegacyServers", at(made + "PermissionGroups"));
    assertEquals("[192.0.2.0/24]", at(made + "RemoteIPRanges"));
    assertEquals("Unlimited", at(ORG + "sendConnectors/1/MaxMessageSize"));
  }

  @Test
  void accepted_domains_are_made_changed_and_removed() {
    run("New-AcceptedDomain -Name Sales -DomainName sales.example -DomainType InternalRelay");
    runOn("contoso", "Set-AcceptedDomain contoso.com -DomainType ExternalRelay -MakeDefault $true");
    assertEquals(
        "[[DomainName=contoso.com, DomainType=ExternalRelay, Default=true],"
            + " [Name=Sales, DomainName=sales.example, DomainType=InternalRelay]]",
        at(ORG + "acceptedDomains"));

    run("Remove-AcceptedDomain sales.example -Confirm:$false");
    assertEquals(
        "[[DomainName=contoso.com, DomainType=ExternalRelay, Default=true]]",
        at(ORG + "acceptedDomains"));
  }

  @Test
  void settings_are_written_where_there_were_none() {
    runOn("contoso.onmicrosoft.com", "Set-TransportConfig -SmtpClientAuthenticationDisabled $true");
    run("Set-TransportService EX2 -IntraOrgConnectorProtocolLoggingLevel Verbose");
    runOn(
        "contoso.onmicrosoft.com",
        "Set-CASMailbox a@contoso.com -SmtpClientAuthenticationDisabled $false");

    assertEquals("true", at(TENANT + "transportConfig/SmtpClientAuthenticationDisabled"));
    assertEquals(
        "Verbose", at(ORG + "servers/1/transportService/IntraOrgConnectorProtocolLoggingLevel"));
    assertEquals(
        "[[Identity=a@contoso.com, SmtpClientAuthenticationDisabled=false]]",
        at(TENANT + "casMailboxes"));
    assertEquals(List.of(), problems());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Set-TransportService EX2 -MessageExpirationTimeout 1.00:00:00 | MessageExpirationTimeout |"
            + " 1.00:00:00",
        "Set-TransportServer EX2 -TransientFailureRetryCount 15 | TransientFailureRetryCount | 15",
        "Set-TransportService EX2 -ExternalDNSServers 192.0.2.53,192.0.2.54 | ExternalDNSServers |"
            + " [192.0.2.53, 192.0.2.54]"
      })
  void a_transport_service_is_changed_as_typed(String line, String property, String value) {
    run(line);

    assertEquals(value, at(ORG + "servers/1/transportService/" + property));
  }

  @Test
  void a_site_is_made_a_hub_and_unmade() {
    run("Set-ADSite berlin -HubSiteEnabled $true");
    assertEquals("[Berlin]", at(ORG + "hubSites"));

    run("Set-ADSite -Identity Berlin -HubSiteEnabled $false");
    assertEquals("[]", at(ORG + "hubSites"));
  }

  @Test
  void transport_rules_are_made_and_switched() {
    String on = "contoso.onmicrosoft.com";
    for (String line :
        List.of(
            "New-TransportRule 'Route' -RecipientDomainIs b.example -RouteMessageOutboundConnector"
                + " Out -Enabled $false",
            "Enable-TransportRule Route",
            "New-TransportRule Two -RouteMessageOutboundRequireTls $true")) {
      document = Cmdlets.apply(document, on, line, AT, findings);
    }

    assertEquals(List.of(), problems());
    assertEquals("Enabled", at(TENANT + "transportRules/0/State"));
    assertEquals("1", at(TENANT + "transportRules/1/Priority"));
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

  @Test
  void enabling_a_certificate_puts_it_last_and_removing_takes_it_away() {
    run("Enable-ExchangeCertificate -Thumbprint old -Services SMTP -Server EX1 -Force");
    assertEquals("[new, old]", at(ORG + "servers/0/certificates"));

    run("Remove-ExchangeCertificate -Thumbprint new -Confirm:$false");
    assertEquals("[old]", at(ORG + "servers/0/certificates"));
  }

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
        "fabrikam | Get-SendConnector | no organization or tenant `fabrikam`"
      })
  void what_cannot_run_is_said_and_changes_nothing(String on, String line, String expected) {
    Located.Obj before = document;

    Located.Obj after = Cmdlets.apply(document, on, line, AT, findings);

    assertSame(before, after);
    assertTrue(
        problems().stream().anyMatch(p -> p.contains(expected)), () -> problems().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "@(", "@{Add="})
  void values_nested_thousands_deep_are_not_understood(String opening) {
    document =
        Cmdlets.apply(
            document,
            "",
            "Set-SendConnector Internet -Port " + opening.repeat(9_000),
            AT,
            findings);

    assertEquals(
        List.of(AT + ": the command line is not understood: nested too deeply"), problems());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FL",
        "Format-List Name,*tls*",
        "ft -AutoSize",
        "Format-Table -Property Name, Fqdn -Wrap"
      })
  void showing_what_was_found_changes_nothing(String display) {
    Located.Obj before = document;

    runOn("contoso", "Get-SendConnector -Identity \"Internet\" | " + display);

    assertTrue(before.sameAs(document));
    Cmdlets.apply(document, "contoso", "Set-SendConnector Internet | " + display, AT, findings);
    assertEquals(1, problems().size());
  }

  @Test
  void the_default_of_several_accepted_domains_stays() {
    run("New-AcceptedDomain -Name Sales -DomainName sales.example");
    runOn("contoso", "Set-AcceptedDomain sales.example -MakeDefault $true");
    runOn("contoso", "Remove-AcceptedDomain contoso.com");
    Located.Obj before = document;

    assertSame(
        before, Cmdlets.apply(document, "contoso", "Remove-AcceptedDomain Sales", AT, findings));
    assertTrue(problems().get(0).contains("cannot be removed"), () -> problems().toString());
  }

  @Test
  void where_there_is_nothing_to_choose_from_the_help_says_so() {
    Located.Obj empty =
        (Located.Obj)
            JsonReader.read("s.json", "{\"onPremises\": [{\"name\": \"c\"}]}", findings.problems())
                .orElseThrow();

    Cmdlets.apply(empty, "c", "Get-TransportService EX1", AT, findings);

    assertEquals(AT + ": there is no server `EX1`; there is none", problems().get(0));
  }
}
