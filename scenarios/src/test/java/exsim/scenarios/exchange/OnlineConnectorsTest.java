package exsim.scenarios.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import exsim.model.online.InboundConnector;
import exsim.model.online.OutboundConnector;
import exsim.model.online.Tenant;
import exsim.model.online.TransportRule;
import exsim.model.tls.SendTlsPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnlineConnectorsTest {
  private final Findings findings = Findings.of(ObjectText.FILE);

  private List<String> problems() {
    return findings.problems().all().stream().map(Object::toString).toList();
  }

  private List<String> warnings() {
    return findings.warnings().all().stream().map(Object::toString).toList();
  }

  private Optional<InboundConnector> inbound(String members) {
    return InboundConnectors.decode(ObjectText.object("{'Name':'I'," + members + "}"), findings);
  }

  private Optional<OutboundConnector> outbound(String members) {
    return OutboundConnectors.decode(ObjectText.object("{'Name':'O'," + members + "}"), findings);
  }

  @Test
  void what_the_hybrid_wizard_writes_is_read() {
    InboundConnector connector =
        inbound(
                "'ConnectorType':'OnPremises','ConnectorSource':'HybridWizard',"
                    + "'SenderDomains':['smtp:*;1','smtp:*.contoso.com;20'],"
                    + "'TlsSenderCertificateName':'<I>CN=CA, O=X<S>O=Y, CN=mail.contoso.com'")
            .orElseThrow();

    assertEquals("mail.contoso.com", connector.certificateName().orElseThrow().toString());
    assertEquals(20, connector.senderDomains().get(1).priority());
    assertEquals(Optional.empty(), connector.restrictions().requireTls());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CFG-041 | 'TreatMessagesAsInternal':true",
        "CFG-042 | 'ConnectorType':'OnPremises','TreatMessagesAsInternal':true,"
            + "'CloudServicesMailEnabled':true",
        "CFG-043 | 'SenderIPAddresses':'192.0.0.0/23'",
        "CFG-043 | 'SenderIPAddresses':'2001:db8::1'",
        "CFG-044 | 'RestrictDomainsToIPAddresses':true",
        "CFG-045 | 'RestrictDomainsToCertificate':true",
        "CFG-052 | 'SenderDomains':[]",
        "InboundConnector has no property `TlsSettings` | 'TlsSettings':'EncryptionOnly'"
      })
  void what_exchange_online_refuses_on_inbound_connectors_is_refused(
      String expected, String members) {
    String others = members.startsWith("'SenderDomains'") ? "" : "'SenderDomains':'*',";
    assertTrue(inbound(others + members).isEmpty());
    assertTrue(
        problems().stream().anyMatch(p -> p.contains(expected)), () -> problems().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CFG-046 | 'AllAcceptedDomains':true",
        "CFG-047 | 'RouteAllMessagesViaOnPremises':true",
        "CFG-048 | 'SenderRewritingEnabled':true",
        "CFG-049 | 'UseMXRecord':false",
        "CFG-050 | 'TlsDomain':'a.example','TlsSettings':'CertificateValidation'",
        "CFG-051 | 'SmartHosts':'a.example:26'",
        "OutboundConnector has no property `RequireTls` | 'RequireTls':true"
      })
  void what_exchange_online_refuses_on_outbound_connectors_is_refused(
      String expected, String members) {
    assertTrue(outbound(members).isEmpty());
    assertTrue(
        problems().stream().anyMatch(p -> p.contains(expected)), () -> problems().toString());
  }

  @Test
  void an_outbound_connector_that_says_nothing_of_tls_is_opportunistic() {
    OutboundConnector connector = outbound("'SmartHosts':['a.example']").orElseThrow();

    assertEquals(new SendTlsPolicy.Opportunistic(), connector.tls());
    assertEquals(1, connector.smartHosts().size());
    assertEquals(OutboundConnector.Options.DEFAULT, connector.options());
  }

  @Test
  void what_is_odd_is_a_warning_and_no_refusal() {
    assertTrue(
        inbound(
                "'SenderDomains':'*','SenderIPAddresses':'192.0.2.1',"
                    + "'TlsSenderCertificateName':'a.example'")
            .isPresent());
    assertTrue(outbound("'TlsSettings':'DomainValidation','TestMode':true").isPresent());

    assertEquals(
        List.of("CFG-104", "CFG-107", "CFG-108", "CFG-140"),
        warnings().stream().map(w -> w.replaceAll(".*(CFG-\\d+).*", "$1")).sorted().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CFG-105 | 'ConnectorType':'OnPremises','SenderDomains':'*','SenderIPAddresses':'192.0.2.1',"
            + "'RestrictDomainsToIPAddresses':true",
        "CFG-105 | 'ConnectorType':'OnPremises','SenderDomains':'*',"
            + "'TlsSenderCertificateName':'a.example','RestrictDomainsToCertificate':true",
        "CFG-106 | 'SenderDomains':'*','AssociatedAcceptedDomains':'contoso.com'",
        "CFG-140 | 'SenderDomains':'*','TlsSenderCertificateName':'a.example'",
        "CFG-141 | 'SenderDomains':'*','EFSkipIPs':['192.0.2.0/24','10.1.2.0/24']"
      })
  void an_inbound_setting_that_does_nothing_here_is_a_warning(String id, String members) {
    assertTrue(inbound(members).isPresent());
    assertTrue(warnings().stream().anyMatch(w -> w.contains(id + " ")), () -> warnings() + "");
  }

  @Test
  void a_disabled_connector_is_kept_and_enhanced_filtering_read() {
    InboundConnector connector =
        inbound(
                "'SenderDomains':'*','Enabled':false,'EFSkipIPs':'192.0.2.0/24',"
                    + "'EFUsers':['a@contoso.com'],'Comment':'old'")
            .orElseThrow();

    assertFalse(connector.enabled());
    assertEquals("192.0.2.0/24", connector.filtering().skipIps().get(0).text());
    assertEquals(List.of("a@contoso.com"), connector.filtering().users());
  }

  @Test
  void centralized_transport_for_accepted_domains_alone_is_a_warning() {
    assertTrue(
        outbound(
                "'ConnectorType':'OnPremises','AllAcceptedDomains':true,"
                    + "'RouteAllMessagesViaOnPremises':true")
            .isPresent());
    assertTrue(warnings().stream().anyMatch(w -> w.contains("CFG-175 ")), () -> warnings() + "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CFG-170 | 'MatchSubDomains':true",
        "CFG-172 | 'SendingToDomainDisabled':true",
        "CFG-172 | 'SendingFromDomainDisabled':true"
      })
  void an_accepted_domain_that_does_not_work_as_meant_is_a_warning(String id, String members) {
    assertTrue(
        AcceptedDomains.decodeOnline(
                ObjectText.object("{'DomainName':'contoso.com'," + members + "}"), findings)
            .isPresent());
    assertTrue(warnings().stream().anyMatch(w -> w.contains(id + " ")), () -> warnings() + "");
  }

  @Test
  void a_rule_that_only_stops_others_is_kept_under_simulated_conditions_alone() {
    TransportRule stops =
        TransportRules.decode(
                ObjectText.object("{'Name':'R','From':'a@b.example','StopRuleProcessing':true}"),
                findings)
            .orElseThrow();
    TransportRule conditional =
        TransportRules.decode(
                ObjectText.object(
                    "{'Name':'R','SubjectContainsWords':['x'],'StopRuleProcessing':true}"),
                findings)
            .orElseThrow();

    assertTrue(stops.enabled() && stops.stops());
    assertFalse(conditional.enabled());
  }

  @Test
  void a_rule_under_a_condition_that_is_not_simulated_holds_for_no_message() {
    TransportRule plain =
        TransportRules.decode(
                ObjectText.object(
                    "{'Name':'R','RecipientDomainIs':'b.example','SubjectContainsWords':[],"
                        + "'RouteMessageOutboundConnector':'O'}"),
                findings)
            .orElseThrow();
    TransportRule conditional =
        TransportRules.decode(
                ObjectText.object(
                    "{'Name':'R','SubjectContainsWords':['secret'],"
                        + "'RouteMessageOutboundConnector':'O'}"),
                findings)
            .orElseThrow();

    assertTrue(plain.enabled());
    assertFalse(conditional.enabled());
    assertEquals(1, warnings().size());
    assertTrue(warnings().get(0).contains("SubjectContainsWords is not simulated"));
  }

  @Test
  void a_tenants_settings_come_from_three_objects() {
    Tenant.Settings settings =
        TransportConfigs.decodeOnline(
                Optional.of(
                    ObjectText.object(
                        "{'SmtpClientAuthenticationDisabled':true,"
                            + "'MessageExpiration':'12:00:00'}")),
                Optional.of(ObjectText.object("{'RejectDirectSend':true}")),
                ImmutableList.of(
                    ObjectText.object(
                        "{'Identity':'a@contoso.com','SmtpClientAuthenticationDisabled':false}"),
                    ObjectText.object(
                        "{'Identity':'b@contoso.com','SmtpClientAuthenticationDisabled':null}")),
                findings)
            .orElseThrow();

    assertEquals(Optional.of(true), settings.smtpAuthDisabled());
    assertEquals(1, settings.mailboxSmtpAuthDisabled().size());
    assertTrue(settings.rejectDirectSend());
    assertEquals(Optional.of(Duration.ofHours(12)), settings.messageExpiration());
    assertEquals(List.of(), problems());
  }
}
