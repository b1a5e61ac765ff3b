package exsim.simulator.onprem.receive;

import com.google.common.collect.ImmutableSet;
import exsim.model.net.IpAddress;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.TransportService;
import exsim.simulator.onprem.ExchangeNode;
import exsim.simulator.onprem.InternalRoutes;
import exsim.simulator.onprem.OrganizationView;
import exsim.simulator.onprem.ServerService;
import exsim.simulator.route.Host;
import exsim.simulator.route.Receiver;
import exsim.simulator.rule.Selection;
import exsim.simulator.smtp.Peer;
import java.util.Locale;
import java.util.Optional;

/** An Exchange server that can be connected to. */
public final class ExchangeHost implements Host {
  private final OrganizationView organization;
  private final ExchangeNode node;
  private final ReceiveSelection selection;
  private final ImmutableSet<String> names;

  /** The host of a node. */
  public ExchangeHost(OrganizationView organization, ExchangeNode node) {
    this.organization = organization;
    this.node = node;
    this.selection = new ReceiveSelection(node.server());
    this.names =
        ImmutableSet.of(
            node.system().toLowerCase(Locale.ROOT),
            node.server().name().toLowerCase(Locale.ROOT),
            node.server().fqdn().ascii());
  }

  @Override
  public String system() {
    return node.system();
  }

  @Override
  public ImmutableSet<String> names() {
    return names;
  }

  @Override
  public boolean listensOn(IpAddress local, int port) {
    return selection.listensOn(local, port) || isDelivery(port);
  }

  /** Mailbox Transport Delivery listens without a connector that anybody sees (DRC-06). */
  private boolean isDelivery(int port) {
    return port == InternalRoutes.Port.MAILBOX_DELIVERY.number()
        && node.server().hasMailboxTransport();
  }

  @Override
  public Optional<Receiver> listen(Peer peer) {
    if (!listensOn(peer.local(), peer.localPort())) {
      return Optional.empty();
    }
    if (isDelivery(peer.localPort())) {
      return Optional.of(
          new ExchangeReceiver(
              organization, node, peer, ImplicitDelivery.SELECTION, ServerService.DELIVERY));
    }
    Selection<ReceiveConnector> chosen = selection.select(peer);
    return Optional.of(
        chosen.chosen().isPresent()
            ? new ExchangeReceiver(
                organization, node, peer, chosen, serviceOf(chosen.chosen().get()))
            : new ClosedReceiver(node, chosen));
  }

  private static ServerService serviceOf(ReceiveConnector connector) {
    return connector.service() == TransportService.FRONT_END
        ? ServerService.FRONT_END
        : ServerService.TRANSPORT;
  }
}
