package exsim.simulator.onprem;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization;
import exsim.model.onprem.SiteLink;
import java.util.Map;
import java.util.TreeMap;

/** The cost of the cheapest way between two Active Directory sites. */
final class SiteCosts {
  /** What a way costs that does not exist; adding to it cannot overflow. */
  static final int UNREACHABLE = Integer.MAX_VALUE / 4;

  private final ImmutableList<SiteLink> links;
  private final ImmutableSet<String> sites;

  SiteCosts(Organization organization) {
    this.links = organization.siteLinks();
    ImmutableSet.Builder<String> all = ImmutableSet.builder();
    organization.servers().forEach(s -> all.add(siteOf(s)));
    links.forEach(l -> all.addAll(l.sites()));
    this.sites = all.build();
  }

  /** The site of a server; one without a site stands in the organization's only one. */
  static String siteOf(ExchangeServer server) {
    return server.site().orElse("");
  }

  /** The sum of link costs on the cheapest way; without links every two sites are 100 apart. */
  int between(String from, String to) {
    if (from.equals(to)) {
      return 0;
    }
    if (links.isEmpty()) {
      return SiteLink.COST_DEFAULT;
    }
    Map<String, Integer> costs = new TreeMap<>();
    costs.put(from, 0);
    for (int round = 0; round < sites.size(); round++) {
      boolean changed = false;
      for (SiteLink link : links) {
        changed |= relax(link, costs);
      }
      if (!changed) {
        break;
      }
    }
    return costs.getOrDefault(to, UNREACHABLE);
  }

  private static boolean relax(SiteLink link, Map<String, Integer> costs) {
    boolean changed = false;
    for (String a : link.sites()) {
      Integer known = costs.get(a);
      if (known == null) {
        continue;
      }
      int reached = known + link.effectiveCost();
      for (String b : link.sites()) {
        if (reached < costs.getOrDefault(b, UNREACHABLE)) {
          costs.put(b, reached);
          changed = true;
        }
      }
    }
    return changed;
  }
}
