package exsim.simulator.onprem;

import com.google.common.collect.ImmutableList;
import exsim.model.onprem.ExchangeServer;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.Node;
import exsim.simulator.route.NodeKey;
import exsim.simulator.route.Step;
import exsim.simulator.rule.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The mailboxes of a server whose owners send, before Mailbox Transport Submission. */
public final class SubmissionNode implements Node {
  private final OrganizationView organization;
  private final ExchangeServer server;
  private final InternalRoutes routes;

  SubmissionNode(OrganizationView organization, ExchangeServer server) {
    this.organization = organization;
    this.server = server;
    this.routes = organization.ways(server, ServerService.SUBMISSION);
  }

  @Override
  public String system() {
    return organization.organization().name();
  }

  @Override
  public NodeKey key() {
    return new NodeKey(system(), server.name() + " " + ServerService.SUBMISSION.text());
  }

  @Override
  public Optional<MailboxServer> mailboxServer() {
    return Optional.of(
        new MailboxServer(
            server.fqdn().ascii(),
            Optional.of(server.addresses().get(0)),
            server.version().number()));
  }

  @Override
  public Step route(Envelope envelope, Instant now) {
    boolean mailbox = organization.hasMailbox(envelope.recipient());
    Optional<ExchangeServer> home =
        mailbox ? organization.mailboxServer(envelope.recipient()) : Optional.empty();
    ImmutableList<List<ExchangeServer>> ranks = new DeliveryGroups(server, routes).near(home);
    ImmutableList.Builder<Reason> why = ImmutableList.builder();
    why.add(
        Reason.of(
            ServiceRule.SUBMISSION, "server", server.name(), "next", DeliveryGroups.first(ranks)));
    if (home.isPresent()) {
      why.add(ServiceRule.nearMailbox(envelope.recipient(), home, ranks));
    }
    return routes.to(
        envelope, ranks, InternalRoutes.Port.BETWEEN_SERVERS, why.build(), ImmutableList.of());
  }
}
