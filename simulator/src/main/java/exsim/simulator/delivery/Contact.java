package exsim.simulator.delivery;

import exsim.model.net.IpAddress;
import exsim.model.tls.Certificate;
import exsim.simulator.route.Receiver;
import exsim.simulator.smtp.ClientEnd;
import exsim.simulator.smtp.Command;
import exsim.simulator.smtp.Opening;
import exsim.simulator.smtp.Secured;
import exsim.simulator.smtp.Session;
import java.util.Optional;

/**
 * What two ends learned of each other in a connection attempt.
 *
 * @param from the address that the client connected from
 * @param reached the server as the client found it; empty when no connection came up
 */
public record Contact(IpAddress from, Optional<Reached> reached) {

  /**
   * A server that answered.
   *
   * @param stamp how it marks a message that it takes
   * @param extended whether it was greeted with EHLO
   * @param authenticated whether the client authenticated
   * @param secured the TLS session that came up, also when the client then left
   * @param presented the certificate that the server presented
   */
  public record Reached(
      Receiver.Stamp stamp,
      boolean extended,
      boolean authenticated,
      Optional<Secured> secured,
      Optional<Certificate> presented) {}

  /** An attempt in which nobody answered. */
  static Contact none(ClientEnd client) {
    return new Contact(client.address(), Optional.empty());
  }

  /** A session that came up. */
  static Contact of(ClientEnd client, Receiver receiver, Opening opening) {
    Session session = opening.session();
    return new Contact(
        client.address(),
        Optional.of(
            new Reached(
                receiver.stamp(),
                session.greeting().map(Command.Hello::extended).orElse(false),
                session.identity().isPresent(),
                opening.secured(),
                opening.presented())));
  }
}
