package exsim.simulator.onprem;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.EmailAddress;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.SendConnector;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.Node;
import exsim.simulator.route.NodeKey;
import exsim.simulator.route.Plan;
import exsim.simulator.route.RetrySchedule;
import exsim.simulator.route.Step;
import exsim.simulator.route.Target;
import exsim.simulator.route.Targets;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Memo;
import exsim.simulator.rule.Reason;
import exsim.simulator.rule.Selection;
import exsim.simulator.smtp.ClientEnd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An Exchange server that holds a message. */
public final class ExchangeNode implements Node {
  private static final int HOPS_MAX = 60;
  private static final int HUB_PORT = 2525;
  private static final int SMTP_PORT = 25;

  private final OrganizationView organization;
  private final ExchangeServer server;
  private final ExchangeClient client;
  private final RetrySchedule retry;
  private final ClientEnd internalEnd;
  private final Memo<WayKey, Way> ways = new Memo<>();

  /** Equal ends of different domains are one, so that their sessions are worked out once. */
  private final Memo<ClientEnd, ClientEnd> ends = new Memo<>();

  ExchangeNode(OrganizationView organization, ExchangeServer server) {
    this.organization = organization;
    this.server = server;
    this.client = new ExchangeClient(organization, server);
    this.retry = ExchangeRetry.of(server);
    this.internalEnd = client.internal();
  }

  /** The server. */
  public ExchangeServer server() {
    return server;
  }

  @Override
  public String system() {
    return organization.organization().name();
  }

  @Override
  public NodeKey key() {
    return new NodeKey(system(), server.name());
  }

  @Override
  public Step route(Envelope envelope, Instant now) {
    if (envelope.hops() > HOPS_MAX) {
      return new Step.Returned(
          "554 5.4.6 Hop count exceeded - possible mail loop",
          ImmutableList.of(Reason.of(RecipientRule.LOOP, "limit", HOPS_MAX)),
          ImmutableList.of());
    }
    if (!server.hasTransport()) {
      return toTransport(envelope);
    }
    EmailAddress recipient = envelope.recipient();
    Optional<AcceptedDomain> accepted = organization.acceptedDomain(recipient.domain());
    if (server.isEdge() && accepted.isPresent() && isInbound(accepted.get())) {
      return intoSite(envelope);
    }
    return resolve(envelope, accepted, now);
  }

  private static boolean isInbound(AcceptedDomain domain) {
    return domain.type() != AcceptedDomain.Type.EXTERNAL_RELAY;
  }

  private Step resolve(Envelope envelope, Optional<AcceptedDomain> accepted, Instant now) {
    EmailAddress recipient = envelope.recipient();
    DomainName domain = recipient.domain();
    if (accepted.isEmpty()) {
      return send(envelope, Reason.of(RecipientRule.EXTERNAL, "domain", domain), now);
    }
    Optional<EmailAddress> target = organization.targetAddress(recipient);
    if (target.isPresent()) {
      return send(
          envelope.to(target.get()),
          Reason.of(RecipientRule.TARGET_ADDRESS, "recipient", recipient, "target", target.get()),
          now);
    }
    return switch (accepted.get().type()) {
      case AUTHORITATIVE ->
          new Step.Delivered(
              "delivered to the mailbox",
              ImmutableList.of(
                  Reason.of(RecipientRule.MAILBOX, "domain", domain, "recipient", recipient)));
      case INTERNAL_RELAY ->
          send(
              envelope,
              Reason.of(RecipientRule.INTERNAL_RELAY, "domain", domain, "recipient", recipient),
              now);
      case EXTERNAL_RELAY ->
          send(envelope, Reason.of(RecipientRule.EXTERNAL_RELAY, "domain", domain), now);
    };
  }

  private Step send(Envelope envelope, Reason because, Instant now) {
    DomainName domain = envelope.recipient().domain();
    Selection<SendSelection.Candidate> selection =
        organization.sendSelection().select(server, domain, envelope.sizeBytes());
    ImmutableList<Reason> why = ImmutableList.of(because, selection.because());
    if (selection.chosen().isEmpty()) {
      return unroutable(selection, why);
    }
    SendConnector connector = selection.chosen().get().connector();
    boolean own =
        connector.scope().sourceServers().stream().anyMatch(s -> s.equalsIgnoreCase(server.name()));
    return own
        ? external(envelope, connector, why, selection.eliminated(), now)
        : toSources(envelope, connector, why, selection.eliminated());
  }

  private Step unroutable(Selection<SendSelection.Candidate> selection, ImmutableList<Reason> why) {
    if (selection.because().rule() == SendSelectionRule.ALL_TOO_SMALL) {
      return new Step.Returned(
          "552 5.3.4 Message size exceeds fixed maximum message size", why, selection.eliminated());
    }
    return new Step.Held(
        "A matching connector cannot be found to route the external recipient",
        why,
        selection.eliminated(),
        retry);
  }

  private Step external(
      Envelope envelope,
      SendConnector connector,
      ImmutableList<Reason> because,
      ImmutableList<Elimination> losers,
      Instant now) {
    Way way =
        ways.get(
            new WayKey(connector.name(), envelope.recipient().domain()),
            key -> way(connector, key.domain(), now));
    ImmutableList<Reason> why =
        ImmutableList.<Reason>builder().addAll(because).addAll(way.why()).build();
    if (way.fault().isPresent()) {
      return unresolved(way.fault().get(), connector, why, losers);
    }
    return new Step.Sent(new Plan(envelope.recipient(), way.tiers(), false, retry, why, losers));
  }

  private record WayKey(String connector, DomainName domain) {}

