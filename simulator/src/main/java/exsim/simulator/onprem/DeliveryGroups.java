package exsim.simulator.onprem;

import com.google.common.collect.ImmutableList;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeVersion;
import exsim.simulator.onprem.selection.SiteCosts;
import java.util.List;
import java.util.Optional;

/**
 * Which Transport services a service of a server may hand a message to, by rank (RT-004, RT-006).
 *
 * <p>A delivery group is the servers of one site and one generation: the scenario format knows no
 * database availability groups.
 */
final class DeliveryGroups {
  private final ExchangeServer server;
  private final InternalRoutes routes;

  DeliveryGroups(ExchangeServer server, InternalRoutes routes) {
    this.server = server;
    this.routes = routes;
  }

  /** The group that has a mailbox, the nearest servers first; where it is unknown, the own one. */
  ImmutableList<List<ExchangeServer>> near(Optional<ExchangeServer> home) {
    ImmutableList<List<ExchangeServer>> group = routes.byDistance(of(home.orElse(server)));
    return group.isEmpty() ? anywhere() : group;
  }

  /** The server that has a mailbox itself; where it is unknown, the own group. */
  ImmutableList<List<ExchangeServer>> at(Optional<ExchangeServer> home) {
    return home.filter(ExchangeServer::hasTransport)
        .map(h -> ImmutableList.of(List.of(h)))
        .orElseGet(() -> near(home));
  }

  /** The servers of the site, all alike. */
  ImmutableList<List<ExchangeServer>> inSite() {
    List<ExchangeServer> site = of(server);
    return site.isEmpty() ? anywhere() : ImmutableList.of(site);
  }

  /** The Transport services of a server's group. */
  List<ExchangeServer> of(ExchangeServer member) {
    return routes.transports().stream()
        .filter(s -> SiteCosts.siteOf(s).equals(SiteCosts.siteOf(member)))
        .filter(s -> isOf2010(s) == isOf2010(member))
        .toList();
  }

  /** Whether two servers belong to one group. */
  static boolean together(ExchangeServer a, ExchangeServer b) {
    return SiteCosts.siteOf(a).equals(SiteCosts.siteOf(b)) && isOf2010(a) == isOf2010(b);
  }

  private ImmutableList<List<ExchangeServer>> anywhere() {
    return routes.byDistance(routes.transports().stream().filter(s -> !isOf2010(s)).toList());
  }

  private static boolean isOf2010(ExchangeServer server) {
    return server.version() == ExchangeVersion.E2010;
  }

  /** The names of the first rank. */
  static String first(ImmutableList<List<ExchangeServer>> ranks) {
    return InternalRoutes.names(ranks.isEmpty() ? List.of() : ranks.get(0));
  }
}
