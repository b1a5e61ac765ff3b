package exsim.scenarios.powershell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.ObjectKind;
import exsim.scenarios.format.Reading;
import exsim.scenarios.format.ScenarioReader;
import exsim.scenarios.json.JsonPrinter;
import exsim.scenarios.json.Located;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {
  private final Findings findings = Findings.of("");

  @TempDir Path folder;

  private static Importer.Source source(ObjectKind kind, String name) throws IOException {
    try (InputStream in = ImporterTest.class.getResourceAsStream("/exports/" + name)) {
      return new Importer.Source(kind, name, in.readAllBytes());
    }
  }

  private static Importer.Source text(ObjectKind kind, String text) {
    return new Importer.Source(kind, "typed", text.getBytes(StandardCharsets.UTF_8));
  }

  private String printed(ImmutableList<Importer.Source> sources) {
    return JsonPrinter.print(Importer.scenario(sources, findings).orElseThrow());
  }

  private String notes() {
    return findings.warnings().all().toString();
  }

  @Test
  void what_is_imported_from_both_sides_is_a_scenario_that_can_be_read() throws IOException {
    String scenario =
        printed(
            ImmutableList.of(
                source(ObjectKind.SEND_CONNECTOR, "send-connectors.clixml"),
                source(ObjectKind.RECEIVE_CONNECTOR, "receive-connectors.txt"),
                source(ObjectKind.OUTBOUND_CONNECTOR, "outbound-connectors-5.1.json"),
                source(ObjectKind.INBOUND_CONNECTOR, "inbound-connectors-7.json"),
                text(ObjectKind.ACCEPTED_DOMAIN, "DomainName : contoso.com\nDomainType : 0\n"),
                text(
                    ObjectKind.ONLINE_ACCEPTED_DOMAIN,
                    "[{\"DomainName\":\"contoso.onmicrosoft.com\"},"
                        + "{\"DomainName\":\"contoso.com\",\"DomainType\":\"InternalRelay\"}]")));
    Path file = Files.writeString(folder.resolve("imported.json"), scenario);

    Reading reading = ScenarioReader.read(file);

    assertEquals("[]", reading.problems().toString());
    assertTrue(reading.scenario().isPresent());
    assertTrue(scenario.contains("\"name\": \"contoso.onmicrosoft.com\""), scenario);
    assertTrue(scenario.contains("mail.contoso.com. IN A 192.0.2.10"), scenario);
  }

  @Test
  void only_what_differs_from_the_default_is_kept() throws IOException {
    Located.Obj scenario =
        Importer.scenario(
                ImmutableList.of(source(ObjectKind.SEND_CONNECTOR, "send-connectors.clixml")),
                findings)
            .orElseThrow();
    Located.Obj connector =
        (Located.Obj)
            Documents.items(
                    (Located.Obj) Documents.items(scenario, "onPremises").get(0), "sendConnectors")
                .get(0);

    assertEquals(
        "[Name, DNSRoutingEnabled, TlsDomain, TlsAuthLevel, SmartHosts, RequireTLS, AddressSpaces,"
            + " Comment, SourceTransportServers]",
        connector.members().stream().map(Located.Member::name).toList().toString());
    assertTrue(notes().contains("FutureProperty is left out"), this::notes);
  }

  @Test
  void what_exports_do_not_tell_is_invented_and_said() throws IOException {
    printed(ImmutableList.of(source(ObjectKind.SEND_CONNECTOR, "send-connectors.clixml")));

    assertTrue(notes().contains("the address of server EX1"), this::notes);
    assertTrue(notes().contains("the version of server EX1"), this::notes);
    assertTrue(notes().contains("what stands at smart host [192.0.2.25]"), this::notes);
  }

  @Test
  void servers_bring_their_version_role_and_site() {
    String scenario =
        printed(
            ImmutableList.of(
                text(
                    ObjectKind.EXCHANGE_SERVER,
                    "Name : EX1\nFqdn : ex1.contoso.com\nServerRole : Mailbox\n"
                        + "AdminDisplayVersion : Version 15.2 (Build 2562.17)\n"
                        + "Site : contoso.com/Configuration/Sites/Lyon\n\n"
                        + "Name : EDGE1\nFqdn : edge1.contoso.com\nServerRole : Edge\n"
                        + "AdminDisplayVersion : Version 15.1 (Build 2507.6)\nSite : \n")));

    assertTrue(scenario.contains("\"version\": \"SE\""), scenario);
    assertTrue(scenario.contains("\"site\": \"Lyon\""), scenario);
    assertTrue(scenario.contains("\"role\": \"EdgeTransport\""), scenario);
    assertTrue(scenario.contains("\"version\": \"2016\""), scenario);
  }

  @Test
  void an_object_that_exchange_would_refuse_is_left_out_and_said() {
    String scenario =
        printed(
            ImmutableList.of(
                text(
                    ObjectKind.SEND_CONNECTOR,
                    "Name : Bad\nAddressSpaces : {SMTP:*;1}\nRequireTLS : True\n"
                        + "IgnoreSTARTTLS : True\n\n"
                        + "Name : Good\nAddressSpaces : {SMTP:*;1}\n")));

    assertTrue(!scenario.contains("Bad") && scenario.contains("Good"), scenario);
    assertTrue(notes().contains("CFG-001"), this::notes);
  }

  @Test
  void certificates_are_read_from_what_the_shell_prints() {
    String scenario =
        printed(
            ImmutableList.of(
                text(
                    ObjectKind.EXCHANGE_CERTIFICATE,
                    "Subject : CN=mail.contoso.com\nIssuer : CN=Example CA\nServices : IIS, SMTP\n"
                        + "CertificateDomains : {mail.contoso.com, *.contoso.com}\n"
                        + "Thumbprint : AA\nNotAfter : 2027-01-02T03:04:05Z\n"
                        + "NotBefore : 02.01.2026 03:04:05\n\n"
                        + "Subject : CN=web\nIssuer : CN=web\nServices : IIS\nThumbprint : BB\n")));

    assertTrue(scenario.contains("\"issuerName\": \"CN=Example CA\""), scenario);
    assertTrue(scenario.contains("\"*.contoso.com\""), scenario);
    assertTrue(scenario.contains("\"Services\": \"IIS\""), scenario);
    assertTrue(scenario.contains("\"notAfter\": \"2027-01-02T03:04:05Z\""), scenario);
    assertTrue(!scenario.contains("notBefore"), scenario);
  }
}
