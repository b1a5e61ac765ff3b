package exsim.model.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.model.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainNameTest {
  private static DomainName name(String text) {
    return DomainName.parse(text);
  }

  @Test
  void case_a_trailing_dot_and_u_labels_make_no_difference() {
    assertEquals(name("contoso.com"), name("Contoso.COM."));
    assertEquals(name("xn--bcher-kva.example"), name("bücher.example"));
  }

  @Test
  void what_is_no_name_is_refused() {
    for (String text :
        List.of("", ".", "a..b", "-a.example", "a-.example", "a b.example", "a.*.b", "ü..de")) {
      assertThrows(InvalidValueException.class, () -> name(text), text);
    }
  }

  @Test
  void labels_have_63_characters_and_names_253_at_most() {
    String label = "a".repeat(63);
    String longest = String.join(".", label, label, label, "a".repeat(61));

    assertEquals(253, name(longest).ascii().length());
    assertThrows(InvalidValueException.class, () -> name("a".repeat(64) + ".example"));
    assertThrows(InvalidValueException.class, () -> name(longest + "a"));
  }

  @Test
  void a_name_lies_below_another_by_whole_labels_only() {
    assertTrue(name("a.contoso.com").isBelow(name("contoso.com")));
    assertTrue(name("b.a.contoso.com").isBelow(name("contoso.com")));
    assertFalse(name("xcontoso.com").isBelow(name("contoso.com")));
    assertFalse(name("contoso.com").isBelow(name("contoso.com")));
    assertTrue(name("contoso.com").isWithin(name("contoso.com")));
  }

  @Test
  void the_parent_of_a_single_label_is_the_root() {
    assertEquals(name("contoso.com"), name("mail.contoso.com").parent());
    assertEquals(DomainName.ROOT, name("com").parent());
    assertEquals(0, DomainName.ROOT.labelCount());
    assertEquals(3, name("a.b.c").labelCount());
  }
}
