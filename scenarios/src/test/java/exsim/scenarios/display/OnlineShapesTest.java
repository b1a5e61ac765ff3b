package exsim.scenarios.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** EXO-SHP-01 to EXO-SHP-08: how Exchange Online prints its objects. */
class OnlineShapesTest {
  private static final Shell SHELL =
      Shell.on(
              """
              'exchangeOnline': [{ 'name': 'contoso.onmicrosoft.com',
                'acceptedDomains': ['contoso.com', { 'DomainName': 'contoso.onmicrosoft.com' }],
                'smtpDaneInbound': ['contoso.com'],
                'inboundConnectors': [{ 'Name': 'Inbound', 'ConnectorType': 'OnPremises',
                  'ConnectorSource': 'HybridWizard', 'SenderDomains': ['*', 'contoso.com'],
                  'RequireTls': true, 'TlsSenderCertificateName': 'mail.contoso.com',
                  'CloudServicesMailEnabled': true,
                  'WhenChangedUTC': '2026-03-01T08:30:00.12Z' }],
                'outboundConnectors': [{ 'Name': 'Outbound', 'ConnectorType': 'OnPremises',
                  'RecipientDomains': 'contoso.com', 'SmartHosts': 'mail.contoso.com',
                  'UseMXRecord': false, 'TlsSettings': 'DomainValidation',
                  'TlsDomain': 'mail.contoso.com', 'CloudServicesMailEnabled': true,
                  'LastValidationTimestamp': '2026-03-01T08:30:00' }] }]
              """)
          .wide(200);

