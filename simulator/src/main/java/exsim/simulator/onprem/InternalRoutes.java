package exsim.simulator.onprem;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.SendConnector;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.NextHopSolutionKey;
import exsim.simulator.route.Plan;
import exsim.simulator.route.RetrySchedule;
import exsim.simulator.route.Step;
import exsim.simulator.route.Target;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ClientEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How a message goes from one server of an organization to another. */
final class InternalRoutes {
  private static final int HUB_PORT = 2525;
  private static final int SMTP_PORT = 25;

  private final OrganizationView organization;
  private final ExchangeServer server;
  private final ClientEnd end;
  private final RetrySchedule retry;

  InternalRoutes(OrganizationView organization, ExchangeServer server) {
    this.organization = organization;
    this.server = server;
    this.end = new ExchangeClient(organization, server).internal();
    this.retry = ExchangeRetry.of(server);
  }

  /** To the nearest of a Send connector's source servers. */
  Step toSources(
      Envelope envelope,
      SendConnector connector,
      ImmutableList<Reason> because,
      ImmutableList<Elimination> losers) {
    List<ExchangeServer> sources = new ArrayList<>();
    connector.scope().sourceServers().forEach(s -> organization.server(s).ifPresent(sources::add));
    GroupRoute route = GroupRoute.of(organization, server, throughSite(sources));
    Reason reason =
        Reason.of(
            RecipientRule.TO_SOURCE_SERVER,
            "server",
            server.name(),
            "connector",
            connector.name(),
            "sources",
            names(route.first()));
    return to(
        envelope,
        route.ranks(),
        ImmutableList.<Reason>builder().addAll(because).addAll(route.why()).add(reason).build(),
        losers,
        Optional.of(
            route
                .stop()
                .map(ExchangeQueues::toSite)
                .orElseGet(
                    () -> ExchangeQueues.toSources(server, connector, sources, route.first()))));
  }

  /** An Edge server of another site is reached through the Transport servers of that site. */
  private List<ExchangeServer> throughSite(List<ExchangeServer> sources) {
    if (sources.isEmpty() || !sources.stream().allMatch(ExchangeServer::isEdge)) {
      return sources;
    }
    String site = SiteCosts.siteOf(sources.get(0));
    List<ExchangeServer> inside =
        servers(s -> !s.isEdge() && s.hasTransport() && SiteCosts.siteOf(s).equals(site));
    return SiteCosts.siteOf(server).equals(site) || inside.isEmpty() ? sources : inside;
  }

  /** From an Edge server to the servers of its site. */
  Step intoSite(Envelope envelope) {
    String site = SiteCosts.siteOf(server);
    List<ExchangeServer> inside =
        servers(
            s ->
                !s.isEdge()
                    && SiteCosts.siteOf(s).equals(site)
                    && (s.hasTransport() || s.hasFrontEnd()));
    Reason because =
        Reason.of(
            RecipientRule.EDGE_INBOUND,
            "server",
            server.name(),
            "site",
            site.isEmpty() ? "its site" : site);
    return to(
        envelope,
        ImmutableList.of(inside),
        ImmutableList.of(because),
        ImmutableList.of(),
        ExchangeQueues.intoSite(organization.organization(), server));
  }

  /** From a server without a Transport service to the nearest that has one. */
  Step toTransport(Envelope envelope) {
    List<ExchangeServer> others = nearest(servers(s -> s.hasTransport() && !s.isEdge()));
    Reason because =
        Reason.of(RecipientRule.TO_TRANSPORT, "server", server.name(), "others", names(others));
    return to(
        envelope,
        ImmutableList.of(others),
        ImmutableList.of(because),
        ImmutableList.of(),
        Optional.empty());
  }

  private List<ExchangeServer> servers(Predicate<ExchangeServer> wanted) {
    return organization.nodes().stream().map(ExchangeNode::server).filter(wanted).toList();
  }

  private List<ExchangeServer> nearest(List<ExchangeServer> servers) {
    int least = servers.stream().mapToInt(s -> SendSelection.distance(server, s)).min().orElse(0);
    return servers.stream().filter(s -> SendSelection.distance(server, s) == least).toList();
  }

  private Step to(
      Envelope envelope,
      List<List<ExchangeServer>> ranks,
      ImmutableList<Reason> why,
      ImmutableList<Elimination> losers,
      Optional<NextHopSolutionKey> queue) {
    ImmutableList.Builder<ImmutableList<Target>> tiers = ImmutableList.builder();
    for (List<ExchangeServer> servers : ranks) {
      ImmutableList.Builder<Target> rank = ImmutableList.builder();
      for (ExchangeServer next : servers) {
        rank.add(
            new Target(
                next.fqdn().ascii(),
                Optional.of(next.addresses().get(0)),
                port(next),
                end,
                Optional.empty()));
      }
      if (!servers.isEmpty()) {
        tiers.add(rank.build());
      }
    }
    ImmutableList<ImmutableList<Target>> all = tiers.build();
    return all.isEmpty()
        ? new Step.Held(
            RecipientRule.NO_SERVER_TEXT,
            ImmutableList.<Reason>builder()
                .addAll(why)
                .add(Reason.of(RecipientRule.NO_SERVER))
                .build(),
            losers,
            queue.map(q -> NextHopSolutionKey.UNREACHABLE),
            ExchangeRetry.of(server).untilChange())
        : new Step.Sent(new Plan(envelope.recipient(), all, true, queue, retry, why, losers));
  }

  /** 2525 between Transport services; 25 to Edge, to Exchange 2010, and from Edge. */
  private int port(ExchangeServer next) {
    return next.isEdge() || server.isEdge() || next.version() == ExchangeVersion.E2010
        ? SMTP_PORT
        : HUB_PORT;
  }

  private static String names(List<ExchangeServer> servers) {
    return Joiner.on(", ").join(servers.stream().map(ExchangeServer::name).toList());
  }
}
