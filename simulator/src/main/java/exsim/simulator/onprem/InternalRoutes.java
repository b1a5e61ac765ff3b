package exsim.simulator.onprem;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.SendConnector;
import exsim.simulator.onprem.queue.ExchangeQueues;
import exsim.simulator.onprem.queue.ExchangeRetry;
import exsim.simulator.onprem.selection.SendSelection;
import exsim.simulator.onprem.selection.SiteCosts;
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
public final class InternalRoutes {
  private static final int SMTP_PORT = 25;

  private final OrganizationView organization;
  private final ExchangeServer server;
  private final ClientEnd end;
  private final RetrySchedule retry;

  /** The routes of one service of a server. */
  InternalRoutes(OrganizationView organization, ExchangeServer server, ServerService service) {
    this.organization = organization;
    this.server = server;
    this.end = new ExchangeClient(organization, server, service).internal();
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
    Step step =
        to(
            envelope,
            route.ranks(),
            Port.BETWEEN_SERVERS,
            ImmutableList.<Reason>builder().addAll(because).addAll(route.why()).add(reason).build(),
            losers);
    return queued(
        step,
        route
            .stop()
            .map(ExchangeQueues::toSite)
            .orElseGet(() -> ExchangeQueues.toSources(server, connector, sources, route.first())));
  }

