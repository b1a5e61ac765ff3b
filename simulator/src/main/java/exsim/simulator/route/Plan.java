package exsim.simulator.route;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import java.util.Optional;

/**
 * How a message is sent on.
 *
 * @param recipient whom it is addressed to on the next hop
 * @param tiers the targets by rank; those of one tier are equal choices
 * @param internal whether the hop stays inside one organization
 * @param queue the Exchange queue that the message lies in meanwhile; empty elsewhere
 * @param retry when a failed attempt is repeated
 * @param why why this way
 * @param turnedDown the candidates that were not chosen
 */
public record Plan(
    EmailAddress recipient,
    ImmutableList<ImmutableList<Target>> tiers,
    boolean internal,
    Optional<NextHopSolutionKey> queue,
    RetrySchedule retry,
    ImmutableList<Reason> why,
    ImmutableList<Elimination> turnedDown) {

  /** A plan of a system whose queues are not Exchange's. */
  public Plan(
      EmailAddress recipient,
      ImmutableList<ImmutableList<Target>> tiers,
      boolean internal,
      RetrySchedule retry,
      ImmutableList<Reason> why,
      ImmutableList<Elimination> turnedDown) {
    this(recipient, tiers, internal, Optional.empty(), retry, why, turnedDown);
  }

  /** The same plan for another recipient. */
  public Plan to(EmailAddress other) {
    return new Plan(other, tiers, internal, queue, retry, why, turnedDown);
  }
}
