package exsim.scenarios.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisplayTest {
  private static final Shell SHELL =
      Shell.on(
          """
          'onPremises': [{ 'name': 'contoso',
            'acceptedDomains': ['contoso.com',
              { 'DomainName': 'relay.example', 'DomainType': 'InternalRelay' }],
            'servers': [{ 'name': 'EX19', 'version': '2019' }, { 'name': 'EX10', 'version': '2010' }],
            'sendConnectors': [
              { 'Name': 'Internet', 'AddressSpaces': '*', 'MaxMessageSize': 1500000 },
              { 'Name': 'To gateway', 'AddressSpaces': ['smtp:*.fabrikam.com;5', 'fabrikam.net'],
                'SmartHosts': ['10.10.10.100', 'gateway.fabrikam.com'], 'RequireTLS': true,
                'TlsAuthLevel': 2, 'MaxMessageSize': 'unlimited',
                'ConnectionInactivityTimeOut': '0:5:0',
                'ErrorPolicies': 'DowngradeCustomFailures, DowngradeDnsFailures' }] }],
          'timeline': [{ 'at': 'PT1H', 'run': 'Set-SendConnector Internet -Port 26' }]
          """);

  @Test
  void a_list_pads_to_the_longest_name_and_prints_values_as_exchange_does() {
    assertEquals(
        List.of(
            "Name                        : To gateway",
            "TlsDomain                   :",
            "TlsAuthLevel                : CertificateValidation",
            "IgnoreSTARTTLS              : False",
            "TlsCertificateName          :",
            "RequireTLS                  : True",
            "AddressSpaces               : {smtp:*.fabrikam.com;5, SMTP:fabrikam.net;1}",
            "SmartHosts                  : {[10.10.10.100], gateway.fabrikam.com}",
            "SmartHostsString            : [10.10.10.100],gateway.fabrikam.com",
            "DNSRoutingEnabled           : False",
            "SourceTransportServers      : {EX19}",
            "ConnectionInactivityTimeOut : 00:05:00",
            "MaxMessageSize              : Unlimited",
            "ErrorPolicies               : DowngradeDnsFailures, DowngradeCustomFailures",
            "ConnectedDomains            : {}"),
        SHELL.print(
            "Get-SendConnector 'To gateway' | fl Name,*tls*, AddressSpaces, smarthosts*, DNSR*,"
                + " Source*Servers, *TimeOut, Max*Size, ErrorPolicies, ConnectedDomains"));
  }

  @Test
  void sizes_have_four_digits_at_most() {
    assertEquals(
        List.of("MaxMessageSize : 1.431 MB (1,500,000 bytes)"),
        SHELL.print("Get-SendConnector Internet | Format-List MaxMessageSize"));
  }

  @Test
  void a_long_value_goes_on_below_itself() {
    assertEquals(
        List.of(
            "Identity         : EX19\\Default Frontend EX19",
            "AuthMechanism    : Tls, Integrated, BasicAuth, BasicAuthRequireTLS,",
            "                   ExchangeServer",
            "RemoteIPRanges   : {::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff,",
            "                   0.0.0.0-255.255.255.255}",
            "PermissionGroups : AnonymousUsers, ExchangeServers, ExchangeLegacyServers",
            "Fqdn             : ex19.contoso.com"),
        SHELL
            .wide(78)
            .print(
                "Get-ReceiveConnector 'EX19\\Default Front*' | fl Identity,AuthMechanism,"
                    + "RemoteIPRanges,PermissionGroups,Fqdn"));
  }

  @Test
  void a_connector_without_a_format_is_a_row() {
    assertEquals(
        List.of(
            "Identity                  AddressSpaces             Enabled",
            "--------                  -------------             -------",
            "Internet                  {SMTP:*;1}                True",
            "To gateway                {smtp:*.fabrikam.com;5... True"),
        SHELL.print("Get-SendConnector"));
    assertEquals(
        List.of(
            "Name                           DomainName                     DomainType"
                + "                   Default",
            "----                           ----------                     ----------"
                + "                   -------",
            "contoso.com                    contoso.com                    Authoritative"
                + "                True",
            "relay.example                  relay.example                  InternalRelay"
                + "                False"),
        SHELL.wide(120).print("Get-AcceptedDomain"));
  }

  @Test
  void numbers_stand_at_the_right_and_columns_may_fit_themselves() {
    assertEquals(
        List.of(
            "Name       Port Enabled",
            "----       ---- -------",
            "Internet     25 True",
            "To gateway   25 True"),
        SHELL.print("Get-SendConnector | ft Name, Port, Enabled -AutoSize"));
    assertEquals(
        List.of("Internet   25", "To gateway 25"),
        SHELL.print("Get-SendConnector | ft -HideTableHeaders Name,Port -auto"));
  }

  @Test
  void columns_that_do_not_fit_are_left_out_from_the_right() {
    assertEquals(
        List.of("Name       AddressSp...", "----       ------------"),
        SHELL
            .wide(24)
            .print("Get-SendConnector | ft Name, AddressSpaces, Port -auto")
            .subList(0, 2));
  }

  @Test
  void a_wrapped_table_cuts_nothing() {
    assertEquals(
        List.of(
            "To gateway    {smtp:*.fabri",
            "              kam.com;5, SM",
            "              TP:fabrikam.n"),
        SHELL.wide(28).print("Get-SendConnector | ft Name, AddressSpaces -Wrap").subList(3, 6));
  }

  @Test
  void up_to_four_selected_properties_make_a_table() {
    assertEquals(
        List.of("Name                                    SmartHosts"),
        SHELL.print("Get-SendConnector | select Name, SmartHosts").subList(0, 1));
    assertEquals(
        List.of("Name       : To gateway"),
        SHELL
            .print("Get-SendConnector | select Name,Port,Fqdn,Enabled,RequireTLS -Last 1")
            .subList(0, 1));
    assertEquals(
        List.of("[10.10.10.100]", "gateway.fabrikam.com"),
        SHELL.print("Get-SendConnector | Select-Object -ExpandProperty SmartHosts"));
  }

  @Test
  void several_statements_are_parted_by_a_blank_line() {
    assertEquals(
        List.of("Name : Internet", "", "Name : To gateway"),
        SHELL.print("Get-SendConnector I* | fl Name; Get-SendConnector 'To*' | fl Name"));
  }

  @Test
  void the_timeline_has_been_applied_up_to_the_instant() {
    String port = "Get-SendConnector Internet | select -Exp Port";

    assertEquals(List.of("25"), SHELL.print(port, "PT59M59S"));
    assertEquals(List.of("26"), SHELL.print(port, "PT1H"));
  }

  @Test
  void an_object_has_the_properties_of_its_version() {
    List<String> in2019 = names("Get-ReceiveConnector 'EX19\\Default EX19' | fl *");
    List<String> in2010 = names("Get-ReceiveConnector 'EX10\\Default EX10' | fl *");

    assertEquals("AuthMechanism", in2019.get(0));
    assertEquals(73, in2019.size());
    assertTrue(in2019.contains("TransportRole"));
    assertFalse(in2010.contains("TransportRole"));
    assertFalse(in2010.contains("TlsCertificateName"));
  }

  private static List<String> names(String commandLine) {
    return SHELL.wide(400).print(commandLine).stream()
        .map(line -> Splitter.on(' ').splitToList(line).get(0))
        .toList();
  }

  @Test
  void what_nothing_matches_prints_nothing() {
    assertEquals(List.of(), SHELL.print("Get-SendConnector *nobody* | fl"));
    assertEquals(List.of(), SHELL.print("Get-SendConnector *nobody*"));
  }

  @Test
  void faults_have_their_column_and_the_nearest_name() {
    assertEquals(
        List.of(
            "cmdlet:1:1: `Get-SendConector` is not a cmdlet that is run here; did you mean"
                + " Get-SendConnector?"),
        SHELL.faults("Get-SendConector | fl"));
    assertEquals(
        List.of(
            "cmdlet:1:24: SendConnector has no property `Nmae`; did you mean Name?",
            "cmdlet:1:29: SendConnector has no property `*zz*`"),
        SHELL.faults("Get-SendConnector | fl Nmae,*zz*"));
    assertEquals(
        List.of("cmdlet:1:1: there is no SendConnector `Intrnet`; did you mean Internet?"),
        SHELL.faults("Get-SendConnector Intrnet"));
    assertEquals(
        List.of("cmdlet:1:1: Get-SendConnector has no parameter -Server"),
        SHELL.faults("Get-SendConnector -Server EX19"));
    assertEquals(
        List.of("cmdlet:1:1: there is no server `EX9`; did you mean EX19?"),
        SHELL.faults("Get-ReceiveConnector -Server EX9"));
    assertEquals(
        List.of("cmdlet:1:21: `fx` is not understood after a pipe here; did you mean fl?"),
        SHELL.faults("Get-SendConnector | fx"));
    assertEquals(
        List.of("cmdlet:1:26: what is formatted goes to no other cmdlet; format last"),
        SHELL.faults("Get-SendConnector | fl | ft"));
    assertEquals(
        List.of("cmdlet:1:24: ft has no parameter -Autosiez; did you mean -AutoSize?"),
        SHELL.faults("Get-SendConnector | ft -Autosiez"));
    assertEquals(
        List.of("cmdlet:1:35: -First: `two` is no number of objects"),
        SHELL.faults("Get-SendConnector | select -First two"));
    assertEquals(
        List.of(
            "cmdlet:1:1: Set-SendConnector changes something, and here one only looks; put it into"
                + " the timeline of the scenario"),
        SHELL.faults("Set-SendConnector Internet -Port 26"));
    assertEquals(
        List.of("cmdlet: the command line is not understood: a quote is not closed"),
        SHELL.faults("Get-SendConnector 'Internet"));
  }
}
