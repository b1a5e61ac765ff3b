package exsim.simulator.external;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.external.MailSystem;
import exsim.model.mail.DomainName;
import exsim.model.net.HostPort;
import exsim.model.net.IpAddress;
import exsim.model.tls.Certificate;
import exsim.simulator.dns.Resolver;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.Node;
import exsim.simulator.route.NodeKey;
import exsim.simulator.route.Plan;
import exsim.simulator.route.RetrySchedule;
import exsim.simulator.route.Step;
import exsim.simulator.route.Targets;
import exsim.simulator.route.Ways;
import exsim.simulator.rule.Memo;
import exsim.simulator.rule.Reason;
import java.time.Instant;
import java.util.Optional;

/** A mail system that holds a message. */
public final class MailSystemNode implements Node {
  private static final int SMTP_PORT = 25;

  /** As many Received lines as Postfix takes. */
  private static final int HOPS_MAX = 50;

  private final MailSystem system;
  private final ImmutableSet<DomainName> domains;
  private final Targets targets;
  private final RetrySchedule retry;
  private final Manner strict;
  private final Manner lenient;

  /** What is the same for all messages of one kind to a domain. */
  private static final class Manner {
    private final MailSystemClient client;
    private final Memo<DomainName, Step> steps = new Memo<>();
    private final Ways<DomainName> ways;

    Manner(MailSystemClient client, ImmutableList<IpAddress> own) {
      this.client = client;
      this.ways = new Ways<>(own);
    }
  }

  /**
   * A mail system in a topology.
   *
   * @param address where it connects from
   * @param certificates the scenario's certificates, for level fingerprint
   */
  public MailSystemNode(
      MailSystem system,
      IpAddress address,
      Targets targets,
      Resolver resolver,
      ImmutableList<Certificate> certificates) {
    this.system = system;
    this.domains = ImmutableSet.copyOf(system.domains());
    this.targets = targets;
    ImmutableList<IpAddress> own =
        system.hosts().isEmpty() ? ImmutableList.of() : system.hosts().get(0).addresses();
    this.strict =
        new Manner(new MailSystemClient(system, address, resolver, certificates, false), own);
    this.lenient =
        new Manner(new MailSystemClient(system, address, resolver, certificates, true), own);
    this.retry = new ExternalRetry(system.name());
  }

  @Override
  public String system() {
    return system.name();
  }

  @Override
  public NodeKey key() {
    return new NodeKey(system.name(), "");
  }

  /** Whether the system takes mail for a domain: it holds its mailboxes or has a route for it. */
  boolean takes(DomainName domain) {
    return domains.contains(domain) || system.outbound().routes().containsKey(domain);
  }

  /** The domain decides; only the recipient is the message's own. */
  @Override
  public Step route(Envelope envelope, Instant now) {
    if (envelope.hops() > HOPS_MAX) {
      return new Step.Returned(
          "554 5.4.6 Too many hops",
          ImmutableList.of(
              Reason.of(ExternalRule.LOOP, "system", system.name(), "limit", HOPS_MAX)),
          ImmutableList.of());
    }
    Step step = manner(envelope).steps.get(envelope.recipient().domain(), d -> step(envelope));
    return step instanceof Step.Sent sent
        ? new Step.Sent(sent.plan().to(envelope.recipient()))
        : step;
  }

  /** Who does not know RFC 8689 does not know its header field. */
  private Manner manner(Envelope envelope) {
    return envelope.tlsRequiredNo() && system.requireTlsExtension() ? lenient : strict;
  }

  private Step step(Envelope envelope) {
    DomainName domain = envelope.recipient().domain();
    MailSystem.Outbound outbound = system.outbound();
    HostPort route = outbound.routes().get(domain);
    if (route != null) {
      return by(route, envelope, domain, ExternalRule.ROUTE);
    }
    if (domains.contains(domain)) {
      return new Step.Delivered(
          "delivered to the mailbox", ImmutableList.of(because(ExternalRule.MAILBOX, domain)));
    }
    Optional<HostPort> smartHost = outbound.smartHost();
    if (smartHost.isPresent()) {
      return by(smartHost.get(), envelope, domain, ExternalRule.SMART_HOST);
    }
    return send(
        envelope,
        domain,
        targets.ofDomain(domain, SMTP_PORT),
        because(ExternalRule.BY_MX, domain),
        false);
  }

  private Step by(HostPort host, Envelope envelope, DomainName domain, ExternalRule rule) {
    DomainName next = host.address().isPresent() ? domain : DomainName.parse(host.host());
    return send(
        envelope, next, targets.ofSmartHosts(ImmutableList.of(host)), because(rule, domain), true);
  }

  private Step send(
      Envelope envelope,
      DomainName next,
      Targets.Found found,
      Reason because,
      boolean asSmartHost) {
    Manner manner = manner(envelope);
    Ways.Way way =
        manner.ways.to(
            envelope.recipient().domain(),
            () -> found,
            a -> manner.client.target(next, a, asSmartHost));
    ImmutableList<Reason> why =
        ImmutableList.<Reason>builder().add(because).addAll(way.why()).build();
    if (way.fault().isPresent()) {
      return switch (way.fault().get()) {
        case NON_EXISTENT ->
            new Step.Returned(
                "5.4.4 Host or domain name not found. Name service error for name=" + next,
                why,
                ImmutableList.of());
        case NULL_MX ->
            new Step.Returned(
                "5.1.0 Domain " + next + " does not accept mail (nullMX)", why, ImmutableList.of());
        case NO_ADDRESS ->
            new Step.Returned(
                "5.4.4 unable to look up a mail host for " + next, why, ImmutableList.of());
      };
    }
    return new Step.Sent(
        Plan.outward(envelope.recipient(), way.tiers(), retry, why, ImmutableList.of()));
  }

  private Reason because(ExternalRule rule, DomainName domain) {
    return Reason.of(rule, "system", system.name(), "domain", domain);
  }
}
