package exsim.simulator.delivery;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSortedSet;
import exsim.model.net.IpAddress;
import exsim.simulator.route.Host;
import java.time.Instant;
import java.util.Optional;

/** Whom the hops of journeys lead to, by any name that somebody may mean it by. */
public final class Whereabouts {
  private final Timeline timeline;

  Whereabouts(Timeline timeline) {
    this.timeline = timeline;
  }

  /**
   * Whether a hop leads to a host.
   *
   * @param name the name that was looked up, an address, a server, a host's name for itself, or the
   *     system that took the message, in whatever case
   */
  public boolean leads(Hop hop, String name) {
    String wanted = Ascii.toLowerCase(name);
    Hop.To to = hop.to();
    return wanted.equals(Ascii.toLowerCase(to.host()))
        || is(wanted, to.address().map(IpAddress::toString))
        || is(wanted, to.server())
        || is(wanted, to.system())
        || to.address().filter(a -> isThere(wanted, a, to.server(), hop.at())).isPresent();
  }

  private static boolean is(String wanted, Optional<String> name) {
    return name.map(Ascii::toLowerCase).filter(wanted::equals).isPresent();
  }

  /** Behind a load balancer only the server that answered counts. */
  private boolean isThere(String wanted, IpAddress address, Optional<String> server, Instant at) {
    for (Host host : timeline.at(at).hostsAt(address)) {
      boolean answered =
          server.map(Ascii::toLowerCase).map(s -> host.names().contains(s)).orElse(true);
      if (answered && host.names().contains(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** Every name and address that there is at an instant, in lower case. */
  public ImmutableSortedSet<String> names(Instant at) {
    Network network = timeline.at(at);
    ImmutableSortedSet.Builder<String> names = ImmutableSortedSet.naturalOrder();
    network.names().forEach(n -> names.add(n.ascii()));
    for (IpAddress address : network.addresses()) {
      names.add(address.toString());
      for (Host host : network.hostsAt(address)) {
        names.add(Ascii.toLowerCase(host.system()));
        names.addAll(host.names());
      }
    }
    network.systems().forEach(s -> names.add(Ascii.toLowerCase(s)));
    return names.build();
  }
}
