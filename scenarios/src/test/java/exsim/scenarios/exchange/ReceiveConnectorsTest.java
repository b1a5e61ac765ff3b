package exsim.scenarios.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.onprem.AuthMechanism;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.PermissionGroup;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.TransportService;
import exsim.scenarios.json.Located;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiveConnectorsTest {
  private static final String OPEN = "'Bindings':'0.0.0.0:25','RemoteIPRanges':'192.0.2.0/24'";
  private static final ServerFacts EX1 = ObjectText.mailbox("EX1", ExchangeVersion.E2019);

  private final Findings findings = Findings.of(ObjectText.FILE);

  private Optional<ReceiveConnector> decode(ServerFacts server, String members) {
    String object = "{'Name':'R'," + members + "}";
    return ReceiveConnectors.decode(ObjectText.object(object), server, findings);
  }

  private List<String> problems() {
    return findings.problems().all().stream().map(Object::toString).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'Tls, BasicAuth'",
        "['tls','BASICAUTH']",
        "5",
        "{'value':5,'Value':'Tls, BasicAuth'}",
        "'5'"
      })
  void flags_are_read_in_every_form_that_exports_have(String value) {
    ReceiveConnector connector =
        decode(EX1, OPEN + ",'PermissionGroups':19,'AuthMechanism':" + value).orElseThrow();

    assertEquals(
        ImmutableSet.of(AuthMechanism.TLS, AuthMechanism.BASIC_AUTH),
        connector.security().authMechanism());
    assertEquals(
        ImmutableSet.of(
            PermissionGroup.ANONYMOUS_USERS,
            PermissionGroup.EXCHANGE_USERS,
            PermissionGroup.PARTNERS),
        connector.security().permissionGroups());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CFG-021 | 'AuthMechanism':'Tls, BasicAuthRequireTLS'",
        "CFG-022 | 'AuthMechanism':'Tls, ExternalAuthoritative, Integrated'",
        "CFG-023 | 'AuthMechanism':'ExternalAuthoritative','PermissionGroups':'AnonymousUsers'",
        "CFG-024 | 'AuthMechanism':'Integrated','RequireTLS':true",
        "CFG-025 | 'AuthMechanism':'None','DomainSecureEnabled':true",
        "CFG-026 | 'AuthMechanism':'Tls, ExternalAuthoritative','DomainSecureEnabled':true",
        "CFG-027 | 'ChunkingEnabled':false",
        "CFG-028 | 'Banner':'hello'",
        "CFG-030 | 'ConnectionTimeout':'00:05:00'",
        "CFG-032 | 'Bindings':[]",
        "CFG-033 | 'RemoteIPRanges':[]",
        "stands alone | 'AuthMechanism':'None, Tls'",
        "did you mean Tls? | 'AuthMechanism':'Tsl'",
        "is larger than any | 'MaxMessageSize':'99999999999 TB'",
        "is not a whole number | 'ConnectionTimeout':{'Ticks':1,'TotalSeconds':'x'}",
        "is not a binding | 'Bindings':['25']",
        "is not an IP address | 'RemoteIPRanges':['192.0.2.300']"
      })
  void what_exchange_refuses_is_refused(String expected, String members) {
    String open = members.contains("Bindings") || members.contains("Ranges") ? "" : OPEN + ",";

    decode(EX1, open + members);

    assertTrue(
        problems().stream().anyMatch(p -> p.contains(expected)), () -> problems().toString());
  }

  @Test
  void an_edge_server_has_neither_a_front_end_nor_old_servers() {
    decode(
        ObjectText.edge("EDGE"),
        OPEN + ",'TransportRole':'FrontendTransport','PermissionGroups':'ExchangeLegacyServers'");

    assertTrue(problems().get(0).contains("CFG-031"), () -> problems().toString());
    assertTrue(problems().get(1).contains("CFG-029"), () -> problems().toString());
  }

  @Test
  void a_connector_without_a_role_belongs_to_the_service_of_its_port() {
    assertEquals(TransportService.FRONT_END, decode(EX1, OPEN).orElseThrow().service());
    assertEquals(
        TransportService.HUB, decode(EX1, OPEN.replace(":25'", ":2525'")).orElseThrow().service());
    assertEquals(
        TransportService.HUB,
        decode(ObjectText.mailbox("EX", ExchangeVersion.E2010), OPEN).orElseThrow().service());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.0/24 | 0.0.0.0:25 | none",
        "192.0.2.64/26 | 0.0.0.0:25 | none",
        "0.0.0.0-255.255.255.255 | 0.0.0.0:25 | none",
        "192.0.2.0-192.0.2.127 | 0.0.0.0:25 | CFG-035",
        "192.0.2.100-192.0.2.200 | 0.0.0.0:25 | CFG-034",
        "192.0.2.100-192.0.2.200 | 192.0.2.1:25 | none",
        "192.0.2.100-192.0.2.200 | 0.0.0.0:26 | none"
      })
  void two_connectors_must_be_told_apart_by_every_address(
      String ranges, String binding, String expected) {
    Located.Obj one =
        ObjectText.object("{'Name':'A','Bindings':'0.0.0.0:25','RemoteIPRanges':'192.0.2.0/25'}");
    Located.Obj two =
        ObjectText.object(
            "{'Name':'B','Bindings':'" + binding + "','RemoteIPRanges':'" + ranges + "'}");

    ReceiveConnectors.checkTogether(
        ImmutableList.of(one, two),
        ImmutableList.of(
            ReceiveConnectors.decode(one, EX1, findings).orElseThrow(),
            ReceiveConnectors.decode(two, EX1, findings).orElseThrow()),
        findings);

    assertEquals(expected.equals("none") ? 0 : 1, problems().size(), () -> problems().toString());
    assertTrue(
        expected.equals("none") || problems().get(0).contains(expected + " "),
        () -> problems().toString());
  }

  @Test
  void capabilities_keep_the_commas_within_an_entry() {
    ReceiveConnector connector =
        decode(
                EX1,
                OPEN
                    + ",'TlsDomainCapabilities':'{a.example:AcceptCloudServicesMail,"
                    + " AcceptOorgProtocol, b.example:AcceptOorgProtocol}'")
            .orElseThrow();

    assertEquals(2, connector.security().tlsDomainCapabilities().size());
    assertEquals(
        ImmutableList.of("AcceptCloudServicesMail", "AcceptOorgProtocol"),
        connector.security().tlsDomainCapabilities().get(0).capabilities());
  }

  @Test
  void a_capability_may_name_a_certificate_with_commas_in_its_subject() {
    ReceiveConnector connector =
        decode(
                EX1,
                OPEN
                    + ",'TlsDomainCapabilities':'{<I>CN=A CA, DC=com<S>CN=a.example, O=A:"
                    + "AcceptCloudServicesMail, b.example:AcceptOorgProtocol}'")
            .orElseThrow();

    assertEquals(
        ImmutableList.of("<I>CN=A CA, DC=com<S>CN=a.example, O=A", "b.example"),
        connector.security().tlsDomainCapabilities().stream()
            .map(c -> c.peer().toString())
            .collect(ImmutableList.toImmutableList()));
  }

  @Test
  void another_name_beside_exchange_authentication_is_a_warning() {
    assertTrue(
        decode(EX1, OPEN + ",'AuthMechanism':'Tls, ExchangeServer','Fqdn':'mail.contoso.com'")
            .isPresent());
    assertTrue(findings.warnings().all().get(0).what().startsWith("CFG-103 "));

    Findings own = Findings.of(ObjectText.FILE);
    ReceiveConnectors.decode(
        ObjectText.object(
            "{'Name':'R'," + OPEN + ",'AuthMechanism':'ExchangeServer','Fqdn':'ex1.contoso.com'}"),
        EX1,
        own);
    assertTrue(own.warnings().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"E2010, 30, 8", "E2013, 30, 8", "E2016, 60, 5", "SE, 60, 5"})
  void limits_have_the_defaults_of_the_version(ExchangeVersion version, int hops, int local) {
    ReceiveConnector connector = decode(ObjectText.mailbox("EX1", version), OPEN).orElseThrow();

    Duration five = Duration.ofSeconds(5);
    assertEquals(
        new ReceiveConnector.Limits(
            hops,
            local,
            OptionalInt.of(5),
            3,
            five,
            version.atLeast(ExchangeVersion.E2016) ? Optional.of(five) : Optional.empty()),
        connector.limits());
    assertEquals(ReceiveConnector.Rejections.NONE, connector.rejections());
    assertEquals(37_748_736, connector.extensions().maxMessageSize());
  }

  @Test
  void limits_and_rejections_are_those_stated() {
    ReceiveConnector connector =
        decode(
                EX1,
                OPEN
                    + ",'MaxHopCount':500,'MaxLocalHopCount':0,'MaxProtocolErrors':'Unlimited',"
                    + "'MaxLogonFailures':10,'TarpitInterval':'00:00:00',"
                    + "'AuthTarpitInterval':'00:00:10','BareLinefeedRejectionEnabled':true,"
                    + "'RejectReservedTopLevelRecipientDomains':true,"
                    + "'RejectReservedSecondLevelRecipientDomains':true,"
                    + "'RejectSingleLabelRecipientDomains':true")
            .orElseThrow();

    assertEquals(
        new ReceiveConnector.Limits(
            500, 0, OptionalInt.empty(), 10, Duration.ZERO, Optional.of(Duration.ofSeconds(10))),
        connector.limits());
    assertEquals(new ReceiveConnector.Rejections(true, true, true, true), connector.rejections());
  }
}
