package exsim.simulator.route;

import exsim.model.net.IpAddress;
import java.time.Instant;
import java.util.Optional;

/** A place that holds a message and decides what becomes of it. */
public interface Node {
  /** The organization, tenant, mail system or device. */
  String system();

  /** Its name, which holds across changes of the topology. */
  NodeKey key();

  /** What becomes of a message that is here. */
  Step route(Envelope envelope, Instant now);

  /**
   * A server with mailboxes.
   *
   * @param name the name that it gives itself in headers
   * @param address its address, where one is known
   * @param product the two numbers that its builds begin with
   */
  record MailboxServer(String name, Optional<IpAddress> address, String product) {}

  /** The server whose mailboxes write the messages that start here; empty where none does. */
  default Optional<MailboxServer> mailboxServer() {
    return Optional.empty();
  }

  /** Who signs what the sender is told of a message here. */
  default String reporter() {
    return system();
  }

  /** Whether a failure leaves no message in any queue, so that it counts as rejected. */
  default boolean submitsOnly() {
    return false;
  }
}
