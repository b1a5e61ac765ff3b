package exsim.simulator.onprem;

import com.google.common.collect.ImmutableSet;
import exsim.model.net.IpAddress;
import exsim.model.onprem.ReceiveConnector;
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
    return selection.listensOn(local, port);
  }

  @Override
  public Optional<Receiver> listen(Peer peer) {
    if (!listensOn(peer.local(), peer.localPort())) {
      return Optional.empty();
    }
    Selection<ReceiveConnector> chosen = selection.select(peer);
    return Optional.of(
        chosen.chosen().isPresent()
            ? new ExchangeReceiver(organization, node, peer, chosen)
            : new ClosedReceiver(node, chosen));
  }
}
