package exsim.simulator.onprem;

import com.google.common.collect.ImmutableSet;
import exsim.model.mail.EmailAddress;
import exsim.model.topology.Topology;
import exsim.simulator.rule.Assumption;

/**
 * The groups that tenants have in Exchange Online.
 *
 * @param addresses their addresses
 * @param loopCode what mail ends with that an Edge server sends them
 */
record CloudGroups(ImmutableSet<EmailAddress> addresses, String loopCode) {
  /** Those of a topology. */
  static CloudGroups of(Topology topology) {
    return new CloudGroups(
        topology.tenants().stream()
            .flatMap(t -> t.recipients().groups().keySet().stream())
            .collect(ImmutableSet.toImmutableSet()),
        Assumption.GROUP_BEHIND_EDGE.in(topology));
  }

  String loopText() {
    return loopCode + " Hop count exceeded - possible mail loop";
  }

  boolean contains(EmailAddress address) {
    return addresses.contains(address);
  }
}