  /** The same step from a queue; where nothing leads on, the Unreachable queue. */
  Step queued(Step step, NextHopSolutionKey queue) {
    if (step instanceof Step.Sent sent) {
      return new Step.Sent(sent.plan().from(queue));
    }
    return step instanceof Step.Held held
        ? new Step.Held(
            held.reply(),
            held.why(),
            held.turnedDown(),
            Optional.of(NextHopSolutionKey.UNREACHABLE),
            ExchangeRetry.of(server).untilChange())
        : step;
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
                    && (s.hasFrontEnd() || s.version() == ExchangeVersion.E2010));
    Reason because =
        Reason.of(
            RecipientRule.EDGE_INBOUND,
            "server",
            server.name(),
            "site",
            site.isEmpty() ? "its site" : site);
    Step step =
        to(
            envelope,
            ImmutableList.of(inside),
            Port.BETWEEN_SERVERS,
            ImmutableList.of(because),
            ImmutableList.of());
    return ExchangeQueues.intoSite(organization.organization(), server)
        .map(queue -> queued(step, queue))
        .orElse(step);
  }

  /** To the nearest Front End, which makes the connection for a Send connector. */
  Step toFrontEnd(Envelope envelope, SendConnector connector, Plan direct) {
    List<ExchangeServer> all = servers(ExchangeServer::hasFrontEnd);
    List<ExchangeServer> nearest =
        organization.outboundProxyAnyInSite()
            ? all.stream().filter(s -> SendSelection.distance(server, s) < 2).toList()
            : nearest(all);
    ImmutableList.Builder<Reason> why = ImmutableList.builder();
    why.addAll(direct.why());
    why.add(
        Reason.of(
            ServiceRule.OUTBOUND_PROXY, "connector", connector.name(), "next", names(nearest)));
    if (all.size() > 1) {
      why.add(Reason.of(ServiceRule.NEAREST_FRONT_END, "next", names(nearest)));
    }
    Step step =
        to(
            envelope,
            ImmutableList.of(nearest),
            Port.OUTBOUND_PROXY,
            why.build(),
            direct.turnedDown());
    return step instanceof Step.Sent sent
        ? new Step.Sent(
            sent.plan()
                .proxiedFor(connector.name())
                .from(ExchangeQueues.external(connector, envelope.recipient().domain())))
        : step;
  }

  private List<ExchangeServer> servers(Predicate<ExchangeServer> wanted) {
    return organization.nodes().stream().map(ExchangeNode::server).filter(wanted).toList();
  }

  private List<ExchangeServer> nearest(List<ExchangeServer> servers) {
    int least = servers.stream().mapToInt(s -> SendSelection.distance(server, s)).min().orElse(0);
    return servers.stream().filter(s -> SendSelection.distance(server, s) == least).toList();
  }

  /** The servers by rank: this one, those of its site, those of other sites. */
  ImmutableList<List<ExchangeServer>> byDistance(List<ExchangeServer> servers) {
    ImmutableList.Builder<List<ExchangeServer>> ranks = ImmutableList.builder();
    for (int distance = 0; distance <= 2; distance++) {
      int here = distance;
      List<ExchangeServer> rank =
          servers.stream().filter(s -> SendSelection.distance(server, s) == here).toList();
      if (!rank.isEmpty()) {
        ranks.add(rank);
      }
    }
    return ranks.build();
  }

  /** The servers with a Transport service, Edge servers aside. */
  List<ExchangeServer> transports() {
    return servers(s -> s.hasTransport() && !s.isEdge());
  }

  /** To servers, by rank. */
  Step to(
      Envelope envelope,
      List<List<ExchangeServer>> ranks,
      Port port,
      ImmutableList<Reason> why,
      ImmutableList<Elimination> losers) {
    ImmutableList.Builder<ImmutableList<Target>> tiers = ImmutableList.builder();
    for (List<ExchangeServer> servers : ranks) {
      ImmutableList.Builder<Target> rank = ImmutableList.builder();
      for (ExchangeServer next : servers) {
        rank.add(
            new Target(
                next.fqdn().ascii(),
                Optional.of(next.addresses().get(0)),
                port(port, next),
                end,
                Optional.empty()));
      }
      if (!servers.isEmpty()) {
        tiers.add(rank.build());
      }
    }
    ImmutableList<ImmutableList<Target>> all = tiers.build();
    ImmutableList.Builder<Reason> reasons = ImmutableList.builder();
    reasons.addAll(why);
    if (port == Port.BETWEEN_SERVERS && !ranks.isEmpty()) {
      ranks.get(0).stream()
          .filter(this::isLegacy)
          .findFirst()
          .map(this::legacy)
          .ifPresent(reasons::add);
    }
    return all.isEmpty()
        ? new Step.Held(
            RecipientRule.NO_SERVER_TEXT,
            reasons.add(Reason.of(RecipientRule.NO_SERVER)).build(),
            losers,
            retry)
        : new Step.Sent(
            new Plan(
                envelope.recipient(),
                all,
                true,
                Optional.empty(),
                Optional.empty(),
                retry,
                reasons.build(),
                losers));
  }

  /** 25 to Edge, to Exchange 2010, from Edge and, as is assumed, from Exchange 2010. */
  private int port(Port port, ExchangeServer next) {
    if (port != Port.BETWEEN_SERVERS) {
      return port.number;
    }
    if (next.isEdge() || server.isEdge() || next.version() == ExchangeVersion.E2010) {
      return SMTP_PORT;
    }
    return isLegacy(next) ? organization.legacyHubPort() : port.number;
  }

  private Reason legacy(ExchangeServer next) {
    return Reason.of(
        ServiceRule.LEGACY_HUB_PORT, "next", next.name(), "port", organization.legacyHubPort());
  }

  private boolean isLegacy(ExchangeServer next) {
    return server.version() == ExchangeVersion.E2010
        && !server.isEdge()
        && !next.isEdge()
        && next.version() != ExchangeVersion.E2010;
  }

  /** Which port of a server is meant. */
  public enum Port {
    /** Between Transport services, Exchange 2010 and Edge aside. */
    BETWEEN_SERVERS(2525),
    /** Client Proxy. */
    CLIENT_PROXY(465),
    /** Outbound Proxy Frontend. */
    OUTBOUND_PROXY(717),
    /** Mailbox Transport Delivery. */
    MAILBOX_DELIVERY(475);

    private final int number;

    Port(int number) {
      this.number = number;
    }

    public int number() {
      return number;
    }
  }

  static String names(List<ExchangeServer> servers) {
    return Joiner.on(", ").join(servers.stream().map(ExchangeServer::name).toList());
  }
}
