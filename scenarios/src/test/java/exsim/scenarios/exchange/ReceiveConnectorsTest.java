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
        "CFG-030 | 'ConnectionInactivityTimeout':'00:10:00'",
        "CFG-032 | 'Bindings':[]",
        "CFG-033 | 'RemoteIPRanges':[]",
        "CFG-036 | 'LongAddressesEnabled':true",
        "CFG-071 AuthMechanism: `None` stands alone | 'AuthMechanism':'None, Tls'",
        "CFG-071 MaxMessageSize | 'MaxMessageSize':65535",
        "CFG-071 MaxMessageSize | 'MaxMessageSize':'2 GB'",
        "CFG-071 MaxHopCount | 'MaxHopCount':501",
        "CFG-071 MaxHopCount | 'MaxHopCount':0",
        "CFG-071 MaxLocalHopCount | 'MaxLocalHopCount':51",
        "CFG-071 MaxRecipientsPerMessage | 'MaxRecipientsPerMessage':512001",
        "CFG-071 MaxLogonFailures | 'MaxLogonFailures':11",
        "CFG-071 ConnectionTimeout | 'ConnectionTimeout':'1.00:00:01'",
        "CFG-071 ConnectionTimeout | 'ConnectionTimeout':'00:00:00'",
        "CFG-071 MessageRateLimit | 'MessageRateLimit':0",
        "CFG-071 MaxInboundConnection | 'MaxInboundConnection':0",
        "CFG-071 MaxInboundConnectionPerSource | 'MaxInboundConnectionPerSource':10001",
        "CFG-071 MaxInboundConnectionPercentagePerSource |"
            + " 'MaxInboundConnectionPercentagePerSource':101",
        "CFG-071 MaxHeaderSize | 'MaxHeaderSize':0",
        "CFG-071 SizeEnabled | 'SizeEnabled':'On'",
        "CFG-071 Bindings | 'Bindings':['0.0.0.0:70000']",
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

  @ParameterizedTest
  @CsvSource({
    "E2010, TransportRole, 'HubTransport'",
    "E2010, TlsCertificateName, '<I>CN=a<S>CN=b'",
    "E2010, SmtpUtf8Enabled, 'True'",
    "E2013, AuthTarpitInterval, '00:00:05'",
    "E2013, RejectReservedTopLevelRecipientDomains, 'True'",
    "E2013, RejectReservedSecondLevelRecipientDomains, 'True'",
    "E2013, RejectSingleLabelRecipientDomains, 'True'"
  })
  void a_property_of_a_later_version_is_refused(
      ExchangeVersion version, String property, String value) {
    ServerFacts server = ObjectText.mailbox("EX1", version);

    decode(server, OPEN + ",'" + property + "':'" + value + "'");

    assertTrue(
        problems().get(0).contains(" CFG-072 Exchange " + version.text() + " has no " + property),
        () -> problems().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'TransportRole':'HubTransport','Bindings':'0.0.0.0:25' | true",
        "'TransportRole':'HubTransport','Bindings':'0.0.0.0:25','Enabled':false | false",
        "'TransportRole':'HubTransport','Bindings':'0.0.0.0:2526' | false",
        "'TransportRole':'FrontendTransport','Bindings':'0.0.0.0:25' | false"
      })
  void a_connector_of_the_transport_service_stays_off_port_25(String members, boolean warned) {
    assertTrue(decode(EX1, "'RemoteIPRanges':'192.0.2.0/24'," + members).isPresent());
    assertEquals(
        warned, findings.warnings().all().stream().anyMatch(w -> w.what().startsWith("CFG-115 ")));
  }

  @Test
  void a_name_has_at_most_64_characters() {
    for (int length : new int[] {64, 65}) {
      ReceiveConnectors.decode(
          ObjectText.object("{'Name':'" + "a".repeat(length) + "'," + OPEN + "}"), EX1, findings);
    }

    assertEquals(1, problems().size());
    assertTrue(problems().get(0).contains("CFG-071 Name: it has 65 characters, not 64"));
  }

  @ParameterizedTest
  @CsvSource({
    "E2010, AcceptCloudServicesMail, true",
    "E2010, AcceptOorgProtocol, false",
    "E2013, AcceptCloudServicesMail, false"
  })
  void exchange_2010_has_another_word_for_mail_of_the_cloud(
      ExchangeVersion version, String capability, boolean warned) {
    decode(
        ObjectText.mailbox("EX1", version),
        OPEN + ",'TlsDomainCapabilities':'mail.protection.outlook.com:" + capability + "'");

    assertEquals(warned, findings.warnings().all().toString().contains("CFG-117 "));
  }

  @Test
  void too_many_ranges_are_a_warning() {
    StringBuilder ranges = new StringBuilder("'192.0.2.1'");
    for (int i = 0; i < 1200; i++) {
      ranges.append(",'10.").append(i / 250).append('.').append(i % 250).append(".0/24'");
    }

    decode(EX1, "'Bindings':'0.0.0.0:25','RemoteIPRanges':[" + ranges + "]");

    assertTrue(findings.warnings().all().get(0).what().startsWith("CFG-109 "));
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
            version.atLeast(ExchangeVersion.E2016) ? Optional.of(five) : Optional.empty(),
            Duration.ofMinutes(5),
            Optional.empty()),
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
            500,
            0,
            OptionalInt.empty(),
            10,
            Duration.ZERO,
            Optional.of(Duration.ofSeconds(10)),
            Duration.ofMinutes(5),
            Optional.empty()),
        connector.limits());
    assertEquals(new ReceiveConnector.Rejections(true, true, true, true), connector.rejections());
  }
}
