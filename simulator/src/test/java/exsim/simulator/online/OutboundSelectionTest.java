package exsim.simulator.online;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.online.OutboundConnector;
import exsim.model.online.Tenant;
import exsim.simulator.rule.Assumption;
import exsim.simulator.rule.Selection;
import org.junit.jupiter.api.Test;

/** The worked example of EXO-OUT-53, and EXO-OUT-22. */
class OutboundSelectionTest {
  private static final OutboundConnector C1 = Made.outbound("C1", true);
  private static final OutboundConnector C2 = Made.outbound("C2", false, "contoso.com");
  private static final OutboundConnector C3 = Made.outbound("C3", false, "*.contoso.com");

  private static Selection<OutboundConnector> select(
      OnlineSettings settings, String domain, OutboundConnector... connectors) {
    Tenant tenant =
        Made.tenant(
            "t.onmicrosoft.com",
            ImmutableList.of("contoso.com", "sales.contoso.com", "fabrikam.com"),
            ImmutableList.of(),
            ImmutableList.copyOf(connectors));
    return new OutboundSelection(tenant, new TenantIndex(ImmutableList.of(tenant), false), settings)
        .ordinary(DomainName.parse(domain), false);
  }

  private static String winner(Selection<OutboundConnector> selection) {
    return selection.chosen().map(OutboundConnector::name).orElse("MX");
  }

  private static String winner(String domain) {
    return winner(select(Made.settings(), domain, C1, C2, C3));
  }

  @Test
  void the_worked_example_comes_out_as_documented() {
    assertEquals("C1", winner("fabrikam.com"));
    assertEquals("C2", winner("contoso.com"));
    assertEquals("C3", winner("sales.contoso.com"));
    assertEquals("MX", winner("elsewhere.example"));
  }

  @Test
  void by_the_documented_list_all_accepted_domains_come_before_a_wildcard() {
    OnlineSettings list = Made.settings(Assumption.OUTBOUND_ORDER, "list");

    assertEquals("C1", winner(select(list, "sales.contoso.com", C1, C2, C3)));
    assertEquals("C2", winner(select(list, "contoso.com", C1, C2, C3)));
  }

  @Test
  void every_loser_is_told_why() {
    Selection<OutboundConnector> selection =
        select(Made.settings(), "sales.contoso.com", C1, C2, C3);

    assertEquals(
        ImmutableList.of("C2 CLOUD-022", "C1 CLOUD-024"),
        selection.eliminated().stream()
            .map(e -> e.candidate() + " " + e.because().rule().id())
            .collect(ImmutableList.toImmutableList()));
  }

  @Test
  void out_22_a_wildcard_leaves_the_domain_itself_out_unless_it_is_assumed_in() {
    Selection<OutboundConnector> out = select(Made.settings(), "contoso.com", C3);
    OnlineSettings apex = Made.settings(Assumption.WILDCARD_INCLUDES_APEX, "true");

    assertEquals("MX", winner(out));
    assertEquals(OutboundRule.APEX_NOT_COVERED, out.eliminated().get(0).because().rule());
    assertEquals("C3", winner(select(apex, "contoso.com", C3)));
  }

  @Test
  void the_first_name_wins_a_tie_in_whatever_order_they_are_listed() {
    OutboundConnector beta = Made.outbound("Beta", false, "contoso.com");
    OutboundConnector alpha = Made.outbound("alpha", false, "contoso.com");

    assertEquals("alpha", winner(select(Made.settings(), "contoso.com", beta, alpha)));
    assertEquals("alpha", winner(select(Made.settings(), "contoso.com", alpha, beta)));
  }
}
