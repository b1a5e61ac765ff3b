package exsim.simulator.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.online.Tenant;
import exsim.model.tls.Certificate;
import exsim.simulator.rule.Assumption;
import exsim.simulator.rule.Rule;
import exsim.simulator.smtp.Session;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The steps of EXO-IN-40, and what errata 4 and 18 say of them. */
class AttributionTest {
  private static final String OWN = "alice@contoso.com";
  private static final String FOREIGN = "x@elsewhere.example";
  private static final Certificate MAIL = Made.certificate("mail.contoso.com");

  private final Tenant contoso =
      Made.tenant(
          "contoso.onmicrosoft.com",
          ImmutableList.of("contoso.com"),
          Made.onPremises("by certificate", "*.contoso.com", ""),
          Made.onPremises("by address", "", Made.GATEWAY + "/32"));

  private final Tenant fabrikam =
      Made.tenant("fabrikam.onmicrosoft.com", ImmutableList.of("fabrikam.com"));

  private Attribution.Result of(Session session, String sender, String recipientDomain) {
    return of(Made.settings(), session, sender, recipientDomain, contoso, fabrikam);
  }

  private static Attribution.Result of(
      OnlineSettings settings,
      Session session,
      String sender,
      String recipientDomain,
      Tenant... tenants) {
    TenantIndex index =
        new TenantIndex(ImmutableList.copyOf(tenants), settings.parentDomainAttributes());
    return new Attribution(index, settings)
        .of(session, Made.from(sender), DomainName.parse(recipientDomain));
  }

  private static Rule rule(Attribution.Result result) {
    return result.because().rule();
  }

  @Test
  void step_2_a_certificate_of_an_accepted_domain_makes_the_message_the_tenants_own() {
    Attribution.Result result = of(Made.secure("192.0.2.1", MAIL), FOREIGN, "elsewhere.example");

    assertEquals(InboundRule.BY_CERTIFICATE, rule(result));
    assertEquals(Optional.of(contoso), result.tenant());
    assertTrue(result.originating());
  }

  @Test
  void step_3_an_address_counts_only_with_a_sender_of_an_accepted_domain() {
    Attribution.Result own = of(Made.clear(Made.GATEWAY), OWN, "elsewhere.example");
    Attribution.Result foreign = of(Made.clear(Made.GATEWAY), FOREIGN, "elsewhere.example");

    assertEquals(InboundRule.BY_ADDRESS, rule(own));
    assertTrue(own.originating());
    assertEquals(InboundRule.RELAY_DENIED, rule(foreign));
    assertEquals(Optional.empty(), foreign.tenant());
  }

  @Test
  void step_4_the_tenants_own_recipients_still_get_mail_through_its_address() {
    Attribution.Result result = of(Made.clear(Made.GATEWAY), FOREIGN, "contoso.com");

    assertEquals(InboundRule.CONNECTOR_WITHOUT_DOMAIN, rule(result));
    assertEquals(Optional.of(contoso), result.tenant());
    assertFalse(result.originating());
  }

  @Test
  void step_5_everybody_else_is_attributed_by_the_recipients_domain() {
    Attribution.Result known = of(Made.clear("192.0.2.1"), OWN, "fabrikam.com");
    Attribution.Result nobody = of(Made.clear("192.0.2.1"), OWN, "elsewhere.example");

    assertEquals(InboundRule.BY_RECIPIENT, rule(known));
    assertEquals(Optional.of(fabrikam), known.tenant());
    assertEquals(InboundRule.NO_TENANT, rule(nobody));
  }

  @Test
  void in_34_and_in_36_a_certificate_that_does_not_validate_or_is_weak_is_ignored() {
    for (Certificate bad :
        ImmutableList.of(
            Made.certificate("mail.contoso.com", "corp", "SHA256"),
            Made.certificate("mail.contoso.com", "public", "SHA1"))) {
      Attribution.Result result = of(Made.secure("192.0.2.1", bad), OWN, "contoso.com");

      assertEquals(InboundRule.BY_RECIPIENT, rule(result));
      assertEquals(2, result.why().size(), "the fault is told as well");
    }
  }

