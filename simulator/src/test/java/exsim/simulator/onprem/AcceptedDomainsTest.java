package exsim.simulator.onprem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which accepted domain covers a recipient's. */
class AcceptedDomainsTest {
  private static AcceptedDomain domain(String name, String pattern, boolean subdomains) {
    return new AcceptedDomain(
        name, DomainPattern.parse(pattern), AcceptedDomain.Type.AUTHORITATIVE, subdomains);
  }

  private static String covering(String domain, AcceptedDomain... accepted) {
    return new AcceptedDomains(Made.accepting(ImmutableList.copyOf(accepted)))
        .covering(DomainName.parse(domain))
        .map(AcceptedDomain::name)
        .orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "contoso.com, own",
    "sales.contoso.com, wild",
    "a.sales.contoso.com, wild",
    "eu.fabrikam.com, matching",
    "fabrikam.com, matching",
    "deep.eu.fabrikam.com, deep",
    "xcontoso.com, none",
    "com, none"
  })
  void the_domain_itself_comes_before_a_suffix_and_the_longest_suffix_first(
      String domain, String name) {
    assertEquals(
        name,
        covering(
            domain,
            domain("wild", "*.contoso.com", false),
            domain("own", "contoso.com", false),
            domain("matching", "fabrikam.com", true),
            domain("deep", "*.deep.eu.fabrikam.com", false)));
  }

  @Test
  void a_star_covers_what_nothing_else_does() {
    AcceptedDomain own = domain("own", "contoso.com", false);
    AcceptedDomain all = domain("all", "*", false);

    assertEquals("own", covering("contoso.com", all, own));
    assertEquals("all", covering("sales.contoso.com", all, own));
    assertEquals("none", covering("sales.contoso.com", own));
  }

  @Test
  void of_two_for_one_domain_the_first_counts() {
    assertEquals(
        "first",
        covering(
            "contoso.com",
            domain("first", "contoso.com", true),
            domain("second", "contoso.com", false)));
    assertEquals(
        "first",
        covering(
            "a.contoso.com",
            domain("first", "contoso.com", true),
            domain("second", "*.contoso.com", false)));
  }
}
