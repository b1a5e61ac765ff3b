package exsim.simulator.difference;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.rule.Reason;
import java.util.Optional;

/**
 * The journey of one message to one recipient, in two worlds.
 *
 * @param message the message
 * @param recipient the address that it was sent to
 * @param before the journey as it was; empty when there was none
 * @param after the journey as it is; empty when there is none
 * @param trend which way it leads
 * @param changes the facts of the whole journey that are not the same
 * @param hops its hops, in the order of the way; the hops that stayed as they were among them
 * @param rulesBefore the reasons apart from hops of which only the old journey knows
 * @param rulesAfter the reasons apart from hops of which only the new journey knows
 */
public record JourneyDifference(
    Message message,
    EmailAddress recipient,
    Optional<Delivery> before,
    Optional<Delivery> after,
    Trend trend,
    ImmutableList<Change> changes,
    ImmutableList<HopDifference> hops,
    ImmutableList<Reason> rulesBefore,
    ImmutableList<Reason> rulesAfter) {

  /** Whether anything is not the same. */
  public boolean differs() {
    return before.isEmpty()
        || after.isEmpty()
        || !changes.isEmpty()
        || hops.stream().anyMatch(h -> h.kind() != HopDifference.Kind.SAME);
  }
}
