package exsim.model.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.model.InvalidValueException;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IpRangeTest {
  private static IpRange range(String text) {
    return IpRange.parse(text);
  }

  @Test
  void all_ways_of_writing_a_range_mean_the_same() {
    IpRange expected = range("192.0.2.0-192.0.2.255");

    for (String text : List.of("192.0.2.0/24", "192.0.2.77/24", "192.0.2.0(255.255.255.0)")) {
      assertTrue(expected.sameAs(range(text)), text);
    }
    assertTrue(range("192.0.2.1").sameAs(range("192.0.2.1/32")));
    assertTrue(
        range("2001:db8::/32").sameAs(range("2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff")));
    assertTrue(range("2001:db8::1/128").sameAs(range("2001:db8::1")));
  }

  @Test
  void the_size_is_the_number_of_addresses_in_both_families() {
    assertEquals(BigInteger.valueOf(256), range("192.0.2.0/24").size());
    assertEquals(BigInteger.ONE.shiftLeft(32), range("0.0.0.0-255.255.255.255").size());
    assertEquals(
        BigInteger.ONE.shiftLeft(128), range("::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff").size());
    assertEquals(BigInteger.ONE.shiftLeft(64), range("2001:db8::/64").size());
  }

  @Test
  void the_families_never_meet() {
    assertFalse(range("0.0.0.0/0").contains(IpAddress.parse("::1")));
    assertFalse(range("::/0").contains(IpAddress.parse("192.0.2.1")));
    assertFalse(range("::/0").overlaps(range("0.0.0.0/0")));
    assertThrows(InvalidValueException.class, () -> range("0.0.0.0-::1"));
  }

  @Test
  void bounds_above_the_middle_of_the_numbers_still_compare_rightly() {
    assertTrue(range("10.0.0.0-200.0.0.0").contains(IpAddress.parse("128.0.0.1")));
    assertTrue(range("::-ffff::").contains(IpAddress.parse("8000::1")));
  }

  @Test
  void what_is_no_range_is_refused() {
    for (String text :
        List.of("", "192.0.2.2-192.0.2.1", "192.0.2.0/33", "::/129", "192.0.2.0/x", "a-b", "/8")) {
      assertThrows(InvalidValueException.class, () -> range(text), text);
    }
  }

  @Property(tries = 200)
  void two_ranges_overlap_exactly_when_one_holds_a_bound_of_the_other(
      @ForAll("ranges") IpRange a, @ForAll("ranges") IpRange b) {
    boolean bound =
        a.contains(b.low()) || a.contains(b.high()) || b.contains(a.low()) || b.contains(a.high());

    assertEquals(bound, a.overlaps(b));
    assertEquals(a.overlaps(b), b.overlaps(a));
    assertEquals(a.contains(b) && b.contains(a), a.sameAs(b));
    if (a.contains(b)) {
      assertTrue(a.overlaps(b) && a.size().compareTo(b.size()) >= 0);
    }
  }

  @Provide
  Arbitrary<IpRange> ranges() {
    Arbitrary<String> v4 =
        Combinators.combine(Arbitraries.integers().between(0, 7), Arbitraries.of(24, 30, 31, 32))
            .as((last, length) -> "192.0.2." + last + "/" + length);
    Arbitrary<String> v6 =
        Combinators.combine(Arbitraries.integers().between(0, 7), Arbitraries.of(32, 64, 126, 128))
            .as((last, length) -> "2001:db8::" + last + "/" + length);
    return Arbitraries.oneOf(v4, v6).map(IpRange::parse);
  }
}
