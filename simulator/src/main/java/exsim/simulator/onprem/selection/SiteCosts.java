package exsim.simulator.onprem.selection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization;
import exsim.model.onprem.SiteLink;
import exsim.simulator.rule.Memo;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The least-cost ways between the Active Directory sites of an organization. */
public final class SiteCosts {
  /** What a way costs that does not exist; adding to it cannot overflow. */
  static final int UNREACHABLE = Integer.MAX_VALUE / 4;

  private final ImmutableList<SiteLink> links;
  private final Memo<String, ImmutableMap<String, SitePath>> known = new Memo<>();

  public SiteCosts(Organization organization) {
    this.links = organization.siteLinks();
  }

  /** The site of a server; one without a site stands in the organization's only one. */
  public static String siteOf(ExchangeServer server) {
    return server.site().orElse("");
  }

  /** The sum of link costs on the least-cost way. */
  int between(String from, String to) {
    return path(from, to).map(SitePath::cost).orElse(UNREACHABLE);
  }

  /** The least-cost way; without links every two sites are 100 apart. */
  public Optional<SitePath> path(String from, String to) {
    if (from.equals(to)) {
      return Optional.of(SitePath.at(from));
    }
    return links.isEmpty()
        ? Optional.of(SitePath.at(from).on(to, SiteLink.COST_DEFAULT))
        : Optional.ofNullable(known.get(from, this::from).get(to));
  }

  /** Every round adds a link to the ways; each change makes one better, so there is an end. */
  private ImmutableMap<String, SitePath> from(String start) {
    Map<String, SitePath> best = new TreeMap<>();
    best.put(start, SitePath.at(start));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (SiteLink link : links) {
        changed |= relax(link, best);
      }
    }
    return ImmutableMap.copyOf(best);
  }

  private static boolean relax(SiteLink link, Map<String, SitePath> best) {
    boolean changed = false;
    for (String near : link.sites()) {
      SitePath way = best.get(near);
      if (way == null) {
        continue;
      }
      for (String far : link.sites()) {
        if (way.sites().contains(far)) {
          continue;
        }
        SitePath longer = way.on(far, link.effectiveCost());
        SitePath before = best.get(far);
        SitePath after = before == null ? longer : before.orBetter(longer);
        if (!after.equals(before)) {
          best.put(far, after);
          changed = true;
        }
      }
    }
    return changed;
  }
}
