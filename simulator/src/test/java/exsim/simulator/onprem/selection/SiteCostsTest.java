package exsim.simulator.onprem.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.onprem.Organization;
import exsim.model.onprem.SiteLink;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SiteCostsTest {
  private static SiteLink link(int cost, String... sites) {
    return new SiteLink(ImmutableList.copyOf(sites), cost, OptionalInt.empty());
  }

  private static SiteCosts costs(SiteLink... links) {
    return new SiteCosts(
        new Organization(
            "contoso",
            ImmutableList.of(),
            ImmutableMap.of(),
            Organization.TransportConfig.DEFAULT,
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.copyOf(links),
            ImmutableSet.of(),
            ImmutableMap.of()));
  }

  private static String path(SiteCosts costs, String from, String to) {
    return costs.path(from, to).map(p -> p + " " + p.cost() + " " + p.tie()).orElse("none");
  }

  @Test
  void without_links_every_two_sites_are_linked() {
    assertEquals("A - B 100 NONE", path(costs(), "A", "B"));
    assertEquals("A 0 NONE", path(costs(), "A", "A"));
  }

  @Test
  void cost_comes_before_hops() {
    SiteCosts costs = costs(link(50, "A", "C"), link(20, "A", "B"), link(20, "B", "C"));

    assertEquals("A - B - C 40 NONE", path(costs, "A", "C"));
    assertEquals("C - B - A 40 NONE", path(costs, "C", "A"));
  }

  @Test
  void among_equal_costs_the_fewest_hops_count() {
    SiteCosts costs = costs(link(20, "A", "B"), link(20, "B", "C"), link(40, "A", "C"));

    assertEquals("A - C 40 HOPS", path(costs, "A", "C"));
  }

  @Test
  void then_the_site_nearest_the_destination_in_which_they_differ_by_name() {
    SiteCosts costs =
        costs(
            link(10, "A", "b"),
            link(10, "b", "Z"),
            link(10, "A", "C"),
            link(10, "C", "Z"),
            link(10, "Z", "Y"));

    assertEquals("A - b - Z 20 NAME", path(costs, "A", "Z"));
    assertEquals("A - b - Z - Y 30 NAME", path(costs, "A", "Y"));
  }

  @Test
  void a_link_joins_all_of_its_sites_and_nobody_else() {
    SiteCosts costs = costs(link(10, "A", "B", "C"));

    assertEquals("A - C 10 NONE", path(costs, "A", "C"));
    assertEquals(Optional.empty(), costs.path("A", "D"));
    assertEquals(SiteCosts.UNREACHABLE, costs.between("A", "D"));
  }

  @Test
  void fewer_hops_count_before_names() {
    SiteCosts costs =
        costs(
            link(15, "A", "Y"),
            link(15, "Y", "Z"),
            link(10, "A", "C"),
            link(10, "C", "B"),
            link(10, "B", "Z"));

    assertEquals("A - Y - Z 30 HOPS", path(costs, "A", "Z"));
  }

  @Test
  void of_two_links_between_the_same_sites_the_cheaper_one_counts() {
    assertEquals("A - B 10 NONE", path(costs(link(20, "A", "B"), link(10, "A", "B")), "A", "B"));
    assertEquals("A - B 10 NONE", path(costs(link(10, "A", "B"), link(20, "A", "B")), "A", "B"));
  }
}