  @Test
  void errata_4_the_name_itself_must_be_accepted_unless_the_connector_has_a_wildcard() {
    Tenant exact =
        Made.tenant(
            "contoso.onmicrosoft.com",
            ImmutableList.of("contoso.com"),
            Made.onPremises("exact", "mail.contoso.com", ""));
    Session session = Made.secure("192.0.2.1", MAIL);

    Attribution.Result failed = of(Made.settings(), session, FOREIGN, "x.example", exact);
    Attribution.Result rescued = of(Made.settings(), session, OWN, "x.example", exact);
    Attribution.Result older =
        of(
            Made.settings(Assumption.PARENT_DOMAIN_ATTRIBUTES, "true"),
            session,
            FOREIGN,
            "x.example",
            exact);

    assertEquals(InboundRule.RELAY_DENIED, rule(failed)); // errata 18
    assertEquals(InboundRule.BY_CERTIFICATE_AND_SENDER, rule(rescued));
    assertEquals(InboundRule.BY_CERTIFICATE, rule(older));
  }

  @Test
  void in_32_a_wildcard_certificate_does_not_match_the_bare_domain() {
    Tenant bare =
        Made.tenant(
            "contoso.onmicrosoft.com",
            ImmutableList.of("contoso.com"),
            Made.onPremises("bare", "contoso.com", ""));
    Session session = Made.secure("192.0.2.1", Made.certificate("*.contoso.com"));

    assertEquals(
        InboundRule.NO_TENANT, rule(of(Made.settings(), session, FOREIGN, "x.example", bare)));
  }

  @Test
  void in_31_a_wildcard_of_the_connector_stands_for_the_domain_and_all_below() {
    for (String name : ImmutableList.of("contoso.com", "mx.contoso.com", "*.contoso.com")) {
      Session session = Made.secure("192.0.2.1", Made.certificate(name));

      assertEquals(InboundRule.BY_CERTIFICATE, rule(of(session, FOREIGN, "x.example")), name);
    }
  }

  @Test
  void in_32_what_a_wildcard_certificate_satisfies_is_an_assumption() {
    Tenant exact =
        Made.tenant(
            "contoso.onmicrosoft.com",
            ImmutableList.of("mail.contoso.com"),
            Made.onPremises("exact", "mail.contoso.com", ""));
    Session session = Made.secure("192.0.2.1", Made.certificate("*.contoso.com"));
    OnlineSettings exactly = Made.settings(Assumption.WILDCARD_CLIENT_CERTIFICATE, "exact");

    assertEquals(
        InboundRule.BY_CERTIFICATE,
        rule(of(Made.settings(), session, FOREIGN, "x.example", exact)));
    assertEquals(InboundRule.NO_TENANT, rule(of(exactly, session, FOREIGN, "x.example", exact)));
    assertEquals(
        InboundRule.BY_CERTIFICATE, rule(of(exactly, session, FOREIGN, "x.example", contoso)));
  }

  @Test
  void in_46_a_certificate_of_two_tenants_goes_by_sender_then_recipient_then_name() {
    Tenant other =
        Made.tenant(
            "a-other.onmicrosoft.com",
            ImmutableList.of("other.example"),
            Made.onPremises("other", "*.other.example", ""));
    Certificate both =
        new Certificate(
            "both",
            "CN=mx.contoso.com",
            ImmutableList.of(DomainPattern.parse("mx.other.example")),
            MAIL.issuer(),
            MAIL.validity(),
            MAIL.keyType(),
            MAIL.signature(),
            MAIL.state());
    Session session = Made.secure("192.0.2.1", both);

    Attribution.Result bySender =
        of(Made.settings(), session, OWN, "other.example", other, contoso);
    Attribution.Result byRecipient =
        of(Made.settings(), session, FOREIGN, "contoso.com", other, contoso);
    Attribution.Result byName = of(Made.settings(), session, FOREIGN, "x.example", contoso, other);

    assertEquals(InboundRule.AMBIGUOUS, bySender.why().get(0).rule());
    assertEquals(Optional.of(contoso), bySender.tenant());
    assertEquals(Optional.of(contoso), byRecipient.tenant());
    assertEquals(Optional.of(other), byName.tenant());
  }

  @Test
  void an_address_that_many_tenants_share_belongs_to_the_one_that_accepts_the_sender() {
    Tenant other =
        Made.tenant(
            "a-other.onmicrosoft.com",
            ImmutableList.of("other.example"),
            Made.onPremises("wider", "", "198.51.100.0/24"));

    Attribution.Result result =
        of(Made.settings(), Made.clear(Made.GATEWAY), OWN, "x.example", other, contoso);

    assertEquals(Optional.of(contoso), result.tenant());
    assertEquals("by address", result.connector().orElseThrow().name());
  }
}