  /** The addresses to try for a domain through a connector, the same for every message. */
  private record Way(
      Optional<Targets.Fault> fault,
      ImmutableList<ImmutableList<Target>> tiers,
      ImmutableList<Reason> why) {}

  private Way way(SendConnector connector, DomainName domain, Instant now) {
    Targets.Found found = lookUp(connector, domain);
    ClientEnd end = ends.get(client.external(connector, domain, now), e -> e);
    ImmutableList.Builder<ImmutableList<Target>> tiers = ImmutableList.builder();
    for (ImmutableList<Targets.Address> rank : found.ranks()) {
      tiers.add(
          rank.stream()
              .map(
                  a ->
                      new Target(
                          a.host(), Optional.of(a.address()), a.port(), end, Optional.empty()))
              .collect(ImmutableList.toImmutableList()));
    }
    return new Way(found.fault(), tiers.build(), found.why());
  }

  private Targets.Found lookUp(SendConnector connector, DomainName domain) {
    if (connector.routing() instanceof SendConnector.Routing.SmartHosts smart) {
      return organization.targets().ofSmartHosts(smart.hosts());
    }
    int port = connector.routing().port();
    return organization.targets().ofDomain(domain, organization.portWithDns() ? port : SMTP_PORT);
  }

  private Step unresolved(
      Targets.Fault fault,
      SendConnector connector,
      ImmutableList<Reason> why,
      ImmutableList<Elimination> losers) {
    boolean downgraded =
        connector
            .options()
            .errorPolicies()
            .contains(SendConnector.ErrorPolicy.DOWNGRADE_DNS_FAILURES);
    if (fault == Targets.Fault.NON_EXISTENT && !downgraded) {
      return new Step.Returned(
          "550 5.4.4 SMTPSEND.DNS.NonExistentDomain; nonexistent domain", why, losers);
    }
    return new Step.Held("451 4.4.0 DNS query failed", why, losers, retry);
  }

  private Step toSources(
      Envelope envelope,
      SendConnector connector,
      ImmutableList<Reason> because,
      ImmutableList<Elimination> losers) {
    List<ExchangeServer> sources = new ArrayList<>();
    connector.scope().sourceServers().forEach(s -> organization.server(s).ifPresent(sources::add));
    int nearest =
        sources.stream()
            .mapToInt(s -> SendSelection.distance(server, s))
            .min()
            .orElse(Integer.MAX_VALUE);
    sources.removeIf(s -> SendSelection.distance(server, s) > nearest);
    Reason reason =
        Reason.of(
            RecipientRule.TO_SOURCE_SERVER,
            "server",
            server.name(),
            "connector",
            connector.name(),
            "sources",
            names(sources));
    return internal(
        envelope,
        sources,
        ImmutableList.<Reason>builder().addAll(because).add(reason).build(),
        losers);
  }

  private Step intoSite(Envelope envelope) {
    String site = SiteCosts.siteOf(server);
    List<ExchangeServer> inside = new ArrayList<>();
    for (ExchangeNode other : organization.nodes()) {
      ExchangeServer candidate = other.server();
      if (!candidate.isEdge()
          && SiteCosts.siteOf(candidate).equals(site)
          && (candidate.hasTransport() || candidate.hasFrontEnd())) {
        inside.add(candidate);
      }
    }
    return internal(
        envelope,
        inside,
        ImmutableList.of(
            Reason.of(
                RecipientRule.EDGE_INBOUND,
                "server",
                server.name(),
                "site",
                site.isEmpty() ? "its site" : site)),
        ImmutableList.of());
  }

  private Step toTransport(Envelope envelope) {
    List<ExchangeServer> others = new ArrayList<>();
    for (ExchangeNode other : organization.nodes()) {
      if (other.server().hasTransport() && !other.server().isEdge()) {
        others.add(other.server());
      }
    }
    int nearest = others.stream().mapToInt(s -> SendSelection.distance(server, s)).min().orElse(0);
    others.removeIf(s -> SendSelection.distance(server, s) > nearest);
    return internal(
        envelope,
        others,
        ImmutableList.of(
            Reason.of(
                RecipientRule.TO_TRANSPORT, "server", server.name(), "others", names(others))),
        ImmutableList.of());
  }

  private Step internal(
      Envelope envelope,
      List<ExchangeServer> servers,
      ImmutableList<Reason> why,
      ImmutableList<Elimination> losers) {
    if (servers.isEmpty()) {
      return new Step.Held(
          "451 4.4.0 No server can take the message on",
          ImmutableList.<Reason>builder()
              .addAll(why)
              .add(Reason.of(RecipientRule.NO_SERVER))
              .build(),
          losers,
          retry);
    }
    ImmutableList.Builder<Target> rank = ImmutableList.builder();
    for (ExchangeServer next : servers) {
      rank.add(
          new Target(
              next.fqdn().ascii(),
              Optional.of(next.addresses().get(0)),
              internalPort(next),
              internalEnd,
              Optional.empty()));
    }
    return new Step.Sent(
        new Plan(envelope.recipient(), ImmutableList.of(rank.build()), true, retry, why, losers));
  }

  /** 2525 between Transport services; 25 to Edge, to Exchange 2010, and from Edge. */
  private int internalPort(ExchangeServer next) {
    return next.isEdge() || server.isEdge() || next.version() == ExchangeVersion.E2010
        ? SMTP_PORT
        : HUB_PORT;
  }

  private static String names(List<ExchangeServer> servers) {
    List<String> names = new ArrayList<>();
    servers.forEach(s -> names.add(s.name()));
    return Joiner.on(", ").join(names);
  }
}
