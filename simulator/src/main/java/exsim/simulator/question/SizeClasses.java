package exsim.simulator.question;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.SendConnector;
import exsim.model.topology.Topology;

/** The sizes that a topology can tell apart. */
final class SizeClasses {
  private static final long SMALL = 10_240;

  /** What the hosts of Exchange Online list as SIZE. */
  private static final long EXCHANGE_ONLINE = 157_286_400;

  private final ImmutableSortedSet<Long> limits;

  SizeClasses(Topology topology) {
    ImmutableSortedSet.Builder<Long> found = ImmutableSortedSet.naturalOrder();
    for (Organization organization : topology.organizations()) {
      for (SendConnector connector : organization.sendConnectors()) {
        connector.maxMessageSize().ifPresent(found::add);
      }
      for (ExchangeServer server : organization.servers()) {
        for (ReceiveConnector connector : server.receiveConnectors()) {
          found.add(connector.extensions().maxMessageSize());
        }
      }
    }
    if (!topology.tenants().isEmpty()) {
      found.add(EXCHANGE_ONLINE);
    }
    limits = found.build();
  }

  /** A size that keeps every limit, and one above each. */
  ImmutableList<Long> bytes() {
    ImmutableSortedSet.Builder<Long> sizes = ImmutableSortedSet.naturalOrder();
    sizes.add(limits.isEmpty() ? SMALL : Math.min(SMALL, limits.first()));
    limits.forEach(limit -> sizes.add(limit + 1));
    return sizes.build().asList();
  }
}
