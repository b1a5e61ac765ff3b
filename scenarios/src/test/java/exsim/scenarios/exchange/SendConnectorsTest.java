package exsim.scenarios.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.SendConnector;
import exsim.model.tls.SendTlsPolicy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendConnectorsTest {
  private final Findings findings = Findings.of(ObjectText.FILE);

  private Optional<SendConnector> decode(ExchangeVersion version, String json) {
    OrganizationFacts facts =
        new OrganizationFacts(
            ImmutableList.of(ObjectText.edge("EDGE1"), ObjectText.mailbox("EX1", version)));
    return SendConnectors.decode(ObjectText.object(json), facts, findings);
  }

  private List<String> problems() {
    return findings.problems().all().stream().map(Object::toString).toList();
  }

  @Test
  void what_is_left_out_has_the_documented_default() {
    SendConnector connector =
        decode(ExchangeVersion.E2019, "{'Name':'Internet','AddressSpaces':['SMTP:*;1']}")
            .orElseThrow();

    assertEquals(new SendTlsPolicy.Opportunistic(), connector.tls().policy());
    assertEquals(new SendConnector.Routing.Dns(25), connector.routing());
    assertEquals(OptionalLong.of(36_700_160), connector.maxMessageSize());
    assertEquals(ImmutableList.of("EX1"), connector.scope().sourceServers());
  }

  @Test
  void exchange_2010_sends_smaller_messages_by_default() {
    SendConnector connector =
        decode(ExchangeVersion.SE, "{'Name':'I','AddressSpaces':'*'}").orElseThrow();
    OrganizationFacts old =
        new OrganizationFacts(ImmutableList.of(ObjectText.mailbox("E", ExchangeVersion.E2010)));
    SendConnector older =
        SendConnectors.decode(ObjectText.object("{'Name':'I','AddressSpaces':'*'}"), old, findings)
            .orElseThrow();

    assertEquals(OptionalLong.of(36_700_160), connector.maxMessageSize());
    assertEquals(OptionalLong.of(10_485_760), older.maxMessageSize());
  }

  @Test
  void names_match_whatever_their_case_and_lists_may_be_printed_text() {
    SendConnector connector =
        decode(
                ExchangeVersion.E2016,
                "{'name':'x','ADDRESSSPACES':'{SMTP:a.example;1, smtp:*.b.example;20}',"
                    + "'requiretls':'True'}")
            .orElseThrow();

    assertEquals(2, connector.scope().addressSpaces().size());
    assertEquals(20, connector.scope().addressSpaces().get(1).cost());
    assertTrue(connector.tls().policy().requiresTls());
  }

  @Test
  void every_fault_of_a_connector_is_reported_in_one_run() {
    decode(
        ExchangeVersion.E2019,
        "{'Name':'I','AddressSpaces':['SMTP:*;200'],\n'IgnoreSTARTLS':true,\n"
            + "'DNSRoutingEnabled':false,\n'Port':'many'}");

    assertEquals(
        List.of(
            "scenario.json:1:30: /AddressSpaces/0: CFG-071 AddressSpaces: the cost of address space `*` is"
                + " 1 to 100, not 200; expected: a list of address spaces such as SMTP:*;1",
            "scenario.json:2:1: /IgnoreSTARTLS: SendConnector has no property `IgnoreSTARTLS`; did"
                + " you mean IgnoreSTARTTLS?",
            "scenario.json:3:21: /DNSRoutingEnabled: CFG-007 DNSRoutingEnabled is $false and there"
                + " are no SmartHosts; add SmartHosts, or set DNSRoutingEnabled to $true",
            "scenario.json:4:8: /Port: CFG-071 Port: `many` is not a whole number; expected: a number from"
                + " 0 to 65535"),
        problems());
  }

  @Test
  void a_property_without_a_bearing_is_accepted_and_an_older_version_may_lack_one() {
    decode(
        ExchangeVersion.E2019,
        "{'Name':'I','AddressSpaces':'*','SmtpMaxMessagesPerConnection':20,"
            + "'WhenChanged':'2024-01-01','Guid':'0'}");
    assertEquals(List.of(), problems());

    OrganizationFacts old =
        new OrganizationFacts(ImmutableList.of(ObjectText.mailbox("E", ExchangeVersion.E2010)));
    SendConnectors.decode(
        ObjectText.object("{'Name':'I','AddressSpaces':'*','FrontendProxyEnabled':false}"),
        old,
        findings);
    assertEquals(1, problems().size());
    assertTrue(problems().get(0).contains("Exchange 2010 has no FrontendProxyEnabled"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CFG-001 | 'RequireTLS':true,'IgnoreSTARTTLS':true",
        "CFG-002 | 'TlsAuthLevel':'EncryptionOnly'",
        "CFG-003 | 'TlsAuthLevel':'EncryptionOnly','IgnoreSTARTTLS':true",
        "CFG-004 | 'RequireTLS':true,'TlsDomain':'a.example'",
        "CFG-005 | 'RequireTLS':true,'TlsAuthLevel':'DomainValidation','SmartHosts':'a.example'",
        "CFG-006 | 'SmartHosts':'a.example','DNSRoutingEnabled':true",
        "CFG-007 | 'DNSRoutingEnabled':false",
        "CFG-008 | 'SmartHostAuthMechanism':'ExchangeServer'",
        "CFG-009 | 'SmartHosts':'a.example','SmartHostAuthMechanism':'BasicAuth'",
        "CFG-010 | 'SourceIPAddress':'192.0.2.1'",
        "CFG-011 | 'AddressSpaces':'SMTP:--;1'",
        "CFG-007 | 'DNSRoutingEnabled':false,'SmartHosts':[]",
        "CFG-014 | 'AddressSpaces':'X400:c=us;1','SmartHosts':'a','SourceTransportServers':'EDGE1'",
        "CFG-015 | 'AddressSpaces':'X400:c=us;1'",
        "CFG-016 | 'AddressSpaces':[]",
        "CFG-018 | 'SmartHosts':'a.example:26'",
        "CFG-071 AddressSpaces | 'AddressSpaces':'*contoso.com'",
        "CFG-071 AddressSpaces | 'AddressSpaces':'a.*.contoso.com'",
        "CFG-071 AddressSpaces | 'AddressSpaces':'*;0'",
        "CFG-071 AddressSpaces | 'AddressSpaces':'X400:c=us;a=fax'",
        "CFG-071 Port | 'Port':65536",
        "CFG-071 MaxMessageSize | 'MaxMessageSize':'2 GB'",
        "CFG-071 ConnectionInactivityTimeOut | 'ConnectionInactivityTimeOut':'1.00:00:01'",
        "CFG-071 ErrorPolicies | 'ErrorPolicies':'Default, DowngradeDnsFailures'",
        "CFG-071 SmartHostAuthMechanism | 'SmartHostAuthMechanism':'BasicAuth, ExchangeServer'",
        "CFG-072 Exchange 2019 has no IsCoexistenceConnector | 'IsCoexistenceConnector':true",
        "CFG-072 Exchange 2019 has no LinkedReceiveConnector | 'LinkedReceiveConnector':'EX1\\\\In'"
      })
  void what_exchange_refuses_is_refused(String id, String members) {
    String spaces = members.contains("AddressSpaces") ? "" : "'AddressSpaces':'*',";

    decode(ExchangeVersion.E2019, "{'Name':'I'," + spaces + members + "}");

    assertTrue(problems().stream().anyMatch(p -> p.contains(": " + id)), problems().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'LinkedReceiveConnector':'EX1\\\\In','SmartHosts':'[192.0.2.1]',"
            + "'SmartHostAuthMechanism':'ExternalAuthoritative','MaxMessageSize':'Unlimited' |",
        "'LinkedReceiveConnector':'EX1\\\\In','SmartHosts':'[192.0.2.1]',"
            + "'MaxMessageSize':'Unlimited' | CFG-013",
        "'LinkedReceiveConnector':'EX1\\\\In','SmartHosts':'[192.0.2.1]',"
            + "'SmartHostAuthMechanism':'ExternalAuthoritative' | CFG-013",
        "'LinkedReceiveConnector':'EX1\\\\In','MaxMessageSize':'Unlimited' | CFG-013",
        "'LinkedReceiveConnector':'EX1\\\\In','SmartHosts':'[192.0.2.1]','AddressSpaces':'*',"
            + "'SmartHostAuthMechanism':'ExternalAuthoritative','MaxMessageSize':'Unlimited'"
            + " | CFG-013",
        "'AddressSpaces':'*','FrontendProxyEnabled':true | CFG-072",
        "'AddressSpaces':'*','CloudServicesMailEnabled':true | CFG-072",
        "'AddressSpaces':'*','TlsCertificateName':'<I>CN=a<S>CN=b' | CFG-072",
        "'AddressSpaces':'*','ConnectorType':'Default' | CFG-072"
      })
  void exchange_2010_links_receive_connectors_and_lacks_what_came_later(
      String members, String expected) {
    OrganizationFacts old =
        new OrganizationFacts(ImmutableList.of(ObjectText.mailbox("EX1", ExchangeVersion.E2010)));

    Optional<SendConnector> connector =
        SendConnectors.decode(
            ObjectText.object("{'Name':'Linked'," + members + "}"), old, findings);

    assertEquals(expected == null, connector.isPresent(), () -> problems().toString());
    assertTrue(
        expected == null || problems().get(0).contains(": " + expected + " "),
        () -> problems().toString());
    assertTrue(
        expected != null
            || connector.get().options().linkedReceiveConnector().equals(Optional.of("EX1\\In")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CFG-102 | 'DomainSecureEnabled':true,'SmartHosts':'a.example'",
        "CFG-102 | 'DomainSecureEnabled':true,'IgnoreSTARTTLS':true",
        "CFG-111 | 'DomainSecureEnabled':true,'FrontendProxyEnabled':true",
        "CFG-114 | 'DomainSecureEnabled':true,'AddressSpaces':'*.example'",
        "CFG-151 | 'SmartHosts':'contoso-com.mail.protection.outlook.com'",
        "CFG-152 | 'AddressSpaces':'smtp:contoso.mail.onmicrosoft.com;1'",
        "CFG-153 | 'AddressSpaces':'contoso.mail.onmicrosoft.com','TlsAuthLevel':'EncryptionOnly','RequireTLS':true",
        "CFG-154 | 'AddressSpaces':'contoso.mail.onmicrosoft.com','TlsAuthLevel':'DomainValidation','TlsDomain':'contoso.com','RequireTLS':true"
      })
  void what_exchange_takes_to_no_good_is_a_warning(String id, String members) {
    String spaces = members.contains("AddressSpaces") ? "" : "'AddressSpaces':'b.example',";

    assertTrue(decode(ExchangeVersion.E2019, "{'Name':'I'," + spaces + members + "}").isPresent());
    assertTrue(
        findings.warnings().all().stream().anyMatch(w -> w.what().startsWith(id + " ")),
        () -> findings.warnings().all().toString());
  }

  @Test
  void a_connector_as_the_hybrid_wizard_makes_it_draws_no_warning() {
    decode(
        ExchangeVersion.E2019,
        "{'Name':'I','AddressSpaces':'smtp:contoso.mail.onmicrosoft.com;1','RequireTLS':true,"
            + "'TlsAuthLevel':'DomainValidation','TlsDomain':'mail.protection.outlook.com',"
            + "'CloudServicesMailEnabled':true,'TlsCertificateName':'<I>CN=CA<S>CN=a.example'}");

    assertEquals(List.of(), findings.warnings().all());
  }

  @Test
  void an_edge_server_of_its_own_names_no_source_server() {
    OrganizationFacts edge = new OrganizationFacts(ImmutableList.of(ObjectText.edge("EDGE1")));

    SendConnectors.decode(
        ObjectText.object("{'Name':'I','AddressSpaces':'*','SourceTransportServers':'EDGE1'}"),
        edge,
        findings);

    assertTrue(findings.warnings().all().get(0).what().startsWith("CFG-110 "));
  }

  @Test
  void a_certificate_without_required_tls_is_a_warning_and_no_refusal() {
    Optional<SendConnector> connector =
        decode(
            ExchangeVersion.E2019,
            "{'Name':'I','AddressSpaces':'*','TlsCertificateName':'<I>CN=CA<S>CN=a.example'}");

    assertTrue(connector.isPresent());
    assertTrue(findings.warnings().all().get(0).what().startsWith("CFG-101 "));
  }

  @Test
  void a_source_server_that_is_not_there_is_reported_with_a_near_name() {
    decode(
        ExchangeVersion.E2019, "{'Name':'I','AddressSpaces':'*','SourceTransportServers':'EX2'}");

    assertTrue(problems().get(0).endsWith("has no server `EX2`; did you mean EX1?"));
  }
}
