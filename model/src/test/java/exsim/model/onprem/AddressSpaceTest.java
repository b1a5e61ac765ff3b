package exsim.model.onprem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.model.InvalidValueException;
import exsim.model.mail.DomainName;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressSpaceTest {
  /** SC-050. */
  @Test
  void type_and_cost_can_be_left_out() {
    for (String text :
        List.of("SMTP:contoso.com;1", "contoso.com;1", "SMTP:contoso.com", "contoso.com")) {
      assertEquals("SMTP:contoso.com;1", AddressSpace.parse(text).toString(), text);
    }
  }

  /** SC-058. */
  @Test
  void the_type_keeps_its_case_and_is_compared_without() {
    AddressSpace space = AddressSpace.parse("smtp:*;1");

    assertEquals("smtp:*;1", space.toString());
    assertTrue(space.isSmtp() && space.covers(DomainName.parse("anything.example")));
  }

  /** SC-057. */
  @Test
  void the_prefix_of_2007_makes_it_scoped() {
    AddressSpace space = AddressSpace.parse("Local:SMTP:contoso.com;1");

    assertTrue(space.scoped());
    assertEquals("contoso.com", space.space());
  }

  /** SC-056. */
  @Test
  void two_hyphens_stand_for_accepted_domains_and_cover_no_name_by_themselves() {
    AddressSpace space = AddressSpace.parse("SMTP:--;1");

    assertTrue(space.isAcceptedDomains());
    assertFalse(space.covers(DomainName.parse("contoso.com")));
  }

  /** SC-050, SC-052. */
  @Test
  void what_is_no_address_space_is_refused() {
    for (String text :
        List.of("SMTP:*;0", "SMTP:*;101", "SMTP:*;x", "SMTP:", ":x", "*contoso.com", "a.*.com")) {
      assertThrows(InvalidValueException.class, () -> AddressSpace.parse(text), text);
    }
  }

  /** SC-054. */
  @Test
  void a_space_of_another_type_is_no_domain() {
    AddressSpace space = AddressSpace.parse("X400:c=US;a=;p=Contoso;5");

    assertFalse(space.isSmtp());
    assertEquals(5, space.cost());
    assertEquals("c=US;a=;p=Contoso", space.space());
  }
}
