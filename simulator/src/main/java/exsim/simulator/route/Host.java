package exsim.simulator.route;

import com.google.common.collect.ImmutableSet;
import exsim.model.net.IpAddress;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Peer;
import java.util.Optional;

/** A machine that can be connected to. */
public interface Host {
  /** The system that it belongs to. */
  String system();

  /** Every name that a scenario may mean it by, in lower case. */
  ImmutableSet<String> names();

  /** Whether something listens on a port of one of its addresses. */
  boolean listensOn(IpAddress local, int port);

  /** Why nothing that takes mail listens on a port, where there is more to say than that. */
  default Optional<Reason> whyNothingListensOn(int port) {
    return Optional.empty();
  }

  /** Who takes a connection; empty when nothing listens on the port. */
  Optional<Receiver> listen(Peer peer);
}
