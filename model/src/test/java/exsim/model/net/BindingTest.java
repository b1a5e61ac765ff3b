package exsim.model.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.model.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BindingTest {
  @Test
  void both_ways_of_writing_the_ipv6_wildcard_are_read() {
    assertEquals(Binding.parse("[::]:25"), Binding.parse(":::25"));
    assertEquals("[::]:25", Binding.parse(":::25").toString());
    assertEquals("0.0.0.0:2525", Binding.parse("0.0.0.0:2525").toString());
  }

  @Test
  void an_unspecified_address_covers_its_own_family_on_its_own_port() {
    Binding all = Binding.parse("0.0.0.0:25");

    assertTrue(all.covers(IpAddress.parse("192.0.2.1"), 25));
    assertFalse(all.covers(IpAddress.parse("192.0.2.1"), 587));
    assertFalse(all.covers(IpAddress.parse("2001:db8::1"), 25));
    assertFalse(Binding.parse("192.0.2.2:25").covers(IpAddress.parse("192.0.2.1"), 25));
  }

  @Test
  void what_is_no_binding_is_refused() {
    for (String text : List.of("25", "0.0.0.0", "0.0.0.0:x", "0.0.0.0:65536", "host:25", ":25")) {
      assertThrows(InvalidValueException.class, () -> Binding.parse(text), text);
    }
  }
}
