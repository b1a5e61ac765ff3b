package exsim.scenarios.powershell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.scenarios.json.JsonReader;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Pointer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CmdletsTest extends CmdletFixture {
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
  void a_cmdlet_works_for_the_server_where_it_is_typed() {
    runOn("EX2", "New-ReceiveConnector Here -RemoteIPRanges 192.0.2.1 -Bindings 0.0.0.0:26");
    assertEquals("Here", at(ORG + "servers/1/receiveConnectors/1/Name"));

    runOn("ex2.contoso.com", "New-SendConnector Out -AddressSpaces out.example");
    assertEquals("[EX2]", at(ORG + "sendConnectors/1/SourceTransportServers"));

    runOn("EDGE", "New-ReceiveConnector Edge -Internet -Bindings 0.0.0.0:26");
    assertEquals("Edge", at(ORG + "servers/2/receiveConnectors/0/Name"));

    runOn("EDGE", "Get-SendConnector | FL");
  }

  @Test
  void dns_routing_stays_on_until_it_is_turned_off() {
    run("New-SendConnector Smart -AddressSpaces s.example -SmartHosts [192.0.2.1]");
    assertEquals("true", at(ORG + "sendConnectors/1/DNSRoutingEnabled"));

    run("Set-SendConnector Internet -SmartHosts [192.0.2.1]");
    assertEquals("true", at(SEND + "DNSRoutingEnabled"));

    run("Set-SendConnector Internet -SmartHosts [192.0.2.1] -DNSRoutingEnabled $false");
    assertEquals("false", at(SEND + "DNSRoutingEnabled"));
  }

  @Test
  void a_usage_with_bindings_is_taken_with_a_warning() {
    run(
        "New-ReceiveConnector N -Server EX1 -Internal -RemoteIPRanges 192.0.2.1 -Bindings *:26"
            .replace("*", "0.0.0.0"));

    assertTrue(findings.warnings().all().get(0).what().startsWith("CFG-116 "));
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
  void enabling_a_certificate_puts_it_last_and_removing_takes_it_away() {
    run("Enable-ExchangeCertificate -Thumbprint old -Services SMTP -Server EX1 -Force");
    assertEquals("[new, old]", at(ORG + "servers/0/certificates"));

    run("Remove-ExchangeCertificate -Thumbprint new -Confirm:$false");
    assertEquals("[old]", at(ORG + "servers/0/certificates"));
  }

  private static final String INTERNAL =
      "servers/0/transportService/InternalTransportCertificateThumbprint";

  @Test
  void force_makes_a_certificate_for_smtp_the_internal_one() {
    run("Enable-ExchangeCertificate -Thumbprint new -Services IIS -Server EX1 -Force");
    assertEquals("missing", at(ORG + INTERNAL));

    run("Enable-ExchangeCertificate -Thumbprint old -Services SMTP -Server EX1");
    assertEquals("new", at(ORG + INTERNAL));
    assertTrue(
        findings.warnings().all().stream()
            .anyMatch(w -> w.toString().contains("asks here whether to replace")));

    run("Enable-ExchangeCertificate -Thumbprint old -Services smtp -Server EX1 -Force");
    assertEquals("old", at(ORG + INTERNAL));
  }

  @Test
  void a_subscription_holds_the_certificate_of_the_file_and_those_of_the_site() {
    runOn("EX1", "Enable-ExchangeCertificate -Thumbprint new -Services SMTP -Force");
    runOn("EDGE", "Enable-ExchangeCertificate -Thumbprint old -Services SMTP -Force");
    runOn("EDGE", "New-EdgeSubscription -FileName C:\\Data\\Edge.xml");
    runOn("EDGE", "Enable-ExchangeCertificate -Thumbprint new -Services SMTP -Force");
    runOn(
        "contoso",
        "New-EdgeSubscription -Site berlin -CreateInboundSendConnector $false -FileData"
            + " ([System.IO.File]::ReadAllBytes('\\\\EX1\\Temp\\EDGE.XML'))");

    assertEquals("[EX1=new, EDGE=old]", at(ORG + "servers/2/subscribedWith"));
    assertEquals("Berlin", at(ORG + "servers/2/site"));
    assertEquals("missing", at(ORG + "servers/2/subscriptionFile"));
    assertEquals("EdgeSync - Berlin to Internet", at(ORG + "sendConnectors/1/Name"));
    assertEquals("[EDGE]", at(ORG + "sendConnectors/1/SourceTransportServers"));
    assertEquals("missing", at(ORG + "sendConnectors/2/Name"));
  }

  @Test
  void removing_a_subscription_takes_the_edge_server_out_of_the_connectors() {
    runOn("EDGE", "New-EdgeSubscription -FileName Edge.xml");
    runOn("contoso", "New-EdgeSubscription -FileData Edge.xml -Site Berlin");
    run("Set-SendConnector Internet -SourceTransportServers EX1,EDGE");

    run("Remove-EdgeSubscription edge -Confirm:$false");

    assertEquals("missing", at(ORG + "servers/2/subscribedWith"));
    assertEquals("[EX1]", at(SEND + "SourceTransportServers"));
    assertEquals("missing", at(ORG + "sendConnectors/1"));

    runOn("EDGE", "Remove-EdgeSubscription EDGE"); // as the procedure has it, there as well
    assertEquals("[EX1]", at(SEND + "SourceTransportServers"));
  }

  @Test
  void a_second_edge_server_joins_the_connectors_of_its_site() {
    runOn("EDGE", "New-EdgeSubscription -FileName Edge.xml");
    runOn("contoso", "New-EdgeSubscription -FileData Edge.xml -Site Berlin");
    run("Set-SendConnector 'EdgeSync - Berlin to Internet' -SourceTransportServers OTHER");

    runOn("EDGE", "New-EdgeSubscription -FileName Edge.xml -Force");
    runOn("contoso", "New-EdgeSubscription -FileData Edge.xml -Site Berlin");

    assertEquals("[OTHER, EDGE]", at(ORG + "sendConnectors/1/SourceTransportServers"));
    assertEquals("[EDGE]", at(ORG + "sendConnectors/2/SourceTransportServers"));
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
