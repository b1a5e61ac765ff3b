package exsim.simulator.route;

import com.google.common.collect.ImmutableList;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import java.util.Optional;

/** What becomes of a message at a node. */
public sealed interface Step {
  /** Why. */
  ImmutableList<Reason> why();

  /**
   * It is delivered.
   *
   * @param reply the final reply
   */
  record Delivered(String reply, ImmutableList<Reason> why) implements Step {}

  /** It does not go on now. */
  sealed interface Stopped extends Step {
    /** The NDR's text, or what the queue shows. */
    String reply();
  }

  /**
   * It is returned to its sender.
   *
   * @param reply the NDR's text
   * @param turnedDown the candidates that were not chosen
   */
  record Returned(String reply, ImmutableList<Reason> why, ImmutableList<Elimination> turnedDown)
      implements Stopped {}

  /**
   * It waits in a queue from which nothing leads on, and is looked at again.
   *
   * @param reply what the queue shows
   * @param turnedDown the candidates that were not chosen
   * @param queue the Exchange queue; empty elsewhere
   * @param retry when it is looked at again
   */
  record Held(
      String reply,
      ImmutableList<Reason> why,
      ImmutableList<Elimination> turnedDown,
      Optional<NextHopSolutionKey> queue,
      RetrySchedule retry)
      implements Stopped {
    /** Held by a system whose queues are not Exchange's. */
    public Held(
        String reply,
        ImmutableList<Reason> why,
        ImmutableList<Elimination> turnedDown,
        RetrySchedule retry) {
      this(reply, why, turnedDown, Optional.empty(), retry);
    }
  }

  /**
   * It is sent on.
   *
   * @param plan how
   */
  record Sent(Plan plan) implements Step {
    @Override
    public ImmutableList<Reason> why() {
      return plan.why();
    }
  }
}
