package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.EmailAddress;
import exsim.model.online.OutboundConnector;
import exsim.model.online.Tenant;
import exsim.model.online.TransportRule;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.Node;
import exsim.simulator.route.NodeKey;
import exsim.simulator.route.Plan;
import exsim.simulator.route.Step;
import exsim.simulator.route.Targets;
import exsim.simulator.route.Ways;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import exsim.simulator.rule.Selection;
import java.time.Instant;
import java.util.Optional;

/** A tenant that holds a message. */
public final class TenantNode implements Node {
  private static final int SMTP_PORT = 25;
  private static final int LOOPS_MAX = 20;
  private static final String MAILBOX_SERVER = "MAILBOX.prod.outlook.com";

  private final OnlineService service;
  private final Tenant tenant;
  private final CameAs cameAs;
  private final OutboundSelection selection;
  private final OnlineClient client;
  private final TransportRules rules;
  private final Ways<Destination> ways = new Ways<>();

  private record Destination(
      Optional<String> connector, Optional<Reason> demand, DomainName domain, EgressPool pool) {}

  /** How a message came to a tenant. */
  public enum CameAs {
    /** Sent by one of the tenant's own mailboxes. */
    ORIGINATING,
    /** Through one of the tenant's OnPremises connectors. */
    FROM_ON_PREMISES,
    /** From anybody else. */
    INCOMING
  }

  TenantNode(OnlineService service, Tenant tenant, CameAs cameAs) {
    this.service = service;
    this.tenant = tenant;
    this.cameAs = cameAs;
    this.selection = new OutboundSelection(tenant, service.settings());
    this.client = new OnlineClient(service, tenant);
    this.rules = new TransportRules(tenant, service.strangers());
  }

  @Override
  public String system() {
    return tenant.name().ascii();
  }

  @Override
  public NodeKey key() {
    return new NodeKey(system(), cameAs.name());
  }

  /** The key of a tenant's messages that came in some way. */
  public static NodeKey key(Tenant tenant, CameAs cameAs) {
    return new NodeKey(tenant.name().ascii(), cameAs.name());
  }

  @Override
  public Optional<MailboxServer> mailboxServer() {
    return Optional.of(new MailboxServer(MAILBOX_SERVER, Optional.empty()));
  }

  @Override
  public Step route(Envelope envelope, Instant now) {
    if (envelope.visits(system()) > LOOPS_MAX) {
      return new Step.Returned(
          "554 5.4.14 Hop count exceeded - possible mail loop ATTR34",
          ImmutableList.of(Reason.of(OutboundRule.LOOP, "limit", LOOPS_MAX)),
          ImmutableList.of());
    }
    return resolve(envelope, ImmutableList.of(), now);
  }

  private Step resolve(Envelope envelope, ImmutableList<Reason> before, Instant now) {
    EmailAddress recipient = envelope.recipient();
    DomainName domain = recipient.domain();
    EmailAddress forward = tenant.recipients().forwarding().get(recipient);
    if (forward != null && before.size() < LOOPS_MAX) {
      return resolve(
          envelope.to(forward),
          with(
              before,
              Reason.of(OutboundRule.FORWARDING, "recipient", recipient, "target", forward)),
          now);
    }
    Optional<AcceptedDomain> accepted = service.index().accepted(tenant, domain);
    if (accepted.isEmpty()) {
      return leave(
          envelope,
          with(before, Reason.of(OutboundRule.EXTERNAL, "domain", domain, "tenant", tenant.name())),
          now);
    }
    EmailAddress external = tenant.recipients().remote().get(recipient);
    if (external != null) {
      return leave(
          envelope.to(external),
          with(
              before,
              Reason.of(OutboundRule.MAIL_USER, "recipient", recipient, "target", external)),
          now);
    }
    boolean authoritative = accepted.get().type() == AcceptedDomain.Type.AUTHORITATIVE;
    boolean here =
        tenant.recipients().mailboxes().map(m -> m.contains(recipient)).orElse(authoritative);
    if (here) {
      return deliver(envelope, before, now);
    }
    return authoritative
        ? unknown(recipient, before, now)
        : leave(
            envelope,
            with(
                before,
                Reason.of(
                    OutboundRule.INTERNAL_RELAY,
                    "domain",
                    domain,
                    "recipient",
                    recipient,
                    "tenant",
                    tenant.name())),
            now);
  }

  private Step deliver(Envelope envelope, ImmutableList<Reason> before, Instant now) {
    Optional<OutboundConnector> centralized = selection.centralized();
    if (centralized.isPresent() && cameAs == CameAs.INCOMING) {
      return send(
          envelope,
          centralized,
          Optional.empty(),
          with(
              before,
              Reason.of(OutboundRule.CENTRALIZED_INBOUND, "connector", centralized.get().name())),
          ImmutableList.of(),
          now);
    }
    return new Step.Delivered(
        "delivered to the mailbox",
        with(
            before,
            Reason.of(
                OutboundRule.MAILBOX, "recipient", envelope.recipient(), "tenant", tenant.name())));
  }

  private static Step unknown(EmailAddress recipient, ImmutableList<Reason> before, Instant now) {
    String reply =
        now.isBefore(ServiceDates.UNKNOWN_RECIPIENT_CODE)
            ? "550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found"
            : "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address"
                + " lookup";
    return new Step.Returned(
        reply,
        with(
            before,
            Reason.of(OutboundRule.UNKNOWN, "domain", recipient.domain(), "recipient", recipient)),
        ImmutableList.of());
  }

  private Step leave(Envelope envelope, ImmutableList<Reason> before, Instant now) {
    TransportRules.Applied applied = rules.to(envelope);
    Optional<Reason> demand = applied.demand();
    ImmutableList<Reason> so = joined(before, applied.why());
    if (applied.routing().isPresent()) {
      return byRule(envelope, applied.routing().get(), demand, so, now);
    }
    DomainName domain = envelope.recipient().domain();
    boolean guarded = cameAs == CameAs.FROM_ON_PREMISES;
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
    boolean ownMail = cameAs == CameAs.ORIGINATING && envelope.hops() == 0;
    EgressPool.Choice pool =
        EgressPool.of(envelope, tenant, ownMail, service.settings(), service.resolver());
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

  private static ImmutableList<Reason> with(ImmutableList<Reason> before, Reason reason) {
    return ImmutableList.<Reason>builder().addAll(before).add(reason).build();
  }
}
