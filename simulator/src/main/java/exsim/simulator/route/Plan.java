package exsim.simulator.route;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;

/**
 * How a message is sent on.
 *
 * @param recipient whom it is addressed to on the next hop
 * @param tiers the targets by rank; those of one tier are equal choices
 * @param internal whether the hop stays inside one organization
 * @param retry when a failed attempt is repeated
 * @param why why this way
 * @param turnedDown the candidates that were not chosen
 */
public record Plan(
    EmailAddress recipient,
    ImmutableList<ImmutableList<Target>> tiers,
    boolean internal,
    RetrySchedule retry,
    ImmutableList<Reason> why,
    ImmutableList<Elimination> turnedDown) {

  /** The same plan for another recipient. */
  public Plan to(EmailAddress other) {
    return new Plan(other, tiers, internal, retry, why, turnedDown);
  }
}
