package exsim.scenarios.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.scenarios.exchange.ObjectKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OtherObjectsTest {
  private static final Shell SHELL =
      Shell.on(
          """
          'clock': '2026-06-01T00:00:00Z',
          'onPremises': [{ 'name': 'contoso', 'acceptedDomains': ['contoso.com'],
            'servers': [
              { 'name': 'EX19', 'version': '2019',
                'certificates': ['mail', { 'name': 'old', 'Services': 'IIS, POP' }] },
              { 'name': 'EX10', 'version': '2010' }] }],
          'exchangeOnline': [{ 'name': 'contoso.onmicrosoft.com',
            'inboundConnectors': [{ 'Name': 'In', 'ConnectorType': 'OnPremises',
              'SenderDomains': '*', 'RequireTls': true, 'TlsSenderCertificateName': 'contoso.com' }],
            'outboundConnectors': [{ 'Name': 'Out', 'RecipientDomains': 'fabrikam.com',
              'SmartHosts': '192.0.2.1', 'UseMXRecord': false }] }],
          'certificates': {
            'mail': { 'names': ['mail.contoso.com'], 'notAfter': '2027-01-31T22:59:59Z' },
            'old': { 'names': ['old.contoso.com'], 'issuer': 'Own CA',
              'notAfter': '2026-01-01T00:00:00Z' } }
          """);

  @Test
  void certificates_show_their_services_by_letters_in_the_table() {
    assertEquals(
        List.of(
            "Thumbprint                                Services   Subject",
            "----------                                --------   -------",
            "mail                                      ....S..    CN=mail.contoso.com",
            "old                                       .P.W...    CN=old.contoso.com",
            "EX19                                      IP.WS..    CN=EX19",
            "EX10                                      IP.WS.     CN=EX10"),
        SHELL.print("Get-ExchangeCertificate"));
  }

  @Test
  void a_certificate_tells_what_its_server_makes_of_it() {
    assertEquals(
        List.of(
            "AccessRules        :",
            "CertificateDomains : {old.contoso.com}",
            "HasPrivateKey      : True",
            "IsSelfSigned       : False",
            "Issuer             : CN=Own CA",
            "NotAfter           : 1/1/2026 12:00:00 AM",
            "NotBefore          :",
            "PublicKeySize      :",
            "RootCAType         : Enterprise",
            "SerialNumber       :",
            "Services           : IIS, POP",
            "Status             : DateInvalid",
            "Subject            : CN=old.contoso.com",
            "Thumbprint         : old"),
        SHELL.print("Get-ExchangeCertificate -Server EX19 -Thumbprint old | fl"));
    assertEquals(
        List.of("1/31/2027 10:59:59 PM"),
        SHELL.print("Get-ExchangeCertificate mail | select -Exp NotAfter"));
    assertEquals(
        List.of("cmdlet:1:1: there is no certificate `new`; its name stands for a thumbprint"),
        SHELL.faults("Get-ExchangeCertificate new"));
  }

  @Test
  void connectors_of_a_tenant_are_shown_like_others() {
    assertEquals(
        List.of(
            "Name                      RecipientDomains          Enabled",
            "----                      ----------------          -------",
            "Out                       {fabrikam.com}            True"),
        SHELL.print("Get-OutboundConnector"));
    assertEquals(
        List.of(
            "SmartHosts  : {[192.0.2.1]}",
            "UseMXRecord : False",
            "TlsSettings :",
            "Identity    : Out"),
        SHELL.print("Get-OutboundConnector | fl SmartHosts,UseMX*,TlsSettings,Identity"));
    assertEquals(
        List.of("In OnPremises True contoso.com"),
        SHELL.print(
            "Get-InboundConnector | ft Name,ConnectorType,RequireTls,TlsSenderCertificateName"
                + " -Auto -HideTableHeaders"));
  }

  @Test
  void settings_show_what_is_known_of_them() {
    Shell shell =
        Shell.on(
            """
            'onPremises': [{ 'name': 'contoso', 'acceptedDomains': ['contoso.com'],
              'transportConfig': {
                'TLSSendDomainSecureList': 'fabrikam.com', 'MaxSendSize': '20 MB' },
              'servers': [{ 'name': 'EX19', 'version': '2019' }] }]
            """);
    List<String> lines = shell.wide(120).print("Get-TransportConfig -DomainController dc1");

    assertTrue(lines.stream().anyMatch(l -> l.matches("MaxSendSize +: 20 MB \\(.* bytes\\)")));
    assertTrue(
        lines.stream().anyMatch(l -> l.matches("TLSSendDomainSecureList +: \\{fabrikam.com}")));
    assertEquals(
        List.of("Name : EX19", "", "Name : EX10"), SHELL.print("Get-TransportService | fl Name"));
  }

  @Test
  void an_edge_subscription_names_its_server_and_site() {
    Shell shell =
        Shell.on(
            """
            'onPremises': [{ 'name': 'contoso', 'acceptedDomains': ['contoso.com'],
              'servers': [{ 'name': 'EX19', 'version': '2019', 'site': 'Oslo' },
                { 'name': 'EDGE', 'version': '2019', 'role': 'EdgeTransport', 'site': 'Oslo' }] }]
            """);

    assertEquals(
        List.of("Name   : EDGE", "Site   : Oslo", "Domain : contoso.com"),
        shell.print("Get-EdgeSubscription | fl Name, Site, Domain"));
    assertEquals(
        List.of("InternalTransportCertificateThumbprint : EX19"),
        shell.print("Get-TransportService EX19 | fl InternalTransportCertificateThumbprint"));
  }

  @ParameterizedTest
  @EnumSource(ObjectKind.class)
  void every_kind_has_a_layout_whose_properties_exist(ObjectKind kind) {
    for (View.Entry entry : View.of(kind).properties()) {
      assertTrue(
          entry.name().equals(View.OTHERS) || kind.properties().find(entry.name()).isPresent(),
          kind + " " + entry.name());
    }
  }
}
