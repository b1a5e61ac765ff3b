package exsim.simulator.route;

import java.time.Instant;

/** A place that holds a message and decides what becomes of it. */
public interface Node {
  /** The organization, tenant, mail system or device. */
  String system();

  /** Its name, which holds across changes of the topology. */
  NodeKey key();

  /** What becomes of a message that is here. */
  Step route(Envelope envelope, Instant now);

  /** Who signs what the sender is told of a message here. */
  default String reporter() {
    return system();
  }

  /** Whether a failure leaves no message in any queue, so that it counts as rejected. */
  default boolean submitsOnly() {
    return false;
  }
}
