package exsim.simulator.delivery;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.model.mail.DomainName;
import exsim.model.net.IpAddress;
import exsim.model.net.PathEffect;
import exsim.simulator.dns.Answer;
import exsim.simulator.route.Host;
import exsim.simulator.route.Receiver;
import exsim.simulator.smtp.ClientVoice.ConnectionFault;
import exsim.simulator.smtp.Path;
import exsim.simulator.smtp.Peer;
import exsim.simulator.smtp.TypedSession;
import java.time.Instant;
import java.util.Optional;

/** A telnet window on a simulated world: connects to a host and leaves the typing to somebody. */
public final class Telnet {
  private final Timeline timeline;

  Telnet(Timeline timeline) {
    this.timeline = timeline;
  }

  /**
   * Who types.
   *
   * @param system the system, for the report and for whoever trusts it by name
   * @param names every name that a scenario may mean it by, in lower case
   * @param address where it connects from
   */
  public record Caller(String system, ImmutableSet<String> names, IpAddress address) {}

  /** What came of connecting. */
  public sealed interface Call {}

  /**
   * Somebody answered.
   *
   * @param address the address that was connected to
   * @param receiver who answered
   * @param session the session, of which the banner is still to come
   */
  public record Connected(IpAddress address, Receiver receiver, TypedSession session)
      implements Call {}

  /**
   * Nobody answered.
   *
   * @param fault why not
   */
  public record Unreachable(String fault) implements Call {}

  /**
   * Connects.
   *
   * @param host a name, which is looked up, or an address
   */
  public Call call(Caller caller, String host, int port, Instant at) {
    Network network = timeline.at(at);
    ImmutableList<IpAddress> addresses = addresses(network, host);
    if (addresses.isEmpty()) {
      return new Unreachable("no address for " + host);
    }
    String fault = "";
    for (IpAddress address : addresses) {
      ImmutableList<Host> hosts = network.hostsAt(address);
      ImmutableSet<PathEffect> effects =
          network.effects(caller.names(), caller.address(), host, address, port, hosts, at);
      Optional<Host> listening =
          effects.contains(PathEffect.BLOCK)
              ? Optional.empty()
              : hosts.stream().filter(h -> h.listensOn(address, port)).findFirst();
      Peer peer = new Peer(caller.system(), caller.address(), host, address, port, false, at);
      Optional<Receiver> receiver = listening.flatMap(h -> h.listen(peer));
      if (receiver.isPresent()) {
        TypedSession session = new TypedSession(receiver.get(), peer, new Path(effects, host));
        return new Connected(address, receiver.get(), session);
      }
      boolean silent = hosts.isEmpty() || effects.contains(PathEffect.BLOCK);
      fault = (silent ? ConnectionFault.TIMED_OUT : ConnectionFault.REFUSED).text();
    }
    return new Unreachable(fault);
  }

  /** The addresses of a host, as the DNS has them or as its neighbours know it. */
  public ImmutableList<IpAddress> addresses(String host, Instant at) {
    return addresses(timeline.at(at), host);
  }

  private static ImmutableList<IpAddress> addresses(Network network, String host) {
    if (IpAddress.isLiteral(host)) {
      return ImmutableList.of(IpAddress.parse(host));
    }
    try {
      Answer<IpAddress> found = network.resolver().addresses(DomainName.parse(host));
      return found.items().isEmpty() ? network.addressesOf(host) : found.items();
    } catch (InvalidValueException e) {
      return ImmutableList.of();
    }
  }
}
