package exsim.simulator.external;

import com.google.common.collect.ImmutableSet;
import exsim.model.external.MailHost;
import exsim.model.external.MailSystem;
import exsim.model.net.IpAddress;
import exsim.simulator.route.Host;
import exsim.simulator.route.Receiver;
import exsim.simulator.smtp.Peer;
import java.util.Locale;
import java.util.Optional;

/** A host of a mail system. */
public final class MailSystemHost implements Host {
  private final MailSystem system;
  private final MailHost host;
  private final boolean smartHostRelays;
  private final MailSystemNode node;
  private final ImmutableSet<String> names;

  /** A host whose mail lies at a node once it is taken. */
  public MailSystemHost(
      MailSystem system, MailHost host, boolean smartHostRelays, MailSystemNode node) {
    this.system = system;
    this.host = host;
    this.smartHostRelays = smartHostRelays;
    this.node = node;
    this.names = ImmutableSet.of(system.name().toLowerCase(Locale.ROOT), host.fqdn().ascii());
  }

  @Override
  public String system() {
    return system.name();
  }

  @Override
  public ImmutableSet<String> names() {
    return names;
  }

  @Override
  public boolean listensOn(IpAddress local, int port) {
    return port == host.port();
  }

  @Override
  public Optional<Receiver> listen(Peer peer) {
    return peer.localPort() == host.port()
        ? Optional.of(new MailHostReceiver(system, host, peer, smartHostRelays, node))
        : Optional.empty();
  }
}
