package exsim.simulator.delivery;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import exsim.model.net.IpAddress;
import exsim.model.net.PathEffect;
import exsim.simulator.route.Target;
import exsim.simulator.smtp.ClientEnd;

/**
 * What may be otherwise in one run than the scenario says: what an attacker does, who is down,
 * whose certificate has expired. Asked again about one link, it gives the same answer.
 */
@FunctionalInterface
public interface Circumstances {
  /** Everything is as the scenario says. */
  Circumstances NONE = link -> ImmutableSet.of();

  /**
   * What happens on a link besides.
   *
   * @param link the link
   */
  ImmutableSet<PathEffect> on(Link link);

  /** What stands between two ends, by the scenario and by circumstance. */
  static ImmutableSet<PathEffect> added(
      Circumstances circumstances,
      ImmutableSet<PathEffect> effects,
      ClientEnd client,
      Target target,
      boolean internal) {
    if (circumstances == NONE || target.address().isEmpty()) {
      return effects;
    }
    ImmutableSet<PathEffect> besides =
        circumstances.on(
            new Link(
                client.system(), target.host(), target.address().get(), target.port(), internal));
    return besides.isEmpty() ? effects : Sets.immutableEnumSet(Sets.union(effects, besides));
  }

  /**
   * The way from a system to a host.
   *
   * @param system who connects
   * @param host whom it connects to, by the name that was looked up
   * @param address the address connected to
   * @param port the port connected to
   * @param internal whether both ends belong to one organization
   */
  record Link(String system, String host, IpAddress address, int port, boolean internal) {
    @Override
    public String toString() {
      return system + " -> " + host + " [" + address + "]:" + port;
    }
  }
}
