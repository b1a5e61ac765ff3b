package exsim.simulator.route;

import exsim.model.mail.EmailAddress;
import java.util.Optional;

/**
 * A message to one recipient, on its way.
 *
 * @param id the message's id
 * @param sender the reverse path; empty for {@code <>}
 * @param recipient whom it is addressed to now, after forwarding and target addresses
 * @param sizeBytes its size
 * @param requireTls whether it carries REQUIRETLS
 * @param hops how many servers have taken it
 */
public record Envelope(
    String id,
    Optional<EmailAddress> sender,
    EmailAddress recipient,
    long sizeBytes,
    boolean requireTls,
    int hops) {

  /** The same message addressed to somebody else. */
  public Envelope to(EmailAddress other) {
    return new Envelope(id, sender, other, sizeBytes, requireTls, hops);
  }

  /** The same message after one more server took it. */
  public Envelope taken() {
    return new Envelope(id, sender, recipient, sizeBytes, requireTls, hops + 1);
  }
}
