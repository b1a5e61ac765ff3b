package exsim.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connectors that get in each other's way are warned of, and nothing else is. */
class InboundOverlapsTest {
  private static final String ON_PREMISES =
      "{\"Name\": \"%s\", \"ConnectorType\": \"OnPremises\", \"SenderDomains\": [\"*\"], %s}";
  private static final String PARTNER =
      "{\"Name\": \"%s\", \"ConnectorType\": \"Partner\", \"SenderDomains\": [\"%s\"]}";

  private static List<String> warnings(String scenario) {
    return ScenarioReader.parse("s.json", "{\"title\": \"t\", " + scenario + "}", Path.of("."))
        .warnings()
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static List<String> ofTenants(String one, String other) {
    return warnings(
        "\"exchangeOnline\": [{\"name\": \"a.onmicrosoft.com\", \"inboundConnectors\": ["
            + ON_PREMISES.formatted("A", one)
            + "]}, {\"name\": \"b.onmicrosoft.com\", \"inboundConnectors\": ["
            + ON_PREMISES.formatted("B", other)
            + "]}]");
  }

  private static List<String> ofPartners(String one, String other) {
    return warnings(
        "\"exchangeOnline\": [{\"name\": \"a.onmicrosoft.com\", \"inboundConnectors\": ["
            + PARTNER.formatted("A", one)
            + ", "
            + PARTNER.formatted("B", other)
            + "]}]");
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.2.7, 1",
    "192.0.2.7, 192.0.2.7, 1",
    "192.0.2.7, 192.0.2.8, 0",
    "192.0.2.0/25, 192.0.2.128/25, 0"
  })
  void in_46_an_address_of_two_tenants_is_warned_of(String one, String other, int count) {
    List<String> found =
        ofTenants(
            "\"SenderIPAddresses\": \"" + one + "\"", "\"SenderIPAddresses\": \"" + other + "\"");

    assertEquals(count, found.size(), found::toString);
    assertTrue(found.stream().allMatch(w -> w.contains("CFG-143")), found::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "*.contoso.com, mail.contoso.com, 1",
    "*.contoso.com, contoso.com, 1",
    "*.contoso.com, *.eu.contoso.com, 1",
    "mail.contoso.com, mail.contoso.com, 1",
    "mail.contoso.com, contoso.com, 0"
  })
  void in_46_a_certificate_of_two_tenants_is_warned_of(String one, String other, int count) {
    List<String> found =
        ofTenants(
            "\"TlsSenderCertificateName\": \"" + one + "\"",
            "\"TlsSenderCertificateName\": \"" + other + "\"");

    assertEquals(count, found.size(), found::toString);
    assertTrue(found.stream().allMatch(w -> w.contains("CFG-143")), found::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "*, bank.example, 1",
    "*.bank.example, bank.example, 1",
    "*.bank.example, *.eu.bank.example, 1",
    "bank.example, bank.example, 1",
    "bank.example, eu.bank.example, 0"
  })
  void in_44_sender_domains_of_two_partner_connectors_are_warned_of(
      String one, String other, int count) {
    List<String> found = ofPartners(one, other);

    assertEquals(count, found.size(), found::toString);
    assertTrue(found.stream().allMatch(w -> w.contains("CFG-142")), found::toString);
  }

  @Test
  void ep_07_and_ep_08_dane_without_dnssec_and_a_second_mx_record_are_warned_of() {
    List<String> found =
        warnings(
            "\"exchangeOnline\": [{\"name\": \"a.onmicrosoft.com\","
                + " \"acceptedDomains\": [\"contoso.com\"], \"smtpDaneInbound\": [\"contoso.com\"]}],"
                + " \"dns\": {\"records\": ["
                + "\"contoso.com. MX 0 contoso-com.mail.protection.outlook.com.\","
                + " \"contoso.com. MX 10 backup.example.\"]}");

    assertTrue(found.stream().anyMatch(w -> w.contains("CFG-144")), found::toString);
    assertTrue(found.stream().anyMatch(w -> w.contains("CFG-145")), found::toString);
  }
}
