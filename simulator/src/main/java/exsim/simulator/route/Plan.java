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
 * @param proxiedFor the Send connector for which the next hop, a Front End, makes the connection
 * @param queue the Exchange queue that the message lies in meanwhile; empty elsewhere
 * @param retry when a failed attempt is repeated
 * @param why why this way
 * @param turnedDown the candidates that were not chosen
 */
public record Plan(
    EmailAddress recipient,
    ImmutableList<ImmutableList<Target>> tiers,
    boolean internal,
    Optional<String> proxiedFor,
    Optional<NextHopSolutionKey> queue,
    RetrySchedule retry,
    ImmutableList<Reason> why,
    ImmutableList<Elimination> turnedDown) {

  /** A plan that leads out of a system whose queues are not Exchange's. */
  public static Plan outward(
      EmailAddress recipient,
      ImmutableList<ImmutableList<Target>> tiers,
      RetrySchedule retry,
      ImmutableList<Reason> why,
      ImmutableList<Elimination> turnedDown) {
    return new Plan(
        recipient, tiers, false, Optional.empty(), Optional.empty(), retry, why, turnedDown);
  }

  /** The same plan to a Front End that makes the connection for a Send connector. */
  public Plan proxiedFor(String connector) {
    return new Plan(
        recipient, tiers, internal, Optional.of(connector), queue, retry, why, turnedDown);
  }

  /** The same plan from a queue. */
  public Plan from(NextHopSolutionKey key) {
    return new Plan(
        recipient, tiers, internal, proxiedFor, Optional.of(key), retry, why, turnedDown);
  }

  /** The same plan for another recipient. */
  public Plan to(EmailAddress other) {
    return new Plan(other, tiers, internal, proxiedFor, queue, retry, why, turnedDown);
  }
}
