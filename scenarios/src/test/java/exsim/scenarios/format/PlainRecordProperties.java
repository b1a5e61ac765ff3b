package exsim.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.dns.DnsRecord;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlainRecordProperties {
  @Property(tries = 3000)
  void a_plain_record_is_what_the_library_reads(@ForAll("lines") String line) {
    Optional<DnsRecord> plain = PlainRecord.parse(line);

    if (plain.isPresent()) {
      Problems problems = new Problems();
      List<DnsRecord> read = new ArrayList<>();
      Certificates none = new Certificates(ImmutableMap.of(), ImmutableSet.of());
      new ZoneReader(none, problems, problems, read::add)
          .line(line, new Located.Text(Spot.ofFile("f"), line));
      assertTrue(problems.isEmpty(), problems.all().toString());
      assertEquals(List.of(plain.get()), read);
    }
  }

  @Provide
  Arbitrary<String> lines() {
    Arbitrary<String> owner =
        Arbitraries.of(
            "x.example.",
            "X.example",
            "_25._tcp.x.example.",
            "a..b",
            "-a.example",
            "IN",
            "10",
            ".",
            "x.example:",
            "");
    Arbitrary<String> word =
        Arbitraries.of(
            "IN",
            "in",
            "CH",
            "10",
            "3600",
            "1h",
            "0",
            "65535",
            "65536",
            "MX",
            "mx",
            "A",
            "AAAA",
            "CNAME",
            "NS",
            "192.0.2.1",
            "192.0.2.256",
            "1.2.3",
            "2001:DB8::1",
            "::ffff:192.0.2.1",
            "::",
            "mx.x.example.",
            "mx",
            ".",
            "");
    Arbitrary<String> known =
        Arbitraries.of(
            " IN MX 10 mx.x.example.",
            " MX 0 .",
            " 60 IN A 192.0.2.1",
            " IN 60 AAAA 2001:DB8::1",
            " CNAME y.example");
    return owner.flatMap(
        first ->
            Arbitraries.oneOf(
                known.map(rest -> first + rest),
                word.list().ofMinSize(2).ofMaxSize(6).map(w -> first + " " + String.join(" ", w))));
  }
}
