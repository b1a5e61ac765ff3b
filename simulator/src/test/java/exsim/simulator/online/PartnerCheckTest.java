package exsim.simulator.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import exsim.model.mail.DomainName;
import exsim.model.online.InboundConnector;
import exsim.simulator.rule.Assumption;
import exsim.simulator.rule.Rule;
import exsim.simulator.smtp.Session;
import org.junit.jupiter.api.Test;

/** The recipes of EXO-IN-24, the rules of EXO-IN-41 and errata 7. */
class PartnerCheckTest {
  private static final String SENDER = "teller@contosobank.com";
  private static final String BANK = "192.0.2.0/24";

  private static PartnerCheck.Result check(
      Session session, String sender, InboundConnector... connectors) {
    return check(Made.settings(), session, sender, connectors);
  }

  private static PartnerCheck.Result check(
      OnlineSettings settings, Session session, String sender, InboundConnector... connectors) {
    return new PartnerCheck(settings)
        .of(
            Made.tenant("t.onmicrosoft.com", ImmutableList.of("own.example"), connectors),
            session,
            Made.from(sender),
            DomainName.parse("own.example"));
  }

  private static Rule last(PartnerCheck.Result result) {
    return Iterables.getLast(result.why()).rule();
  }

  @Test
  void recipe_1_tls_is_demanded_of_the_partners_domain_only() {
    InboundConnector tls = Made.partner("bank", "contosobank.com", "", "", true, false);

    PartnerCheck.Result clear = check(Made.clear("192.0.2.1"), SENDER, tls);

    assertTrue(clear.refusal().isPresent());
    assertTrue(clear.why().stream().anyMatch(r -> r.rule() == InboundRule.PARTNER_REQUIRES_TLS));
    assertEquals(InboundRule.PARTNER_MET, last(check(Made.secure("192.0.2.1"), SENDER, tls)));
    assertEquals(
        ImmutableList.of(), check(Made.clear("192.0.2.1"), "x@elsewhere.example", tls).why());
  }

  @Test
  void recipe_2_the_partner_must_show_its_certificate() {
    InboundConnector certificate =
        Made.partner("bank", "contosobank.com", "*.contosobank.com", "", true, true);

    assertEquals(
        InboundRule.PARTNER_MET,
        last(
            check(
                Made.secure("192.0.2.1", Made.certificate("mx.contosobank.com")),
                SENDER,
                certificate)));
    for (Session session :
        ImmutableList.of(
            Made.clear("192.0.2.1"),
            Made.secure("192.0.2.1"),
            Made.secure("192.0.2.1", Made.certificate("mx.evil.example")),
            Made.secure("192.0.2.1", Made.certificate("mx.contosobank.com", "self", "SHA256")))) {
      PartnerCheck.Result refused = check(session, SENDER, certificate);

      assertEquals(InboundRule.PARTNER_RESTRICTS, last(refused));
      assertTrue(refused.refusal().orElseThrow().text().startsWith("550 5.7.51"));
    }
  }

  @Test
  void recipe_3_the_partner_must_come_from_its_addresses() {
    InboundConnector address = Made.partner("bank", "contosobank.com", "", BANK, false, true);

    assertEquals(InboundRule.PARTNER_MET, last(check(Made.clear("192.0.2.9"), SENDER, address)));
    assertEquals(
        InboundRule.PARTNER_RESTRICTS, last(check(Made.clear("203.0.113.9"), SENDER, address)));
  }

  @Test
  void in_41_b_one_satisfied_restriction_is_enough_and_an_open_connector_does_not_help() {
    InboundConnector address = Made.partner("a", "contosobank.com", "", BANK, false, true);
    InboundConnector certificate =
        Made.partner("b", "contosobank.com", "*.contosobank.com", "", false, true);
    InboundConnector open = Made.partner("c", "contosobank.com", "", "", false, false);

    assertEquals(
        InboundRule.PARTNER_MET,
        last(check(Made.clear("192.0.2.9"), SENDER, address, certificate, open)));
    assertEquals(
        InboundRule.PARTNER_RESTRICTS,
        last(check(Made.clear("203.0.113.9"), SENDER, address, certificate, open)));
  }

  @Test
  void in_44_the_most_specific_sender_domain_speaks() {
    InboundConnector all = Made.partner("a all", "*", "", "", true, false);
    InboundConnector own = Made.partner("z own", "contosobank.com", "", "", false, false);

    PartnerCheck.Result result = check(Made.clear("192.0.2.1"), SENDER, all, own);

    assertEquals("z own", result.connector().orElseThrow().name());
    assertEquals(InboundRule.PARTNER_MET, last(result));
  }

  @Test
  void errata_7_a_connector_known_by_address_only_does_not_reach_the_rest_of_the_internet() {
    InboundConnector known = Made.partner("gateway", "*", "", BANK, true, false);

    assertTrue(check(Made.clear("192.0.2.9"), SENDER, known).refusal().isPresent());
    assertEquals(ImmutableList.of(), check(Made.clear("203.0.113.9"), SENDER, known).why());
  }

  @Test
  void in_08_a_certificate_name_without_a_restriction_is_demanded_or_identifies() {
    InboundConnector named = Made.partner("bank", "*", "mx.contosobank.com", "", true, false);
    Session without = Made.secure("192.0.2.1");
    Session with = Made.secure("192.0.2.1", Made.certificate("mx.contosobank.com"));
    OnlineSettings identifies = Made.settings(Assumption.PARTNER_CERTIFICATE_NAME, "identifies");

    assertEquals(InboundRule.PARTNER_NAME_DEMANDED, last(check(without, SENDER, named)));
    assertEquals(InboundRule.PARTNER_MET, last(check(with, SENDER, named)));
    assertEquals(ImmutableList.of(), check(identifies, without, SENDER, named).why());
    assertEquals(InboundRule.PARTNER_MET, last(check(identifies, with, SENDER, named)));
  }
}
