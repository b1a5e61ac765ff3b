package exsim.simulator.route;

import com.google.common.collect.ImmutableList;
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
 * @param takenBy the systems that have taken it, in order
 */
public record Envelope(
    String id,
    Optional<EmailAddress> sender,
    EmailAddress recipient,
    long sizeBytes,
    boolean requireTls,
    ImmutableList<String> takenBy) {

  /** The same message addressed to somebody else. */
  public Envelope to(EmailAddress other) {
    return new Envelope(id, sender, other, sizeBytes, requireTls, takenBy);
  }

  /** The same message after one more system took it. */
  public Envelope taken(String system) {
    return new Envelope(
        id,
        sender,
        recipient,
        sizeBytes,
        requireTls,
        ImmutableList.<String>builder().addAll(takenBy).add(system).build());
  }

  /** How many servers have taken it. */
  public int hops() {
    return takenBy.size();
  }

  /** How many times a system has taken it. */
  public int visits(String system) {
    int visits = 0;
    for (String taker : takenBy) {
      visits += taker.equals(system) ? 1 : 0;
    }
    return visits;
  }
}
