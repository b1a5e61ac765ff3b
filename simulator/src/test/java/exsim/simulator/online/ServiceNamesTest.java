package exsim.simulator.online;

import static org.junit.jupiter.api.Assertions.assertEquals;

import exsim.model.mail.DomainName;
import org.junit.jupiter.api.Test;

class ServiceNamesTest {
  private static String host(String domain) {
    return ServiceNames.defaultHost(DomainName.parse(domain)).ascii();
  }

  /** EXO-EP-03. */
  @Test
  void dots_of_an_accepted_domain_become_dashes() {
    assertEquals("contoso-com.mail.protection.outlook.com", host("contoso.com"));
    assertEquals(
        "contoso-mail-onmicrosoft-com.mail.protection.outlook.com",
        host("contoso.mail.onmicrosoft.com"));
  }

  @Test
  void a_domain_longer_than_a_label_still_has_a_host() {
    String label = "a".repeat(62);

    assertEquals(label + ".mail.protection.outlook.com", host(label + ".example"));
  }
}
