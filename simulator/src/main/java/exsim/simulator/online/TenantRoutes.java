package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.online.OutboundConnector;
import exsim.model.online.Tenant;
import exsim.model.online.TransportRule;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.Plan;
import exsim.simulator.route.Step;
import exsim.simulator.route.Targets;
import exsim.simulator.route.Ways;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import exsim.simulator.rule.Selection;
import java.time.Instant;
import java.util.Optional;

/** How a tenant's mail leaves: by a transport rule, by a connector or by the MX records. */
final class TenantRoutes {
  private static final int SMTP_PORT = 25;

  private final OnlineService service;
  private final Tenant tenant;
  private final TenantNode.CameAs cameAs;
  private final OutboundSelection selection;
  private final OnlineClient client;
  private final TransportRules rules;
  private final Ways<Destination> ways =
      new Ways<>(ImmutableList.of(ServiceNames.EGRESS_ADDRESS_V6));

  private record Destination(
      Optional<String> connector, Optional<Reason> demand, DomainName domain, EgressPool pool) {}

  TenantRoutes(OnlineService service, Tenant tenant, TenantNode.CameAs cameAs) {
    this.service = service;
    this.tenant = tenant;
    this.cameAs = cameAs;
    this.selection = new OutboundSelection(tenant, service.index(), service.settings());
    this.client = new OnlineClient(service, tenant);
    this.rules = new TransportRules(tenant, service.index(), service.strangers());
  }

  /** The connector that routes all messages via on-premises. */
  Optional<OutboundConnector> centralized() {
    return selection.centralized();
  }

  /** A message from the Internet for a mailbox here, which goes through on-premises first. */
  Step throughOnPremises(
      Envelope envelope, OutboundConnector connector, ImmutableList<Reason> before, Instant now) {
    return send(
        envelope,
        Optional.of(connector),
        Optional.empty(),
        with(before, Reason.of(OutboundRule.CENTRALIZED_INBOUND, "connector", connector.name())),
        ImmutableList.of(),
        now);
  }

  /** By a transport rule, a connector or the MX records. */
  Step leave(Envelope envelope, ImmutableList<Reason> before, Instant now) {
    TransportRules.Applied applied = rules.to(envelope);
    Optional<Reason> demand = applied.demand();
    ImmutableList<Reason> so = joined(before, applied.why());
    if (applied.routing().isPresent()) {
      return byRule(envelope, applied.routing().get(), demand, so, now);
    }
    DomainName domain = envelope.recipient().domain();
    boolean guarded = cameAs == TenantNode.CameAs.FROM_ON_PREMISES;
    Optional<OutboundConnector> centralized = guarded ? Optional.empty() : selection.centralized();
    Selection<OutboundConnector> ordinary = selection.ordinary(domain, guarded);
    boolean specific =
        ordinary.chosen().isPresent() && !ordinary.chosen().get().scope().centralized();
    if (centralized.isPresent() && (!specific || service.settings().centralizedFirst())) {
      return send(
          envelope,
          centralized,
          demand,
          with(
              so,
              Reason.of(
                  specific ? OutboundRule.CENTRALIZED_FIRST : OutboundRule.CENTRALIZED,
                  "connector",
                  centralized.get().name())),
          ImmutableList.of(),
          now);
    }
    ImmutableList<Reason> why = with(so, ordinary.because());
    boolean spared = guarded && selection.centralized().isPresent();
    return send(
        envelope,
        ordinary.chosen(),
        demand,
        spared ? with(why, Reason.of(OutboundRule.CAME_FROM_ON_PREMISES)) : why,
        ordinary.eliminated(),
        now);
  }

  private Step byRule(
      Envelope envelope,
      TransportRule rule,
      Optional<Reason> demand,
      ImmutableList<Reason> before,
      Instant now) {
    String name = rule.routeVia().orElseThrow();
    Optional<OutboundConnector> connector =
        tenant.connectors().outbound().stream()
            .filter(c -> c.name().equalsIgnoreCase(name) && c.enabled())
            .findFirst();
    Reason because =
        Reason.of(
            connector.isPresent()
                ? OutboundRule.BY_TRANSPORT_RULE
                : OutboundRule.RULE_WITHOUT_CONNECTOR,
            "rule",
            rule.name(),
            "connector",
            name);
    return connector.isPresent()
        ? send(envelope, connector, demand, with(before, because), ImmutableList.of(), now)
        : new Step.Held(
            "the outbound connector " + name + " is disabled or missing",
            with(before, because),
            ImmutableList.of(),
            OnlineRetry.of(tenant, service.settings(), now));
  }

  private Step send(
      Envelope envelope,
      Optional<OutboundConnector> connector,
      Optional<Reason> demand,
      ImmutableList<Reason> because,
      ImmutableList<Elimination> losers,
      Instant now) {
    DomainName domain = envelope.recipient().domain();
    boolean ownMail = cameAs == TenantNode.CameAs.ORIGINATING && envelope.hops() == 0;
    EgressPool.Choice pool = EgressPool.of(envelope, tenant, ownMail, service);
    OnlineClient.Way to = new OnlineClient.Way(connector, demand, domain, pool.pool());
    Ways.Way way =
        ways.to(
            new Destination(connector.map(OutboundConnector::name), demand, domain, pool.pool()),
            () ->
                to.toSmartHost()
                    ? service.targets().ofSmartHosts(connector.get().smartHosts())
                    : service.targets().ofDomain(domain, SMTP_PORT),
            a -> client.target(to, a, now));
    ImmutableList<Reason> why =
        ImmutableList.<Reason>builder()
            .addAll(because)
            .addAll(pool.because().stream().toList())
            .addAll(way.why())
            .build();
    if (way.fault().isPresent()) {
      return unresolved(way.fault().get(), why, losers, now);
    }
    return new Step.Sent(
        Plan.outward(
            envelope.recipient(),
            way.tiers(),
            OnlineRetry.of(tenant, service.settings(), now),
            why,
            losers));
  }

  private Step unresolved(
      Targets.Fault fault,
      ImmutableList<Reason> why,
      ImmutableList<Elimination> losers,
      Instant now) {
    return fault == Targets.Fault.NULL_MX
        ? new Step.Returned("550 5.1.10 Recipient address has null MX", why, losers)
        : new Step.Held(
            "450 4.4.312 DNS query failed",
            why,
            losers,
            OnlineRetry.of(tenant, service.settings(), now));
  }

  private static ImmutableList<Reason> joined(
      ImmutableList<Reason> before, ImmutableList<Reason> more) {
    return more.isEmpty()
        ? before
        : ImmutableList.<Reason>builder().addAll(before).addAll(more).build();
  }

  /** Reasons with one more. */
  static ImmutableList<Reason> with(ImmutableList<Reason> before, Reason reason) {
    return ImmutableList.<Reason>builder().addAll(before).add(reason).build();
  }
}
