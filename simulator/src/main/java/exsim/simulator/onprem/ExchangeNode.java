package exsim.simulator.onprem;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.SendConnector;
import exsim.simulator.onprem.queue.ExchangeRetry;
import exsim.simulator.onprem.selection.SendSelection;
import exsim.simulator.onprem.selection.SendSelectionRule;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.NextHopSolutionKey;
import exsim.simulator.route.Node;
import exsim.simulator.route.NodeKey;
import exsim.simulator.route.Step;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import exsim.simulator.rule.Selection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An Exchange server that holds a message. */
public final class ExchangeNode implements Node {
  private final OrganizationView organization;
  private final ExchangeServer server;
  private final ConnectorRoutes connectors;

  /** Its Send connectors that take all mail of one Receive connector, by that one's name. */
  private final ImmutableMap<String, SendConnector> linked;

  ExchangeNode(OrganizationView organization, ExchangeServer server) {
    this.organization = organization;
    this.server = server;
    this.connectors = new ConnectorRoutes(organization, server, ServerService.TRANSPORT);
    Map<String, SendConnector> links = new LinkedHashMap<>();
    for (SendConnector connector : organization.organization().sendConnectors()) {
      Optional<String> by = connector.options().linkedReceiveConnector();
      if (by.isPresent() && connector.enabled() && isOwn(connector)) {
        links.putIfAbsent(Ascii.toLowerCase(by.get()), connector);
      }
    }
    this.linked = ImmutableMap.copyOf(links);
  }

  /** The server. */
  public ExchangeServer server() {
    return server;
  }

  private InternalRoutes internal() {
    return organization.ways(server, ServerService.TRANSPORT);
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
  public String reporter() {
    return server.name();
  }

  @Override
  public Optional<MailboxServer> mailboxServer() {
    return server.isEdge()
        ? Optional.empty()
        : Optional.of(
            new MailboxServer(
                server.fqdn().ascii(),
                Optional.of(server.addresses().get(0)),
                server.version().number()));
  }

  @Override
  public Step route(Envelope envelope, Instant now) {
    Optional<SendConnector> linked = linkedTo(envelope);
    if (linked.isPresent()) {
      return linked(envelope, linked.get(), now);
    }
    Optional<AcceptedDomain> accepted = organization.acceptedDomain(envelope.recipient().domain());
    return server.isEdge() && accepted.isPresent()
        ? atEdge(envelope, accepted.get(), now)
        : resolve(envelope, accepted, now);
  }

  /** The Send connector that takes all mail of the Receive connector by which this one came. */
  private Optional<SendConnector> linkedTo(Envelope envelope) {
    return envelope.cameBy().map(by -> linked.get(Ascii.toLowerCase(by)));
  }

  private Step linked(Envelope envelope, SendConnector connector, Instant now) {
    Reason because =
        Reason.of(
            RoutingRule.LINKED,
            "receive",
            envelope.cameBy().orElseThrow(),
            "connector",
            connector.name());
    return external(envelope, connector, ImmutableList.of(because), ImmutableList.of(), now);
  }

  /**
   * An Edge server knows no recipients: its {@code --} space takes accepted domains inside, unless
   * one of its Send connectors names the domain itself.
   */
  private Step atEdge(Envelope envelope, AcceptedDomain accepted, Instant now) {
    DomainName domain = envelope.recipient().domain();
    if (accepted.type() == AcceptedDomain.Type.EXTERNAL_RELAY) {
      return send(envelope, Reason.of(RecipientRule.EXTERNAL_RELAY, "domain", domain), now);
    }
    boolean named =
        organization
            .sendSelection()
            .select(server, domain, envelope.sizeBytes())
            .chosen()
            .filter(c -> isOwn(c.connector()))
            .flatMap(c -> c.space().pattern())
            .filter(p -> p.kind() != DomainPattern.Kind.ALL)
            .isPresent();
    return named
        ? send(envelope, Reason.of(RecipientRule.EDGE_NAMED, "domain", domain), now)
        : internal().intoSite(envelope);
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
      case AUTHORITATIVE -> new MailboxRoutes(organization, server).step(envelope);
      case INTERNAL_RELAY ->
          organization.hasMailbox(recipient)
              ? new MailboxRoutes(organization, server).step(envelope)
              : send(
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
    if (server.isEdge() && isOwn(connector) && loops(envelope, connector)) {
      return new Step.Returned(
          organization.cloudGroups().loopText(),
          ImmutableList.<Reason>builder()
              .addAll(why)
              .add(
                  Reason.of(
                      RecipientRule.GROUP_BEHIND_EDGE,
                      "recipient",
                      envelope.recipient(),
                      "connector",
                      connector.name(),
                      "server",
                      server.name()))
              .add(
                  Reason.of(
                      RecipientRule.GROUP_BEHIND_EDGE_REPLY,
                      "reply",
                      organization.cloudGroups().loopCode()))
              .build(),
          selection.eliminated());
    }
    return isOwn(connector)
        ? external(envelope, connector, why, selection.eliminated(), now)
        : internal().toSources(envelope, connector, why, selection.eliminated());
  }

  /** By a Send connector of this server, or of a Front End that lends its connection. */
  private Step external(
      Envelope envelope,
      SendConnector connector,
      ImmutableList<Reason> why,
      ImmutableList<Elimination> losers,
      Instant now) {
    Step direct = connectors.external(envelope, connector, why, losers, now);
    boolean proxied = connector.options().frontendProxy() && !server.isEdge();
    return proxied && direct instanceof Step.Sent sent
        ? internal().toFrontEnd(envelope, connector, sent.plan())
        : direct;
  }

  /** Whether a hybrid Send connector would take mail to a group. */
  private boolean loops(Envelope envelope, SendConnector connector) {
    return connector.options().cloudServicesMail()
        && organization.cloudGroups().contains(envelope.recipient());
  }

  private boolean isOwn(SendConnector connector) {
    return connector.scope().sourceServers().stream()
        .anyMatch(s -> s.equalsIgnoreCase(server.name()));
  }

  private Step unroutable(Selection<SendSelection.Candidate> selection, ImmutableList<Reason> why) {
    return selection.because().rule() == SendSelectionRule.ALL_TOO_SMALL
        ? new Step.Returned(
            "552 5.3.4 Message size exceeds fixed maximum message size",
            why,
            selection.eliminated())
        : new Step.Held(
            "A matching connector cannot be found to route the external recipient",
            why,
            selection.eliminated(),
            Optional.of(NextHopSolutionKey.UNREACHABLE),
            ExchangeRetry.of(server).untilChange());
  }
}