  private static List<String> names(String commandLine) {
    return SHELL.print(commandLine).stream()
        .filter(line -> line.contains(" :"))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  private static void assertOrder(String commandLine, String properties) {
    List<String> expected = Splitter.on(',').trimResults().splitToList(properties);
    List<String> shown = names(commandLine);
    assertEquals(expected, shown.stream().filter(expected::contains).collect(Collectors.toList()));
  }

  @Test
  void shp_01_inbound_connectors_have_the_order_of_2026() {
    assertOrder(
        "Get-InboundConnector | fl",
        "Enabled, ConnectorType, ConnectorSource, Comment, SenderIPAddresses, SenderDomains,"
            + " TrustedOrganizations, ClientHostNames, AssociatedAcceptedDomains, RequireTls,"
            + " RestrictDomainsToIPAddresses, RestrictDomainsToCertificate,"
            + " CloudServicesMailEnabled, TreatMessagesAsInternal, TlsSenderCertificateName,"
            + " EFTestMode, ScanAndDropRecipients, EFSkipLastIP, EFSkipIPs, EFSkipMailGateway,"
            + " EFUsers, AdminDisplayName, Name, Identity, WhenChangedUTC, WhenCreatedUTC, Guid,"
            + " IsValid");
  }

  @Test
  void shp_02_outbound_connectors_have_the_order_of_2026() {
    assertOrder(
        "Get-OutboundConnector | fl",
        "Enabled, UseMXRecord, Comment, ConnectorType, ConnectorSource, RecipientDomains,"
            + " SmartHosts, TlsDomain, TlsSettings, IsTransportRuleScoped,"
            + " RouteAllMessagesViaOnPremises, CloudServicesMailEnabled, AllAcceptedDomains,"
            + " SenderRewritingEnabled, MtaStsMode, SmtpDaneMode, TestMode, ValidationRecipients,"
            + " IsValidated, LastValidationTimestamp, AdminDisplayName, Name, Identity,"
            + " WhenChangedUTC, WhenCreatedUTC, Guid, IsValid");
    assertTrue(!names("Get-OutboundConnector | fl").contains("LinkForModifiedConnector"));
  }

  @Test
  void shp_03_a_list_of_everything_has_the_plumbing_of_the_directory_too() {
    for (String cmdlet : List.of("Get-InboundConnector", "Get-OutboundConnector")) {
      assertTrue(
          names(cmdlet + " | fl *")
              .containsAll(
                  List.of(
                      "ExchangeVersion",
                      "DistinguishedName",
                      "ObjectCategory",
                      "ObjectClass",
                      "WhenChanged",
                      "WhenCreated",
                      "ExchangeObjectId",
                      "OrganizationId",
                      "Id",
                      "OriginatingServer",
                      "ObjectState")));
    }
  }

  @Test
  void shp_04_names_are_padded_to_the_longest_of_the_object() {
    assertEquals(28, SHELL.print("Get-InboundConnector | fl").get(0).indexOf(" :"));
    assertEquals(29, SHELL.print("Get-OutboundConnector | fl").get(0).indexOf(" :"));
    assertEquals(32, SHELL.print("Get-AcceptedDomain contoso.com | fl").get(0).indexOf(" :"));
    assertEquals(
        List.of("EFSkipIPs : {}", "EFTestMode : False", "TlsDomain :"),
        List.of(
            SHELL.print("Get-InboundConnector | fl EFSkipIPs").get(0),
            SHELL.print("Get-InboundConnector | fl EFTestMode").get(0),
            Shell.on(
                    "'exchangeOnline': [{ 'name': 'x.onmicrosoft.com', 'outboundConnectors':"
                        + " [{ 'Name': 'O', 'RecipientDomains': 'a.example' }] }]")
                .print("Get-OutboundConnector | fl TlsDomain")
                .get(0)));
  }

  @Test
  void shp_05_json_has_real_lists_and_words_and_dates_with_seven_decimals() {
    assertEquals(
        List.of(
            "{",
            "  \"Enabled\": true,",
            "  \"ConnectorType\": \"OnPremises\",",
            "  \"Comment\": \"\",",
            "  \"SenderDomains\": [",
            "    \"smtp:*;1\",",
            "    \"smtp:contoso.com;1\"",
            "  ],",
            "  \"EFSkipIPs\": [],",
            "  \"WhenChangedUTC\": \"2026-03-01T08:30:00.1200000Z\"",
            "}"),
        SHELL.print(
            "Get-InboundConnector | select Enabled,ConnectorType,Comment,SenderDomains,EFSkipIPs,"
                + "WhenChangedUTC | ConvertTo-Json"));
    assertEquals(
        List.of(
            "[",
            "  {",
            "    \"TlsDomain\": \"mail.contoso.com\",",
            "    \"LastValidationTimestamp\": \"2026-03-01T08:30:00.0000000\"",
            "  }",
            "]"),
        SHELL.print(
            "Get-OutboundConnector | select TlsDomain,LastValidationTimestamp | ConvertTo-Json"
                + " -AsArray"));
    assertEquals(
        List.of("{", "  \"TlsSettings\": null", "}"),
        Shell.on(
                "'exchangeOnline': [{ 'name': 'x.onmicrosoft.com', 'outboundConnectors':"
                    + " [{ 'Name': 'O', 'RecipientDomains': 'a.example' }] }]")
            .print("Get-OutboundConnector | select TlsSettings | ConvertTo-Json"));
    assertEquals(
        List.of(), SHELL.print("Get-TransportRule | ConvertTo-Json"), "nothing makes no text");
  }

  @Test
  void shp_06_what_either_powershell_writes_can_be_read() {
    for (String type : List.of("'Partner'", "1")) {
      Shell shell =
          Shell.on(
              "'exchangeOnline': [{ 'name': 'x.onmicrosoft.com', 'inboundConnectors': [{ 'Name':"
                  + " 'I', 'ConnectorSource': "
                  + (type.equals("1") ? "1" : "'Migrated'")
                  + ", 'SenderDomains': ['smtp:*;1'], 'WhenChanged': "
                  + (type.equals("1") ? "'/Date(1700000000000)/'" : "'2023-11-14T22:13:20Z'")
                  + " }] }]");
      assertEquals(
          List.of("ConnectorSource : Migrated"),
          shell.print("Get-InboundConnector | fl ConnectorSource"));
    }
  }

  @Test
  void shp_07_sender_domains_have_prefix_and_priority_and_recipient_domains_stand_bare() {
    assertEquals(
        List.of("SenderDomains : {smtp:*;1, smtp:contoso.com;1}"),
        SHELL.print("Get-InboundConnector | fl SenderDomains"));
    assertEquals(
        List.of("RecipientDomains : {contoso.com}", "SmartHosts       : {mail.contoso.com}"),
        SHELL.print("Get-OutboundConnector | fl RecipientDomains,SmartHosts"));
  }

  @Test
  void shp_08_accepted_domains_have_the_columns_of_2026() {
    assertOrder(
        "Get-AcceptedDomain contoso.com | fl",
        "DomainName, DomainType, MatchSubDomains, AddressBookEnabled, Default, OutboundOnly,"
            + " CanHaveCloudCache, SendingFromDomainDisabled, SendingToDomainDisabled,"
            + " SmtpDaneStatus, InitialDomain, Name");
    assertEquals(
        List.of(
            "contoso.com             False Enabled  False",
            "contoso.onmicrosoft.com True  Disabled False"),
        SHELL.print(
            "Get-AcceptedDomain | ft DomainName,InitialDomain,SmtpDaneStatus,SendingToDomainDisabled"
                + " -Auto -Hide"));
  }

  @Test
  void mailboxes_and_users_are_found_by_their_addresses() {
    Shell tenant =
        Shell.on(
            "'exchangeOnline': [{ 'name': 'x.onmicrosoft.com', 'casMailboxes': [{ 'Identity':"
                + " 'a@x.onmicrosoft.com' }, { 'Identity': 'b@x.onmicrosoft.com' }], 'users':"
                + " [{ 'Identity': 'a@x.onmicrosoft.com', 'AuthenticationPolicy': 'P' }],"
                + " 'authenticationPolicies': [{ 'Name': 'P' }] }]");

    assertEquals(
        List.of("Identity : b@x.onmicrosoft.com"),
        tenant.print("Get-CASMailbox B@x.onmicrosoft.com | fl Identity"));
    assertEquals(
        List.of("AuthenticationPolicy : P"),
        tenant.print("Get-User a@x.onmicrosoft.com | fl AuthenticationPolicy"));
    assertEquals(
        List.of("AllowBasicAuthSmtp : False"),
        tenant.print("Get-AuthenticationPolicy p | fl AllowBasicAuthSmtp"));
  }

  @Test
  void a_tenant_has_its_initial_domain_whether_the_scenario_lists_it_or_not() {
    assertEquals(
        List.of("contoso.com True False", "x.onmicrosoft.com False True"),
        Shell.on(
                "'exchangeOnline': [{ 'name': 'x.onmicrosoft.com', 'acceptedDomains':"
                    + " ['contoso.com'] }]")
            .print("Get-AcceptedDomain | ft DomainName,Default,InitialDomain -Auto -Hide")
            .stream()
            .map(line -> line.replaceAll(" +", " "))
            .toList());
  }
}
