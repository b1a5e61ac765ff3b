package exsim.scenarios.properties;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.net.IpRange;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Few names, so that generated topologies meet and collide often. */
final class Names {
  static final Instant START = Instant.parse("2024-06-01T08:00:00Z");

  static final ImmutableList<DomainName> DOMAINS =
      ImmutableList.of("a.example", "b.example", "sub.a.example", "c.example").stream()
          .map(DomainName::parse)
          .collect(ImmutableList.toImmutableList());

  private Names() {}

  static Arbitrary<DomainName> domains() {
    return Arbitraries.of(DOMAINS);
  }

  static Arbitrary<EmailAddress> addresses() {
    return Combinators.combine(Arbitraries.of("u", "v"), domains()).as(EmailAddress::new);
  }

  static Arbitrary<DomainPattern> patterns() {
    return Arbitraries.of(
            "*", "*.example", "*.a.example", "a.example", "b.example", "sub.a.example", "c.example")
        .map(DomainPattern::parse);
  }

  static Arbitrary<ImmutableList<IpRange>> ranges() {
    return Arbitraries.of(
            "0.0.0.0-255.255.255.255",
            "198.51.100.0/24",
            "198.51.100.0/30",
            "198.51.100.1",
            "198.51.100.2",
            "203.0.113.0/24",
            "40.107.0.1")
        .map(IpRange::parse)
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(ImmutableList::copyOf);
  }
}
