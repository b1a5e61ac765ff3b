package exsim.simulator.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.dns.DnsRecord;
import exsim.model.dns.Zone;
import exsim.model.mail.DomainName;
import exsim.model.net.HostPort;
import exsim.model.net.IpAddress;
import exsim.simulator.dns.HostedNames;
import exsim.simulator.dns.Resolver;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** DNS-001 to DNS-006 of the catalogue. */
class TargetsTest {
  private static final HostedNames NOTHING_HOSTED =
      new HostedNames() {
        @Override
        public Optional<DomainName> defaultMxHost(DomainName domain) {
          return Optional.empty();
        }

        @Override
        public ImmutableList<IpAddress> addresses(DomainName host) {
          return ImmutableList.of();
        }

        @Override
        public ImmutableList<DnsRecord.Tlsa> tlsa(DomainName owner) {
          return ImmutableList.of();
        }

        @Override
        public boolean isSigned(DomainName name) {
          return false;
        }
      };

  private final ImmutableListMultimap.Builder<DomainName, DnsRecord> records =
      ImmutableListMultimap.builder();

  private static DomainName name(String text) {
    return text.isEmpty() ? DomainName.ROOT : DomainName.parse(text);
  }

  private void mx(String owner, int preference, String host) {
    records.put(name(owner), new DnsRecord.Mx(name(owner), preference, name(host)));
  }

  private void address(String owner, String address) {
    records.put(name(owner), new DnsRecord.Address(name(owner), IpAddress.parse(address)));
  }

  private void alias(String owner, String target) {
    records.put(name(owner), new DnsRecord.Cname(name(owner), name(target)));
  }

  private Targets targets(boolean implicitMx) {
    Zone zone = new Zone(records.build(), ImmutableSet.of(), ImmutableMap.of());
    return new Targets(new Resolver(zone, NOTHING_HOSTED), implicitMx);
  }

  private Targets.Found find(String domain) {
    return targets(true).ofDomain(name(domain), 25);
  }

  private static List<List<String>> hosts(Targets.Found found) {
    return found.ranks().stream()
        .map(rank -> rank.stream().map(a -> a.host() + " " + a.address()).toList())
        .toList();
  }

  private static List<RouteRule> rules(Targets.Found found) {
    return found.why().stream().map(r -> (RouteRule) r.rule()).toList();
  }

  @Test
  void lower_preferences_come_first_and_equal_ones_share_a_rank() {
    mx("a.example", 20, "late.example");
    mx("a.example", 10, "one.example");
    mx("a.example", 10, "two.example");
    address("late.example", "192.0.2.9");
    address("one.example", "192.0.2.1");
    address("two.example", "192.0.2.2");

    Targets.Found found = find("a.example");

    assertEquals(
        List.of(
            List.of("one.example 192.0.2.1", "two.example 192.0.2.2"),
            List.of("late.example 192.0.2.9")),
        hosts(found));
    assertEquals(List.of(RouteRule.MX), rules(found));
  }

  @Test
  void aliases_of_the_domain_and_of_its_host_are_followed() {
    alias("a.example", "real.example");
    mx("real.example", 10, "mx.example");
    alias("mx.example", "host.example");
    address("host.example", "192.0.2.1");

    assertEquals(List.of(List.of("mx.example 192.0.2.1")), hosts(find("a.example")));
  }

  @Test
  void a_circle_of_aliases_comes_to_an_end() {
    alias("a.example", "b.example");
    alias("b.example", "a.example");

    assertEquals(Optional.of(Targets.Fault.NO_ADDRESS), find("a.example").fault());
  }

  @Test
  void a_domain_without_mx_is_its_own_host_where_that_is_assumed() {
    address("a.example", "192.0.2.1");

    assertEquals(List.of(List.of("a.example 192.0.2.1")), hosts(find("a.example")));
    assertEquals(List.of(RouteRule.IMPLICIT_MX), rules(find("a.example")));
    assertEquals(
        Optional.of(Targets.Fault.NO_ADDRESS),
        targets(false).ofDomain(name("a.example"), 25).fault());
  }

  @Test
  void a_null_mx_takes_no_mail_even_with_an_address() {
    mx("a.example", 0, "");
    address("a.example", "192.0.2.1");

    assertEquals(Optional.of(Targets.Fault.NULL_MX), find("a.example").fault());
  }

  @Test
  void a_name_that_nothing_owns_does_not_exist_unless_something_lies_below() {
    address("mx.a.example", "192.0.2.1");

    assertEquals(Optional.of(Targets.Fault.NON_EXISTENT), find("b.example").fault());
    assertEquals(Optional.of(Targets.Fault.NO_ADDRESS), find("a.example").fault());
  }

  @Test
  void dns_004_a_broken_mx_is_passed_over() {
    mx("a.example", 10, "gone.example");
    mx("a.example", 20, "mx.example");
    address("mx.example", "192.0.2.1");

    Targets.Found found = find("a.example");

    assertEquals(List.of(List.of("mx.example 192.0.2.1")), hosts(found));
    assertEquals(List.of(RouteRule.MX, RouteRule.BROKEN_MX), rules(found));
  }

  @Test
  void a_smart_host_is_an_address_a_host_or_a_name_with_mx_records() {
    mx("by-mx.example", 10, "mx.example");
    address("mx.example", "192.0.2.1");
    address("direct.example", "192.0.2.2");

    Targets.Found found =
        targets(true)
            .ofSmartHosts(
                ImmutableList.of(
                    HostPort.parse("192.0.2.3", 25),
                    HostPort.parse("[2001:db8::1]:587", 25),
                    HostPort.parse("direct.example", 25),
                    HostPort.parse("by-mx.example", 25)));

    assertEquals(
        List.of(
            List.of(
                "192.0.2.3 192.0.2.3",
                "2001:db8::1 2001:db8::1",
                "direct.example 192.0.2.2",
                "mx.example 192.0.2.1")),
        hosts(found));
    assertEquals(587, found.ranks().get(0).get(1).port());
  }
}
