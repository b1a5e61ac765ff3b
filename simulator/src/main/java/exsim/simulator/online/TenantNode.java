package exsim.simulator.online;

import static exsim.simulator.online.TenantRoutes.with;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.EmailAddress;
import exsim.model.online.OutboundConnector;
import exsim.model.online.Tenant;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.Node;
import exsim.simulator.route.NodeKey;
import exsim.simulator.route.Step;
import exsim.simulator.rule.Reason;
import java.time.Instant;
import java.util.Optional;

/** A tenant that holds a message. */
public final class TenantNode implements Node {
  private static final int LOOPS_MAX = 20;
  private static final String MAILBOX_SERVER = "MAILBOX.prod.outlook.com";

  /** The two numbers that builds of Exchange Online begin with (EXO-REP-06). */
  static final String PRODUCT = "15.20";

  private final OnlineService service;
  private final Tenant tenant;
  private final CameAs cameAs;
  private final TenantRoutes routes;

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
    this.routes = new TenantRoutes(service, tenant, cameAs);
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
    return Optional.of(new MailboxServer(MAILBOX_SERVER, Optional.empty(), PRODUCT));
  }

  @Override
  public Step route(Envelope envelope, Instant now) {
    if (envelope.visits(system()) > LOOPS_MAX) {
      return new Step.Returned(
          OutboundRule.LOOP_TEXT,
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
      return routes.leave(
          envelope,
          with(before, Reason.of(OutboundRule.EXTERNAL, "domain", domain, "tenant", tenant.name())),
          now);
    }
    EmailAddress external = tenant.recipients().remote().get(recipient);
    if (external != null) {
      return routes.leave(
          envelope.to(external),
          with(
              before,
              Reason.of(OutboundRule.MAIL_USER, "recipient", recipient, "target", external)),
          now);
    }
    boolean authoritative = accepted.get().type() == AcceptedDomain.Type.AUTHORITATIVE;
    boolean here =
        tenant.recipients().groups().containsKey(recipient)
            || tenant
                .recipients()
                .mailboxes()
                .map(m -> m.contains(recipient))
                .orElse(authoritative);
    if (here) {
      return deliver(envelope, before, now);
    }
    return authoritative
        ? unknown(recipient, before, now)
        : routes.leave(
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
    Optional<OutboundConnector> centralized =
        cameAs == CameAs.INCOMING ? routes.centralized() : Optional.empty();
    Boolean insideOnly = tenant.recipients().groups().get(envelope.recipient());
    if (insideOnly != null) {
      return new GroupDelivery(tenant, cameAs, service.settings())
          .step(envelope, insideOnly, centralized, before);
    }
    return centralized.isPresent()
        ? routes.throughOnPremises(envelope, centralized.get(), before, now)
        : new Step.Delivered(
            "delivered to the mailbox",
            with(
                before,
                Reason.of(
                    OutboundRule.MAILBOX,
                    "recipient",
                    envelope.recipient(),
                    "tenant",
                    tenant.name())));
  }

  private static Step unknown(EmailAddress recipient, ImmutableList<Reason> before, Instant now) {
    String reply =
        now.isBefore(ServiceDates.UNKNOWN_RECIPIENT_CODE)
            ? "550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found"
            : OutboundRule.UNKNOWN_TEXT;
    return new Step.Returned(
        reply,
        with(
            before,
            Reason.of(OutboundRule.UNKNOWN, "domain", recipient.domain(), "recipient", recipient)),
        ImmutableList.of());
  }
}
