package exsim.simulator.onprem;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.SendConnector;
import exsim.simulator.onprem.queue.ExchangeQueues;
import exsim.simulator.onprem.queue.ExchangeRetry;
import exsim.simulator.onprem.queue.QueueRule;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.NextHopSolutionKey;
import exsim.simulator.route.Plan;
import exsim.simulator.route.RetrySchedule;
import exsim.simulator.route.RouteRule;
import exsim.simulator.route.Step;
import exsim.simulator.route.Target;
import exsim.simulator.route.Targets;
import exsim.simulator.route.Ways;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import java.time.Instant;
import java.util.Optional;

/** How a service of a server sends by a Send connector: to the recipient's MX or to smart hosts. */
final class ConnectorRoutes {
  private static final int SMTP_PORT = 25;
  private static final String DNS_FAILED = "451 4.4.0 DNS query failed";

  private final OrganizationView organization;
  private final ExchangeServer server;
  private final ExchangeClient client;
  private final RetrySchedule retry;
  private final Ways<Destination> ways;

  ConnectorRoutes(OrganizationView organization, ExchangeServer server, ServerService service) {
    this.organization = organization;
    this.server = server;
    this.client = new ExchangeClient(organization, server, service);
    this.retry = ExchangeRetry.of(server);
    this.ways = new Ways<>(server.addresses());
  }

  private record Destination(String connector, DomainName domain) {}

  /** By a connector, for the reasons given. */
  Step external(
      Envelope envelope,
      SendConnector connector,
      ImmutableList<Reason> because,
      ImmutableList<Elimination> losers,
      Instant now) {
    DomainName domain = envelope.recipient().domain();
    Ways.Way way =
        ways.to(
            new Destination(connector.name(), domain),
            () -> lookUp(connector, domain),
            a ->
                new Target(
                    a.host(),
                    Optional.of(a.address()),
                    a.port(),
                    client.external(connector, domain, a.host(), now),
                    client.barred(connector, a.host())));
    ImmutableList<Reason> why =
        ImmutableList.<Reason>builder()
            .addAll(because)
            .addAll(externalDns(connector))
            .addAll(way.why())
            .build();
    NextHopSolutionKey queue = ExchangeQueues.external(connector, domain);
    return way.fault().isPresent()
        ? unresolved(way.fault().get(), connector, domain, why, losers)
        : new Step.Sent(
            Plan.outward(envelope.recipient(), way.tiers(), retry, why, losers).from(queue));
  }

  private ImmutableList<Reason> externalDns(SendConnector connector) {
    return connector.options().externalDns()
        ? ImmutableList.of(
            Reason.of(
                RouteRule.EXTERNAL_DNS, "connector", connector.name(), "server", server.name()))
        : ImmutableList.of();
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
      DomainName domain,
      ImmutableList<Reason> why,
      ImmutableList<Elimination> losers) {
    Optional<NextHopSolutionKey> queue = Optional.of(ExchangeQueues.external(connector, domain));
    if (fault == Targets.Fault.NULL_MX) {
      return new Step.Returned("550 5.1.10 Recipient address has null MX", why, losers);
    }
    if (fault != Targets.Fault.NON_EXISTENT) {
      return new Step.Held(DNS_FAILED, why, losers, queue, retry);
    }
    boolean downgraded =
        connector
            .options()
            .errorPolicies()
            .contains(SendConnector.ErrorPolicy.DOWNGRADE_DNS_FAILURES);
    Reason because =
        Reason.of(QueueRule.DNS_DOWNGRADED, "connector", connector.name(), "domain", domain);
    return downgraded
        ? new Step.Held(
            DNS_FAILED,
            ImmutableList.<Reason>builder().addAll(why).add(because).build(),
            losers,
            queue,
            retry)
        : new Step.Returned(
            "550 5.4.4 SMTPSEND.DNS.NonExistentDomain; nonexistent domain", why, losers);
  }
}
