package exsim.scenarios.powershell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainPattern;
import exsim.model.online.InboundConnector;
import exsim.model.online.OutboundConnector;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.SendConnector;
import exsim.model.onprem.ServerRole;
import exsim.model.tls.SendTlsPolicy;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.InboundConnectors;
import exsim.scenarios.exchange.ObjectKind;
import exsim.scenarios.exchange.OrganizationFacts;
import exsim.scenarios.exchange.OutboundConnectors;
import exsim.scenarios.exchange.ReceiveConnectors;
import exsim.scenarios.exchange.SendConnectors;
import exsim.scenarios.exchange.ServerFacts;
import exsim.scenarios.json.Located;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportReaderTest {
  private static final ServerFacts EX1 =
      new ServerFacts(
          "EX1", Optional.empty(), ExchangeVersion.E2019, ImmutableSet.of(ServerRole.MAILBOX));

  private final Findings findings = Findings.of("scenario.json");

  private static byte[] fixture(String name) throws IOException {
    try (InputStream in = ExportReaderTest.class.getResourceAsStream("/exports/" + name)) {
      return in.readAllBytes();
    }
  }

  private ImmutableList<Located.Obj> read(byte[] bytes, ObjectKind kind) {
    return ExportReader.read("export", bytes, kind, findings);
  }

  private List<String> problems() {
    return findings.problems().all().stream().map(Object::toString).toList();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private SendConnector sendConnector(byte[] bytes) {
    Located.Obj object = read(bytes, ObjectKind.SEND_CONNECTOR).get(0);
    return SendConnectors.decode(object, OrganizationFacts.of(EX1), findings).orElseThrow();
  }

  @Test
  void clixml_is_read_as_the_shell_prints_it() throws IOException {
    SendConnector connector = sendConnector(fixture("send-connectors.clixml"));

    assertEquals("To the cloud", connector.name());
    assertEquals("[smtp:contoso.mail.onmicrosoft.com;1]", connector.scope().addressSpaces() + "");
    assertEquals(
        new SendTlsPolicy.Required(
            new SendTlsPolicy.PeerVerification.DomainValidation(
                Optional.of(DomainPattern.parse("mail.protection.outlook.com")))),
        connector.tls().policy());
    assertEquals(
        "192.0.2.25",
        ((SendConnector.Routing.SmartHosts) connector.routing()).hosts().get(0).host());
    assertEquals(36_700_160, connector.maxMessageSize().orElseThrow());
    assertEquals(List.of(), problems());
  }

  @Test
  void an_unknown_property_of_an_export_is_kept_and_noted() throws IOException {
    Located.Obj object = read(fixture("send-connectors.clixml"), ObjectKind.SEND_CONNECTOR).get(0);
    SendConnectors.decode(object, OrganizationFacts.of(EX1), findings);

    assertTrue(object.member("FutureProperty").isPresent());
    assertEquals(
        List.of(
            "export:71:29: /0/FutureProperty: SendConnector has no property `FutureProperty`; it is"
                + " kept and has no effect"),
        findings.warnings().all().stream()
            .map(Object::toString)
            .filter(warning -> warning.contains("FutureProperty"))
            .toList());
  }

  @Test
  void back_references_and_escapes_are_resolved() throws IOException {
    Located.Obj object = read(fixture("send-connectors.clixml"), ObjectKind.SEND_CONNECTOR).get(0);

    assertEquals(
        "EX1", ((Located.Text) object.member("HomeMtaServerId").orElseThrow().value()).text());
    assertEquals(
        "two lines\r\nof it",
        ((Located.Text) object.member("Comment").orElseThrow().value()).text());
    assertEquals(
        "00:10:00",
        ((Located.Text) object.member("ConnectionInactivityTimeOut").orElseThrow().value()).text());
  }

  @Test
  void every_encoding_that_powershell_writes_is_read() throws IOException {
    String text = new String(fixture("send-connectors.clixml"), StandardCharsets.UTF_8);

    for (byte[] bytes :
        List.of(
            utf8("\ufeff" + text),
            ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE),
            ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE),
            text.getBytes(StandardCharsets.UTF_16LE))) {
      assertEquals("To the cloud", sendConnector(bytes).name());
    }
  }

  @Test
  void format_list_is_read_with_wrapped_lines() throws IOException {
    ImmutableList<Located.Obj> objects =
        read(fixture("receive-connectors.txt"), ObjectKind.RECEIVE_CONNECTOR);
    assertEquals(List.of(), problems());
    assertEquals(2, objects.size());

    ReceiveConnector front = ReceiveConnectors.decode(objects.get(0), EX1, findings).orElseThrow();
    ReceiveConnector relay = ReceiveConnectors.decode(objects.get(1), EX1, findings).orElseThrow();

    assertEquals("Default Frontend EX1", front.name());
    assertEquals(5, front.security().authMechanism().size());
    assertEquals(3, front.security().permissionGroups().size());
    assertEquals("[[::]:25, 0.0.0.0:25]", front.bindings().toString());
    assertEquals(
        "[::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 0.0.0.0-255.255.255.255]",
        front.remoteRanges().toString());
    assertEquals(
        ImmutableList.of("AcceptCloudServicesMail"),
        front.security().tlsDomainCapabilities().get(0).capabilities());
    assertEquals("[192.0.2.0/24, 198.51.100.7]", relay.remoteRanges().toString());
  }

  @Test
  void json_of_windows_powershell_is_read() throws IOException {
    Located.Obj object =
        read(fixture("outbound-connectors-5.1.json"), ObjectKind.OUTBOUND_CONNECTOR).get(0);

    OutboundConnector connector = OutboundConnectors.decode(object, findings).orElseThrow();

    assertEquals("mail.contoso.com", connector.smartHosts().get(0).host());
    assertEquals("OnPremises", connector.type().text());
    assertTrue(connector.tls().requiresTls());
  }

  @Test
  void json_of_powershell_7_is_read_also_as_a_single_object() throws IOException {
    Located.Obj object =
        read(fixture("inbound-connectors-7.json"), ObjectKind.INBOUND_CONNECTOR).get(0);

    InboundConnector connector = InboundConnectors.decode(object, findings).orElseThrow();

    assertEquals("*.contoso.com", connector.certificateName().orElseThrow().toString());
    assertEquals(List.of(), problems());
  }

  @Test
  void what_is_too_deep_for_the_json_is_refused_at_its_place() {
    ImmutableList<Located.Obj> objects =
        read(
            utf8("[{\"Name\":\"x\",\n\"AddressSpaces\":\"System.Object[]\"}]"),
            ObjectKind.SEND_CONNECTOR);
    SendConnectors.decode(objects.get(0), OrganizationFacts.of(EX1), findings);

    assertTrue(problems().get(0).startsWith("export:2:17: /0/AddressSpaces: "), problems() + "");
    assertTrue(problems().get(0).contains("ConvertTo-Json -Depth 5"), problems() + "");
  }

  @Test
  void a_list_that_was_cut_when_printed_is_refused() {
    read(utf8("Name : x\nBindings : {0.0.0.0:25, 0.0.0.0:26...}\n"), ObjectKind.RECEIVE_CONNECTOR);

    assertEquals(
        List.of(
            "export:2:1: /0/Bindings: Bindings was cut short when it was printed; set"
                + " $FormatEnumerationLimit = -1 and export again"),
        problems().subList(0, 1));
  }

  @Test
  void what_is_no_export_is_said_and_never_thrown() throws IOException {
    byte[] whole = fixture("send-connectors.clixml");
    assertRefused(new byte[0], "the file is empty");
    assertRefused(utf8("  \n"), "the file is empty");
    assertRefused(new byte[] {0x50, 0x4b, 3, 4, 0, 0, 1, 2}, "not text");
    assertRefused(Arrays.copyOf(whole, whole.length / 2), "the XML ends or breaks here");
    assertRefused(utf8("<html><body>no</body></html>"), "its root is <html>");
    assertRefused(utf8("hello\nworld\n"), "no export");
    assertRefused(utf8("[1, 2]"), "an object is expected");
    assertRefused(utf8("{\"a\": "), "export:1:");
    assertRefused(
        utf8("Identity AddressSpaces Enabled\n-------- ------------- -------\nI {SMTP:*;1} True"),
        "is a table");
    assertRefused(utf8("Name : x\nBindings : {0.0.0.0:25}\n"), "it has no AddressSpaces");
  }

  private void assertRefused(byte[] bytes, String expected) {
    Findings own = Findings.of("scenario.json");
    assertEquals(
        ImmutableList.of(), ExportReader.read("export", bytes, ObjectKind.SEND_CONNECTOR, own));
    assertTrue(own.problems().all().toString().contains(expected), own.problems().all() + "");
  }

  @Test
  void no_xml_can_make_the_reader_hang_or_open_anything() {
    String bomb =
        "<!DOCTYPE Objs [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><Objs>&b;</Objs>";
    String outside = "<!DOCTYPE Objs SYSTEM \"http://192.0.2.1/x.dtd\"><Objs><Obj/></Objs>";
    String deep = "<Objs>" + "<Obj><LST>".repeat(500) + "</LST></Obj>".repeat(500) + "</Objs>";
    StringBuilder multiplying =
        new StringBuilder("<Objs><Obj RefId=\"0\"><LST><S>x</S></LST></Obj>");
    for (int i = 1; i < 40; i++) {
      String ref = "<Ref RefId=\"" + (i - 1) + "\"/>";
      multiplying.append("<Obj RefId=\"" + i + "\"><LST>" + ref.repeat(10) + "</LST></Obj>");
    }

    for (String text : List.of(bomb, outside, deep, multiplying + "</Objs>")) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> {
            Findings own = Findings.of("scenario.json");
            ExportReader.read("export", utf8(text), ObjectKind.SEND_CONNECTOR, own);
            assertTrue(!own.problems().isEmpty(), text.substring(0, 40));
          });
    }
  }

  @Test
  void nothing_is_read_out_of_a_broken_file() {
    ImmutableList<Located.Obj> objects =
        read(
            utf8("<Objs><Obj><Props><S N=\"AddressSpaces\">*</S></Props></Obj><Obj></Objs>"),
            ObjectKind.SEND_CONNECTOR);

    assertEquals(ImmutableList.of(), objects);
    assertEquals(1, problems().size());
  }

  @Test
  void a_list_that_is_not_closed_is_no_value() {
    String cut = "Name : To\nAddressSpaces : {SMTP:partner.example;1";

    assertEquals(List.of(), read(utf8(cut + "\n"), ObjectKind.SEND_CONNECTOR));
    assertEquals(1, problems().size());
    read(utf8("\n" + cut + "\n\nName : Next\nAddressSpaces : {*}"), ObjectKind.SEND_CONNECTOR);
    assertEquals(
        List.of(
            "export:2:1: /0/AddressSpaces: the list is not closed; the file may be cut short;"
                + " export again",
            "export:3:1: /0/AddressSpaces: the list is not closed; the file may be cut short;"
                + " export again"),
        problems());
  }

  @Test
  void broken_xml_is_told_in_plain_words() {
    read(utf8("<Objs><Obj>"), ObjectKind.SEND_CONNECTOR);
    read(utf8("\n<Objs><x:y/></Objs>"), ObjectKind.SEND_CONNECTOR);
    read(utf8("\n\n<Objs><a></b></Objs>"), ObjectKind.SEND_CONNECTOR);

    assertTrue(problems().get(0).contains("here: an element is not closed; "), problems().get(0));
    assertTrue(problems().get(1).contains("here: it is not well formed; "), problems().get(1));
    assertTrue(problems().get(2).contains("here: the element type "), problems().get(2));
    assertTrue(problems().stream().noneMatch(p -> p.contains(".;")), () -> problems() + "");
  }
}
