package exsim.model.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.model.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainPatternTest {
  private static boolean covers(String pattern, String name, boolean apex) {
    return DomainPattern.parse(pattern).covers(DomainName.parse(name), apex);
  }

  /** The table of SEL-005. */
  @Test
  void each_form_covers_what_the_table_of_address_spaces_says() {
    List<String> names = List.of("contoso.com", "a.contoso.com", "b.a.contoso.com", "xcontoso.com");

    assertEquals(
        List.of(true, false, false, false),
        names.stream().map(n -> covers("contoso.com", n, true)).toList());
    assertEquals(
        List.of(true, true, true, false),
        names.stream().map(n -> covers("*.contoso.com", n, true)).toList());
    assertEquals(
        List.of(true, true, true, true), names.stream().map(n -> covers("*", n, true)).toList());
  }

  @Test
  void the_caller_says_whether_a_wildcard_covers_the_domain_itself() {
    assertEquals(false, covers("*.contoso.com", "contoso.com", false));
    assertEquals(true, covers("*.contoso.com", "a.contoso.com", false));
  }

  @Test
  void a_wildcard_stands_alone_or_in_front_of_a_dot() {
    for (String text : List.of("*contoso.com", "domain.*.contoso.com", "*.*.com", "**", "*.")) {
      assertThrows(InvalidValueException.class, () -> DomainPattern.parse(text), text);
    }
  }

  @Test
  void exact_is_more_specific_than_any_suffix_and_a_longer_suffix_than_a_shorter() {
    int exact = DomainPattern.parse("com").specificity();
    int longer = DomainPattern.parse("*.a.contoso.com").specificity();
    int shorter = DomainPattern.parse("*.contoso.com").specificity();

    assertTrue(exact > longer && longer > shorter && shorter > DomainPattern.ANY.specificity());
  }

  @Test
  void a_pattern_prints_as_it_is_parsed() {
    for (String text : List.of("contoso.com", "*.contoso.com", "*")) {
      assertEquals(text, DomainPattern.parse(text).toString());
    }
  }
}
