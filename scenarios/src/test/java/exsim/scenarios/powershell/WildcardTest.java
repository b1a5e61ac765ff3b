package exsim.scenarios.powershell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {
  @ParameterizedTest
  @CsvSource({
    "*tls*, RequireTLS, true",
    "tls*, RequireTLS, false",
    "*, anything, true",
    "Default?EX1, default ex1, true",
    "EX[1-3], EX2, true",
    "EX[1-3], EX4, false",
    "EX[13], EX2, false",
    "EX[1, EX[1, true",
    "a.b, axb, false",
    "[x-], -, true",
  })
  void a_pattern_stands_for_names(String pattern, String name, boolean matches) {
    assertEquals(matches, new Wildcard(pattern).matches(name));
  }

  @Property
  void a_star_stands_for_everything_and_no_pattern_fails(
      @ForAll String pattern, @ForAll String name) {
    assertTrue(new Wildcard("*").matches(name));
    assertTrue(new Wildcard("*" + (new Wildcard(name).isPattern() ? "" : name)).matches(name));
    var unused = new Wildcard(pattern).matches(name);
  }
}
