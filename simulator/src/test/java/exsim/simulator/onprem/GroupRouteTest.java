package exsim.simulator.onprem;

import static exsim.simulator.onprem.Roles.clientAccess2013;
import static exsim.simulator.onprem.Roles.mailbox;
import static exsim.simulator.onprem.Roles.names;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.SiteLink;
import exsim.simulator.rule.Reason;
import exsim.simulator.rule.Rule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The servers that stand for a delivery group, and the order in which they are asked. */
class GroupRouteTest {
  private static final ExchangeServer A1 = mailbox("a1", "A");
  private static final ExchangeServer A2 = mailbox("a2", "A");
  private static final ExchangeServer X1 = mailbox("x1", "X");
  private static final ExchangeServer H1 = mailbox("h1", "H");
  private static final ExchangeServer H2 = mailbox("h2", "H");
  private static final ExchangeServer B1 = mailbox("b1", "B");
  private static final ExchangeServer B2 = mailbox("b2", "B");

  /** Sites A, X, H and B stand in a row. */
  private static OrganizationView row(ImmutableSet<String> hubSites) {
    ImmutableList<SiteLink> links =
        ImmutableList.of(Roles.link("A", "X"), Roles.link("X", "H"), Roles.link("H", "B"));
    return Roles.view(
        Roles.with(
            Made.organization(
                ImmutableList.of(),
                links,
                ImmutableList.of(A1, A2, X1, H1, H2, B1, B2, clientAccess2013("x2", "X"))),
            hubSites,
            ImmutableMap.of()));
  }

  private static GroupRoute route(ImmutableSet<String> hubSites, ExchangeServer... group) {
    return GroupRoute.of(row(hubSites), A1, ImmutableList.copyOf(group));
  }

  private static List<Rule> rules(GroupRoute route) {
    return route.why().stream().map(Reason::rule).toList();
  }

  @Test
  void in_its_own_site_a_server_takes_itself_then_those_beside_it_then_members_elsewhere() {
    GroupRoute route = route(ImmutableSet.of(), B1, A2, A1);

    assertEquals("a1 | a2 | b1", names(route.ranks()));
    assertEquals(ImmutableList.of(), route.why());
  }

  @Test
  void the_nearest_site_comes_first_however_the_group_is_listed() {
    GroupRoute route = route(ImmutableSet.of(), B1, H1);

    assertEquals("h1 | b1 | h2 | x1", names(route.ranks()));
    assertEquals(Optional.empty(), route.stop());
    assertEquals(List.of(RoutingRule.PRIMARY_SITE, RoutingRule.DIRECT), rules(route));
  }

  @Test
  void the_next_site_is_reached_without_anything_on_the_way() {
    assertEquals(List.of(RoutingRule.PRIMARY_SITE), rules(route(ImmutableSet.of(), X1)));
  }

  @Test
  void mail_stops_at_a_hub_site_on_its_way_or_before_it() {
    GroupRoute route = route(ImmutableSet.of("H"), B1);

    assertEquals("h1 h2 | x1", names(route.ranks()));
    assertEquals(Optional.of("H"), route.stop());
    assertEquals(List.of(RoutingRule.PRIMARY_SITE, RoutingRule.HUB_SITE), rules(route));
  }

  /** Where mail is bound for a hub site, that is no stop, but nor is it gone around. */
  @Test
  void a_hub_site_that_is_the_destination_is_not_gone_around() {
    GroupRoute route = route(ImmutableSet.of("H"), H1, B1);

    assertEquals("h1 | h2 | x1", names(route.ranks()));
    assertEquals(Optional.empty(), route.stop());
    assertEquals(List.of(RoutingRule.PRIMARY_SITE, RoutingRule.DIRECT), rules(route));
  }

  @Test
  void hub_sites_beside_the_way_are_told() {
    GroupRoute route = route(ImmutableSet.of("B"), H1);

    assertEquals(
        List.of(RoutingRule.PRIMARY_SITE, RoutingRule.HUB_SITE_IGNORED, RoutingRule.DIRECT),
        rules(route));
    assertEquals("B", route.why().get(1).facts().get("site"));
  }

  @Test
  void a_group_out_of_reach_has_no_way() {
    GroupRoute route = route(ImmutableSet.of(), mailbox("z1", "Z"));

    assertEquals(ImmutableList.of(), route.ranks());
    assertEquals(ImmutableList.of(), route.first());
  }
}
