package exsim.simulator.onprem;

import com.google.common.collect.ImmutableList;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.SendConnector;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.NodeKey;
import exsim.simulator.route.PassThrough;
import exsim.simulator.route.Step;
import exsim.simulator.rule.Reason;
import java.time.Instant;
import java.util.Optional;

/** Front End Transport of a server, for mail that goes out: it makes the connection for others. */
public final class OutboundProxyNode implements PassThrough {
  private final OrganizationView organization;
  private final ExchangeServer server;
  private final ConnectorRoutes connectors;

  public OutboundProxyNode(OrganizationView organization, ExchangeServer server) {
    this.organization = organization;
    this.server = server;
    this.connectors = new ConnectorRoutes(organization, server, ServerService.FRONT_END);
  }

  @Override
  public String system() {
    return organization.organization().name();
  }

  @Override
  public NodeKey key() {
    return new NodeKey(system(), server.name() + " Outbound Proxy");
  }

  @Override
  public Step route(Envelope envelope, Instant now) {
    Optional<SendConnector> connector = envelope.proxiedFor().flatMap(organization::sendConnector);
    return connector.isPresent()
        ? connectors.external(
            envelope,
            connector.get(),
            ImmutableList.of(
                Reason.of(ServiceRule.FRONT_END, "server", server.name()),
                Reason.of(ServiceRule.NO_HEADER, "server", server.name())),
            ImmutableList.of(),
            now)
        : new FrontEndNode(organization, server, Optional.empty()).route(envelope, now);
  }

  @Override
  public Refusal refusal(Failure failure) {
    return failure.byEnvelope()
        ? new Refusal(
            failure.reply(), Reason.of(ServiceRule.RELAYED, "server", server.name()), false)
        : new Refusal(
            "450 4.4.101 Proxy session setup failed on Frontend with '"
                + failure.queueError()
                + "'",
            Reason.of(ServiceRule.PROXY_FAILED, "server", server.name()),
            true);
  }
}
