package exsim.simulator.difference;

import com.google.common.collect.ImmutableList;
import exsim.simulator.delivery.Hop;
import exsim.simulator.rule.Reason;
import java.util.Optional;

/**
 * A hop of two journeys to one recipient.
 *
 * @param before the hop as it was; empty when it was added
 * @param after the hop as it is; empty when it was removed
 * @param trend which way it leads
 * @param changes the facts that are not the same; none when the hop was added or removed
 * @param rulesBefore the reasons of which only the old hop knows
 * @param rulesAfter the reasons of which only the new hop knows
 */
public record HopDifference(
    Optional<Hop> before,
    Optional<Hop> after,
    Trend trend,
    ImmutableList<Change> changes,
    ImmutableList<Reason> rulesBefore,
    ImmutableList<Reason> rulesAfter) {

  /** What became of a hop. */
  public enum Kind {
    /** It is as it was. */
    SAME("same"),
    /** It is another one now. */
    CHANGED("changed"),
    /** It was not there before. */
    ADDED("added"),
    /** It is not there any more. */
    REMOVED("removed");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** The word that reports use. */
    public String text() {
      return text;
    }
  }

  /** What became of it. */
  public Kind kind() {
    if (before.isEmpty()) {
      return Kind.ADDED;
    }
    if (after.isEmpty()) {
      return Kind.REMOVED;
    }
    return changes.isEmpty() ? Kind.SAME : Kind.CHANGED;
  }

  /** The hop as it is, or as it was before it was removed. */
  public Hop hop() {
    return after.or(() -> before).orElseThrow();
  }
}
