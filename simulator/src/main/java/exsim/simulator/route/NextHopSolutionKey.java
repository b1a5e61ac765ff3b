package exsim.simulator.route;

import java.util.Optional;

/**
 * What tells the queues of an Exchange server apart.
 *
 * @param deliveryType how its messages are passed on
 * @param nextHopDomain the queue's name: a domain, smart hosts, a connector or a site
 * @param nextHopConnector the connector or site whose GUID Exchange shows; empty where it shows
 *     zeroes
 */
public record NextHopSolutionKey(
    DeliveryType deliveryType, String nextHopDomain, Optional<String> nextHopConnector) {
  /** The Unreachable queue, which every server has one of. */
  public static final NextHopSolutionKey UNREACHABLE =
      new NextHopSolutionKey(DeliveryType.UNREACHABLE, "Unreachable Domain", Optional.empty());

  /** The key of a queue that belongs to a connector or a site. */
  public static NextHopSolutionKey of(DeliveryType type, String domain, String connector) {
    return new NextHopSolutionKey(type, domain, Optional.of(connector));
  }
}
