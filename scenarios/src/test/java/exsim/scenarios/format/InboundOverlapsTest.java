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

  @Test
  void ep_03_two_domains_that_make_one_mx_host_are_warned_of() {
    String tenants =
        "\"exchangeOnline\": [{\"name\": \"a.onmicrosoft.com\", \"acceptedDomains\":"
            + " [\"a-b.com\"]}, {\"name\": \"b.onmicrosoft.com\", \"acceptedDomains\":"
            + " [\"contoso.com\", \"a.b.com\"]%s}]";

    List<String> found = warnings(tenants.formatted(""));
    assertEquals(1, found.size(), found::toString);
    assertTrue(
        found.get(0).contains("/exchangeOnline/1/acceptedDomains/1: CFG-146"), found::toString);
    assertEquals(
        List.of(),
        warnings(tenants.formatted(", \"mxHosts\": {\"a.b.com\": \"a-b-com0.example\"}")));
  }

  @Test
  void hyb_42_and_hyb_43_groups_that_mail_does_not_reach_are_warned_of() {
    String hybrid =
        "\"onPremises\": [{\"name\": \"contoso\", \"acceptedDomains\": [\"contoso.com\"],"
            + " \"servers\": [{\"name\": \"EDGE\", \"version\": \"2019\", \"role\":"
            + " \"EdgeTransport\"}], \"sendConnectors\": [{\"Name\": \"Cloud\", \"AddressSpaces\":"
            + " [\"%s\"], \"CloudServicesMailEnabled\": %s, \"SourceTransportServers\": [\"EDGE\"]}]}],"
            + " \"exchangeOnline\": [{\"name\": \"c.onmicrosoft.com\", \"acceptedDomains\":"
            + " [\"groups.contoso.com\"], \"groups\": {\"g@groups.contoso.com\": true},"
            + " \"outboundConnectors\": [{\"Name\": \"O\", \"ConnectorType\": \"OnPremises\","
            + " \"RecipientDomains\": [\"*\"], \"UseMXRecord\": false, \"SmartHosts\": [\"mail.contoso.com\"],"
            + " \"RouteAllMessagesViaOnPremises\": %s}]}]";

    List<String> both = warnings(hybrid.formatted("groups.contoso.com", "true", "true"));
    assertTrue(
        both.stream().anyMatch(w -> w.contains("/onPremises/0/sendConnectors/0: CFG-176")),
        both::toString);
    assertTrue(
        both.stream().anyMatch(w -> w.contains("/exchangeOnline/0/groups: CFG-177")),
        both::toString);
    for (String none :
        List.of(
            hybrid.formatted("partner.example", "true", "false"),
            hybrid.formatted("groups.contoso.com", "false", "false"))) {
      List<String> found = warnings(none);
      assertTrue(
          found.stream().noneMatch(w -> w.contains("CFG-176") || w.contains("CFG-177")),
          found::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ExceptIfHeaderContainsMessageHeader, ExceptIfHeaderContainsWords",
    "ExceptIfHeaderContainsWords, ExceptIfHeaderContainsMessageHeader"
  })
  void out_43_half_of_an_exception_is_warned_of(String there, String missing) {
    String rule =
        "\"exchangeOnline\": [{\"name\": \"a.onmicrosoft.com\", \"transportRules\": [{\"Name\":"
            + " \"R\", \"RouteMessageOutboundRequireTls\": true, \"%s\": \"x\"%s}]}]";

    assertEquals(
        List.of(true),
        warnings(rule.formatted(there, "")).stream()
            .map(w -> w.contains(there + " is used together with " + missing))
            .toList());
    assertEquals(List.of(), warnings(rule.formatted(there, ", \"" + missing + "\": \"y\"")));
  }
}
