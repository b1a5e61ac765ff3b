package exsim.scenarios.format;

import static exsim.scenarios.format.ScenarioText.problems;
import static exsim.scenarios.format.ScenarioText.topology;
import static exsim.scenarios.format.ScenarioText.warnings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.model.dns.DnsRecord;
import exsim.model.dns.MtaStsPolicy;
import exsim.model.dns.Zone;
import exsim.model.mail.DomainName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsDecoderTest {
  private static final String POLICY =
      "'mtaSts': {'x.example': ['version: STSv1', 'mode: enforce', 'mx: *.x.example', 'max_age: 1']}";

  @Test
  void lines_are_read_as_zone_files_have_them() {
    Zone zone =
        zone(
            "'$ORIGIN x.example.', '@ 1h IN MX 10 mx', ' MX 20 mx2.other.example.', 'mx A 192.0.2.1',"
                + " 'MX IN 300 AAAA 2001:DB8::1', '; nothing', '', '$ORIGIN .', 'abs.example MX 0 .',"
                + " 't.example. TXT ( \\\"one \\\"', ' \\'two\\' )', 'w.x.example. CNAME mx.x.example.'");

    assertEquals(
        "[Mx[owner=x.example, preference=10, exchange=mx.x.example],"
            + " Mx[owner=x.example, preference=20, exchange=mx2.other.example]]",
        zone.records(name("x.example"), DnsRecord.Mx.class).toString());
    assertEquals(2, zone.records(name("mx.x.example"), DnsRecord.Address.class).size());
    assertEquals(
        DomainName.ROOT, zone.records(name("abs.example"), DnsRecord.Mx.class).get(0).exchange());
    assertEquals("one two", zone.records(name("t.example"), DnsRecord.Txt.class).get(0).text());
    assertEquals(1, zone.records(name("w.x.example"), DnsRecord.Cname.class).size());
  }

  @Test
  void a_repeated_record_counts_once() {
    Zone zone = zone("'x.example. A 192.0.2.1', 'X.example. 60 IN A 192.0.2.1'");

    assertEquals(1, zone.records(name("x.example"), DnsRecord.Address.class).size());
  }

  @Test
  void tlsa_data_may_name_a_certificate() {
    Zone zone =
        topology(
                "'certificates': {'c': {'subject': 'CN=x.example'}},"
                    + " 'dns': {'records': ['_25._tcp.x.example. IN TLSA 3 1 1 @c',"
                    + " '_25._tcp.y.example. IN TLSA 2 0 0 ABCD ef01']}")
            .zone();

    DnsRecord.Tlsa named = tlsa(zone, "_25._tcp.x.example");
    assertEquals("c", named.certificate().orElseThrow().name());
    assertEquals(3, named.usage());
    assertTrue(tlsa(zone, "_25._tcp.y.example").certificate().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"abc", "nothing", "abcd"})
  void tlsa_data_in_bad_form_are_unusable_and_warned_about(String data) {
    String dns = "'dns': {'records': ['_25._tcp.x.example. IN TLSA 3 1 1 " + data + "']}";
    DnsRecord.Tlsa record = tlsa(topology(dns).zone(), "_25._tcp.x.example");

    assertEquals(List.of(), problems(dns));
    assertEquals(1, warnings(dns).size());
    assertTrue(record.malformed());
    assertFalse(record.usable());
  }

  @Test
  void a_zone_that_is_bogus_is_not_secure_however_it_is_signed() {
    Zone zone = zoneOf("'signed': ['example'], 'bogus': ['x.example']");

    assertTrue(zone.isSigned(name("y.example")));
    assertFalse(zone.isSigned(name("mx.x.example")));
    assertTrue(zone.isBogus(name("mx.x.example")));
  }

  @Test
  void a_policy_that_is_announced_and_not_there_is_a_fault() {
    Zone zone = zoneOf("'records': ['_mta-sts.x.example. TXT \\'v=STSv1; id=1\\'']");

    assertEquals(
        "sts-policy-fetch-error",
        zone.mtaStsFault(name("x.example")).orElseThrow().kind().resultType());
    assertTrue(zoneOf(POLICY).mtaStsFaults().isEmpty());
  }

  @Test
  void a_policy_brings_its_record_with_an_id_that_follows_its_text() {
    String one = txt(zoneOf(POLICY)).get(0);
    String other = txt(zoneOf(POLICY.replace("enforce", "testing"))).get(0);

    assertTrue(one.startsWith("v=STSv1; id="), one);
    assertFalse(one.equals(other));
    assertEquals(
        MtaStsPolicy.Mode.ENFORCE,
        zoneOf(POLICY).mtaStsPolicy(name("x.example")).orElseThrow().mode());
  }

  @Test
  void a_record_of_one_s_own_stands_in_for_the_implied_one() {
    String own = "'records': ['_mta-sts.x.example. TXT \\'v=STSv1; id=1\\''], " + POLICY;

    assertEquals(List.of("v=STSv1; id=1"), txt(zoneOf(own)));
    String two =
        "'records': ['_mta-sts.x.example. TXT \\'v=STSv1; id=1\\'', '_mta-sts.x.example. TXT \\'v=STSv1; id=2\\''], "
            + POLICY;
    assertTrue(zoneOf(two).mtaSts().isEmpty());
    assertEquals(1, warnings("'dns': {" + two + "}").size());
  }

  @Test
  void a_text_that_is_no_policy_counts_as_none_and_is_warned_about() {
    String dns = "'dns': {'mtaSts': {'x.example': 'version: STSv2'}}";

    assertEquals(List.of(), problems(dns));
    assertTrue(topology(dns).zone().mtaSts().isEmpty());
    assertEquals(
        List.of(
            "/dns/mtaSts/x.example this MTA-STS policy counts as none: it does not say `version:"
                + " STSv1`"),
        warnings(dns));
  }

  private static Zone zone(String records) {
    return zoneOf("'records': [" + records + "]");
  }

  private static Zone zoneOf(String dns) {
    return topology("'dns': {" + dns + "}").zone();
  }

  private static DnsRecord.Tlsa tlsa(Zone zone, String owner) {
    return zone.records(name(owner), DnsRecord.Tlsa.class).get(0);
  }

  private static List<String> txt(Zone zone) {
    return zone.records(name("_mta-sts.x.example"), DnsRecord.Txt.class).stream()
        .map(DnsRecord.Txt::text)
        .toList();
  }

  private static DomainName name(String text) {
    return DomainName.parse(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "x.example. A 192.0.2.1 extra | `extra` stands behind the end of the record",
        "x.example. TXT \\\"open | a quote is not closed",
        "x..example. A 192.0.2.1 | the name `x..example.` has an empty label"
      })
  void a_bad_line_is_told_in_plain_words(String line, String words) {
    assertEquals(
        List.of("/dns/records/0 not a zone-file line: " + words),
        ScenarioText.problems("'dns': {'records': ['" + line + "']}"));
  }
}
