package exsim.simulator.onprem;

import com.google.common.collect.ImmutableList;
import exsim.model.onprem.ExchangeServer;
import exsim.simulator.onprem.selection.SendSelection;
import exsim.simulator.onprem.selection.SiteCosts;
import exsim.simulator.onprem.selection.SitePath;
import exsim.simulator.rule.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom a server hands a message to that is bound for a delivery group (RT-004, RT-005).
 *
 * @param ranks the servers to try; those of one rank are equal choices
 * @param stop the hub site where the message stops first
 * @param why why this way
 */
record GroupRoute(
    ImmutableList<List<ExchangeServer>> ranks, Optional<String> stop, ImmutableList<Reason> why) {

  /**
   * The way from a server to a group.
   *
   * @param group the servers of the group
   */
  static GroupRoute of(
      OrganizationView organization, ExchangeServer from, List<ExchangeServer> group) {
    return new Search(organization, from, group).route();
  }

  /** The servers of the first rank. */
  List<ExchangeServer> first() {
    return ranks.isEmpty() ? ImmutableList.of() : ranks.get(0);
  }

  /** One look-up, with what it knows of the group. */
  private static final class Search {
    private final OrganizationView organization;
    private final ExchangeServer from;
    private final String own;
    private final Map<String, List<ExchangeServer>> members = new LinkedHashMap<>();
    private final List<SitePath> paths = new ArrayList<>();

    Search(OrganizationView organization, ExchangeServer from, List<ExchangeServer> group) {
      this.organization = organization;
      this.from = from;
      this.own = SiteCosts.siteOf(from);
      for (ExchangeServer server : group) {
        members.computeIfAbsent(SiteCosts.siteOf(server), s -> new ArrayList<>()).add(server);
      }
      members.keySet().forEach(s -> organization.siteCosts().path(own, s).ifPresent(paths::add));
      paths.sort(SitePath.ORDER);
    }

    GroupRoute route() {
      if (paths.isEmpty()) {
        return new GroupRoute(ImmutableList.of(), Optional.empty(), ImmutableList.of());
      }
      SitePath path = paths.get(0);
      if (path.destination().equals(own)) {
        return new GroupRoute(ImmutableList.copyOf(here()), Optional.empty(), ImmutableList.of());
      }
      Optional<String> hub = path.sites().stream().skip(1).filter(this::isHub).findFirst();
      boolean before = hub.isPresent() && !hub.get().equals(path.destination());
      return new GroupRoute(
          ImmutableList.copyOf(before ? through(path, hub.get()) : toward(path, hub.isPresent())),
          hub.filter(h -> before),
          why(path, hub.filter(h -> before)));
    }

    /** This server, then those beside it, then members in other sites. */
    private List<List<ExchangeServer>> here() {
      List<List<ExchangeServer>> ranks = new ArrayList<>();
      for (int distance = 0; distance <= 1; distance++) {
        int wanted = distance;
        ranks.add(
            members.get(own).stream()
                .filter(s -> SendSelection.distance(from, s) == wanted)
                .toList());
      }
      addOtherSites(ranks);
      return withoutEmpty(ranks);
    }

    /** The servers of the hub site, then those of the sites before it. */
    private List<List<ExchangeServer>> through(SitePath path, String hub) {
      List<List<ExchangeServer>> ranks = new ArrayList<>();
      ranks.add(organization.transportsOf(hub));
      path.before(hub).forEach(s -> ranks.add(organization.transportsOf(s)));
      return withoutEmpty(ranks);
    }

    /**
     * The members in the nearest site, then elsewhere, then anybody in that site, then the sites
     * before it. A hub site is not gone around.
     */
    private List<List<ExchangeServer>> toward(SitePath path, boolean isHub) {
      String site = path.destination();
      List<List<ExchangeServer>> ranks = new ArrayList<>();
      ranks.add(members.get(site));
      if (!isHub) {
        addOtherSites(ranks);
      }
      ranks.add(
          organization.transportsOf(site).stream()
              .filter(s -> !members.get(site).contains(s))
              .toList());
      path.before(site).forEach(s -> ranks.add(organization.transportsOf(s)));
      return withoutEmpty(ranks);
    }

    private void addOtherSites(List<List<ExchangeServer>> ranks) {
      paths.stream().skip(1).forEach(p -> ranks.add(members.get(p.destination())));
    }

    private static List<List<ExchangeServer>> withoutEmpty(List<List<ExchangeServer>> ranks) {
      return ranks.stream().filter(r -> !r.isEmpty()).toList();
    }

    /** A hub site without a server that could take mail is none. */
    private boolean isHub(String site) {
      return organization.organization().hubSites().contains(site)
          && !organization.transportsOf(site).isEmpty();
    }

    private ImmutableList<Reason> why(SitePath path, Optional<String> hub) {
      ImmutableList.Builder<Reason> why = ImmutableList.builder();
      String site = path.destination();
      why.add(Reason.of(RoutingRule.PRIMARY_SITE, "site", site, "path", path, "cost", path.cost()));
      if (path.tie() != SitePath.Tie.NONE) {
        why.add(
            Reason.of(
                RoutingRule.TIE, "cost", path.cost(), "path", path, "tie", path.tie().text()));
      }
      organization.organization().hubSites().stream()
          .filter(h -> !path.sites().contains(h))
          .sorted(Comparator.naturalOrder())
          .forEach(h -> why.add(Reason.of(RoutingRule.HUB_SITE_IGNORED, "site", h, "path", path)));
      if (hub.isPresent()) {
        why.add(Reason.of(RoutingRule.HUB_SITE, "site", hub.get(), "path", path));
      } else if (path.sites().size() > 2) {
        why.add(Reason.of(RoutingRule.DIRECT, "path", path, "site", site));
      }
      return why.build();
    }
  }
}
