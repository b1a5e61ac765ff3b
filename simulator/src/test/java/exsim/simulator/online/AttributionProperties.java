package exsim.simulator.online;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.net.IpAddress;
import exsim.model.net.IpRange;
import exsim.model.online.InboundConnector;
import exsim.model.online.Tenant;
import exsim.simulator.online.TenantIndex.Owned;
import exsim.simulator.smtp.Session;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Attribution finds what a look at every connector would find, whatever the order of tenants. */
class AttributionProperties {
  private static final long NETWORK = 0xC6336400L; // 198.51.100.0

  private static Arbitrary<IpRange> ranges() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 700), Arbitraries.longs().between(0, 255))
        .as(
            (first, more) ->
                new IpRange(address(first), address(first + more), first + "+" + more));
  }

  private static IpAddress address(long offset) {
    return new IpAddress(false, 0, NETWORK + offset);
  }

  @Provide
  Arbitrary<List<IpRange>> someRanges() {
    return ranges().list().ofMaxSize(5);
  }

  @Property(tries = 300)
  void an_address_is_found_exactly_where_a_range_contains_it(
      @ForAll("someRanges") List<IpRange> some, @ForAll("offsets") long offset) {
    ImmutableList.Builder<Owned> owned = ImmutableList.builder();
    Tenant tenant = Made.tenant("t.onmicrosoft.com", ImmutableList.of("t.example"));
    for (IpRange range : some) {
      InboundConnector plain = Made.onPremises("c", "", "192.0.2.1");
      owned.add(
          new Owned(
              tenant,
              new InboundConnector(
                  plain.name(),
                  plain.enabled(),
                  plain.type(),
                  plain.senderDomains(),
                  ImmutableList.of(range),
                  plain.certificateName(),
                  plain.restrictions(),
                  plain.filtering(),
                  plain.options())));
    }

    assertEquals(
        some.stream().anyMatch(r -> r.contains(address(offset))),
        new AddressIndex(owned.build()).any(address(offset)).isPresent());
  }

  @Provide
  Arbitrary<Long> offsets() {
    return Arbitraries.longs().between(0, 960);
  }

  private static final ImmutableList<String> NAMES =
      ImmutableList.of("one.example", "two.example", "three.example");

  private static Arbitrary<Tenant> tenant(String domain) {
    return Combinators.combine(
            Arbitraries.of("", "*." + domain, domain, "mx." + domain, "*.one.example"),
            Arbitraries.of("", "198.51.100.0/24", "198.51.100.7"))
        .as(
            (certificate, address) ->
                Made.tenant(
                    domain.replace("example", "onmicrosoft.com"),
                    ImmutableList.of(domain),
                    Made.onPremises("in", certificate, address)));
  }

  @Provide
  Arbitrary<ImmutableList<Tenant>> tenants() {
    return Combinators.combine(tenant(NAMES.get(0)), tenant(NAMES.get(1)), tenant(NAMES.get(2)))
        .as((one, two, three) -> ImmutableList.of(one, two, three));
  }

  @Provide
  Arbitrary<Session> sessions() {
    return Arbitraries.of(
        Made.clear("198.51.100.7"),
        Made.clear("192.0.2.7"),
        Made.secure("192.0.2.7", Made.certificate("mx.one.example")),
        Made.secure("198.51.100.7", Made.certificate("*.two.example")));
  }

  @Provide
  Arbitrary<String> domains() {
    return Arbitraries.of("one.example", "two.example", "three.example", "elsewhere.example");
  }

  @Property(tries = 500)
  void the_order_of_tenants_decides_nothing(
      @ForAll("tenants") ImmutableList<Tenant> tenants,
      @ForAll("sessions") Session session,
      @ForAll("domains") String sender,
      @ForAll("domains") String recipient) {
    Attribution.Result forwards = attributed(tenants, session, sender, recipient);
    Attribution.Result backwards = attributed(tenants.reverse(), session, sender, recipient);

    assertEquals(forwards.tenant(), backwards.tenant());
    assertEquals(forwards.connector(), backwards.connector());
    assertEquals(forwards.because().rule(), backwards.because().rule());
  }

  private static Attribution.Result attributed(
      ImmutableList<Tenant> tenants, Session session, String sender, String recipient) {
    return new Attribution(new TenantIndex(tenants, false), Made.settings())
        .of(session, Made.from("x@" + sender), DomainName.parse(recipient));
  }
}
