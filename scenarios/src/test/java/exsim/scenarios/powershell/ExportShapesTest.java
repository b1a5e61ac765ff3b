package exsim.scenarios.powershell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.onprem.AuthMechanism;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.PermissionGroup;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.SendConnector;
import exsim.model.onprem.ServerRole;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.ObjectKind;
import exsim.scenarios.exchange.OrganizationFacts;
import exsim.scenarios.exchange.ReceiveConnectors;
import exsim.scenarios.exchange.SendConnectors;
import exsim.scenarios.exchange.ServerFacts;
import exsim.scenarios.json.Located;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes that exports have, one after the other as they are catalogued (OUT-001 to 030). */
class ExportShapesTest {
  private static final ServerFacts EX1 =
      new ServerFacts(
          "EX1",
          Optional.of(DomainName.parse("ex1.contoso.com")),
          ExchangeVersion.E2019,
          ImmutableSet.of(ServerRole.MAILBOX));

  /** A server's own connector in the order and with the padding of Exchange 2019. */
  private static final String FORMAT_LIST =
      """
      AuthMechanism                             : Tls, Integrated, ExchangeServer
      Banner                                    :
      BinaryMimeEnabled                         : True
      Bindings                                  : {[::]:25, 0.0.0.0:25}
      ChunkingEnabled                           : True
      DefaultDomain                             :
      Fqdn                                      : EX1.contoso.com
      ConnectionTimeout                         : 00:10:00
      MessageRateLimit                          : Unlimited
      MaxInboundConnectionPerSource             : 20
      MaxMessageSize                            : 36 MB (37,748,736 bytes)
      PermissionGroups                          : AnonymousUsers, ExchangeServers
      RemoteIPRanges                            : {10.0.0.0/8, 192.0.2.1-192.0.2.9, 198.51.100.7}
      TlsDomainCapabilities                     : {}
      TransportRole                             : FrontendTransport
      RejectReservedSecondLevelRecipientDomains : False
      SizeEnabled                               : EnabledWithoutValue
      Name                                      : In
      """;

  private final Findings findings = Findings.of("scenario.json");

  private ImmutableList<Located.Obj> read(String text, ObjectKind kind) {
    return ExportReader.read("export", text.getBytes(StandardCharsets.UTF_8), kind, findings);
  }

  private ReceiveConnector receive(String text) {
    ReceiveConnector connector =
        ReceiveConnectors.decode(read(text, ObjectKind.RECEIVE_CONNECTOR).get(0), EX1, findings)
            .orElseThrow(() -> new AssertionError(problems().toString()));
    assertEquals(List.of(), problems());
    return connector;
  }

  private SendConnector send(String text) {
    SendConnector connector =
        SendConnectors.decode(
                read(text, ObjectKind.SEND_CONNECTOR).get(0), OrganizationFacts.of(EX1), findings)
            .orElseThrow(() -> new AssertionError(problems().toString()));
    assertEquals(List.of(), problems());
    return connector;
  }

  private List<String> problems() {
    return findings.problems().all().stream().map(Object::toString).toList();
  }

  @Test
  void out_001_the_order_of_properties_means_nothing() {
    ImmutableList<String> lines =
        ImmutableList.copyOf(Splitter.on('\n').omitEmptyStrings().split(FORMAT_LIST));

    ReceiveConnector printed = receive(FORMAT_LIST);

    assertEquals(printed, receive(String.join("\n", lines.reverse()) + "\n"));
    assertEquals(List.of(), findings.warnings().all());
  }

  @Test
  void out_002_blank_lines_and_trailing_spaces_are_no_values_and_wrapped_lines_are_joined() {
    String pasted =
        FORMAT_LIST
            .replace("\n", "   \n\n")
            .replace("192.0.2.1-192.0.2.9, ", "192.0.2.1-192.0.2.9,\n" + " ".repeat(44));

    assertEquals(receive(FORMAT_LIST), receive(pasted));
  }

