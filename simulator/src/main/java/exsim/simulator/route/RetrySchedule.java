package exsim.simulator.route;

import exsim.simulator.rule.Reason;
import java.time.Duration;
import java.util.Optional;

/** When a failed attempt is repeated, and when a message is given up. */
public interface RetrySchedule {
  /**
   * How long after a failed attempt the next one follows.
   *
   * @param failures how many attempts failed so far, from 1
   */
  Duration waitAfter(int failures);

  /** How long a message may stay queued. */
  Duration lifetime();

  /** What the sender is told when it is given up. */
  String expiryText(String lastError);

  /** The rule that gives it up. */
  Reason because();

  /** The wait, unless the lifetime ends before. */
  default Optional<Duration> nextWait(int failures, Duration age) {
    Duration wait = waitAfter(failures);
    return age.plus(wait).compareTo(lifetime()) > 0 ? Optional.empty() : Optional.of(wait);
  }
}