  @Test
  void out_003_values_are_read_as_they_are_printed() {
    ReceiveConnector connector = receive(FORMAT_LIST);

    assertEquals(
        ImmutableSet.of(AuthMechanism.TLS, AuthMechanism.INTEGRATED, AuthMechanism.EXCHANGE_SERVER),
        connector.security().authMechanism());
    assertEquals(37_748_736, connector.extensions().maxMessageSize());
    assertEquals(Optional.empty(), connector.extensions().banner());
    assertEquals("[[::]:25, 0.0.0.0:25]", connector.bindings().toString());
    assertEquals(
        "[10.0.0.0/8, 192.0.2.1-192.0.2.9, 198.51.100.7]", connector.remoteRanges().toString());
    assertEquals(ImmutableList.of(), connector.security().tlsDomainCapabilities());
    assertEquals(DomainName.parse("ex1.contoso.com"), connector.fqdn().orElseThrow());
  }

  @Test
  void out_004_what_a_script_joined_with_commas_is_a_list() {
    ReceiveConnector connector =
        receive("Name : In\nBindings : 0.0.0.0:25\nRemoteIPRanges : 10.0.20.22,10.0.21.11\n");

    assertEquals("[10.0.20.22, 10.0.21.11]", connector.remoteRanges().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{10.0.20.22, 10.0.21.11...}", "{10.0.20.22, 10.0.21.11…}"})
  void out_005_a_list_that_was_cut_is_refused(String cut) {
    read("Name : In\nRemoteIPRanges : " + cut + "\n", ObjectKind.RECEIVE_CONNECTOR);

    assertTrue(problems().get(0).contains("was cut short when it was printed"), problems() + "");
  }

  @Test
  void out_011_a_send_connector_may_print_any_part_in_any_order() {
    SendConnector connector =
        send(
            """
            AddressSpaces                : {smtp:*;1}
            AuthenticationCredential     :
            Comment                      :
            DNSRoutingEnabled            : False
            Name                         : Out
            SmartHosts                   : {[10.0.0.1], relay.example}
            SmartHostsString             : [10.0.0.1],relay.example
            SourceTransportServers       : {EX1}
            """);

    SendConnector.Routing.SmartHosts routing =
        (SendConnector.Routing.SmartHosts) connector.routing();
    assertEquals("[10.0.0.1:25, relay.example:25]", routing.hosts().toString());
    assertEquals("smtp:*;1", connector.scope().addressSpaces().get(0).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "31 | Tls, Integrated, BasicAuth, BasicAuthRequireTLS, ExchangeServer",
        "15 | Tls, Integrated, BasicAuth, BasicAuthRequireTLS",
        "33 | Tls, ExternalAuthoritative",
        "0 | None"
      })
  void out_022_flags_are_sums_of_bits(int bits, String words) {
    String groups = bits == 33 ? "4" : "13";
    String open = "{\"Name\":\"In\",\"Bindings\":[\"0.0.0.0:25\"],\"RemoteIPRanges\":\"10.0.0.1\",";

    ReceiveConnector byNumber =
        receive(open + "\"PermissionGroups\":" + groups + ",\"AuthMechanism\":" + bits + "}");
    ReceiveConnector byWord =
        receive(open + "\"PermissionGroups\":" + groups + ",\"AuthMechanism\":\"" + words + "\"}");
    ReceiveConnector byObject =
        receive(
            open
                + "\"PermissionGroups\":{\"value\":"
                + groups
                + ",\"Value\":\""
                + (bits == 33
                    ? "ExchangeServers"
                    : "AnonymousUsers, ExchangeServers, ExchangeLegacyServers")
                + "\"},\"AuthMechanism\":{\"value\":"
                + bits
                + ",\"Value\":\""
                + words
                + "\"}}");

    assertEquals(byWord, byNumber);
    assertEquals(byWord, byObject);
  }

  @ParameterizedTest
  @CsvSource({"1, ANONYMOUS_USERS", "2, EXCHANGE_USERS", "4, EXCHANGE_SERVERS"})
  void out_022_permission_groups_are_numbered(int number, PermissionGroup group) {
    ReceiveConnector connector =
        receive(
            "[{\"Name\":\"In\",\"Bindings\":\"0.0.0.0:25\",\"RemoteIPRanges\":\"10.0.0.1\","
                + "\"PermissionGroups\":"
                + number
                + ",\"TransportRole\":16384,\"SizeEnabled\":2,\"MessageRateSource\":2,"
                + "\"ProtocolLoggingLevel\":1}]");

    assertEquals(ImmutableSet.of(group), connector.security().permissionGroups());
    assertEquals("FrontendTransport", connector.service().text());
    assertEquals(ReceiveConnector.SizeMode.ENABLED_WITHOUT_VALUE, connector.extensions().size());
  }

  @Test
  void out_023_objects_that_were_not_flattened_are_read_by_their_members() {
    SendConnector connector =
        send(
            """
            { "Name": "Out", "DNSRoutingEnabled": false, "Port": 25,
              "AddressSpaces": [ { "Address": "*", "Type": "smtp", "Cost": 5, "Domain": "*",
                "IncludeSubDomains": true, "IsSmtpType": true, "IsX400Type": false } ],
              "SmartHosts": [ { "Address": { "Address": 0, "IPAddressToString": "0.0.0.0" },
                "IsIPAddress": false, "Domain": { "HostnameString": "relay.example",
                  "Domain": "relay.example", "IsUTF8": false } } ] }
            """);
    ReceiveConnector receiver =
        receive(
            """
            { "Name": "In",
              "Bindings": [ { "Port": 25, "AddressFamily": 23,
                "Address": { "IPAddressToString": "::" } } ],
              "RemoteIPRanges": [ { "Expression": "10.0.0.0/8", "RangeFormat": 2,
                "LowerBound": "10.0.0.0", "UpperBound": "10.255.255.255", "Size": "x" } ] }
            """);

    assertEquals("[smtp:*;5]", connector.scope().addressSpaces().toString());
    assertEquals(
        "[relay.example:25]",
        ((SendConnector.Routing.SmartHosts) connector.routing()).hosts().toString());
    assertEquals("[[::]:25]", receiver.bindings().toString());
    assertEquals("[10.0.0.0/8]", receiver.remoteRanges().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"System.Object[]\"",
        "\"System.Collections.Hashtable\"",
        "\"Microsoft.Exchange.Data.MultiValuedProperty`1[Microsoft.Exchange.Data.AddressSpace]\"",
        "[\"Microsoft.Exchange.Data.AddressSpace\"]"
      })
  void out_030_what_was_too_deep_is_refused(String value) {
    for (Located.Obj object :
        read("{\"Name\":\"Out\",\"AddressSpaces\":" + value + "}", ObjectKind.SEND_CONNECTOR)) {
      SendConnectors.decode(object, OrganizationFacts.of(EX1), findings);
    }

    assertTrue(problems().get(0).contains("ConvertTo-Json -Depth 5"), problems() + "");
  }

  @Test
  void out_030_a_list_may_be_one_value_or_an_object_that_counts() {
    SendConnector one = send("{\"Name\":\"Out\",\"AddressSpaces\":\"SMTP:*;1\"}");
    SendConnector counted =
        send(
            "{\"Name\":\"Out\",\"AddressSpaces\":{\"value\":[\"SMTP:*;1\"],\"Count\":1},"
                + "\"WhenChanged\":\"/Date(1700000000000)/\"}");

    assertEquals(one, counted);
  }

  @Test
  void sc_057_the_scope_of_2007_is_in_front_of_the_space() {
    SendConnector connector = send("Name : Out\nAddressSpaces : {Local:SMTP:contoso.com;1}\n");

    assertTrue(connector.scope().scoped());
    assertEquals("contoso.com", connector.scope().addressSpaces().get(0).space());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{:::25, 0.0.0.0:25}", "{[::]:25, 0.0.0.0:25}"})
  void drc_33_the_wildcard_of_2010_has_no_brackets(String bindings) {
    ReceiveConnector connector =
        receive("Name : In\nBindings : " + bindings + "\nRemoteIPRanges : {10.0.0.0/8}\n");

    assertEquals("[[::]:25, 0.0.0.0:25]", connector.bindings().toString());
  }
}
