package exsim.simulator.route;

import exsim.model.net.IpAddress;
import exsim.simulator.rule.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a failed attempt is repeated, and when a message is given up. */
public interface RetrySchedule {
  /**
   * What failed so far at the place where a message waits.
   *
   * @param attempts how many attempts, from 1
   * @param connections how many in a row brought no session up; 0 when the last one did and this
   *     message alone was put off
   */
  record Failures(int attempts, int connections) {}

  /**
   * What the sender is told while a message still waits.
   *
   * @param after how long it has waited then
   * @param code the enhanced status code
   * @param text the words
   * @param because the rule
   */
  record DelayNotice(Duration after, String code, String text, Reason because) {}

  /** How long after a failed attempt the next one follows. */
  Duration waitAfter(Failures failures);

  /** How long a message may stay queued. */
  Duration lifetime();

  /** What the sender is told when it is given up. */
  String expiryText(String lastError);

  /** Why it is told that; empty where the general rule says it. */
  default Optional<Reason> expiryBecause(String lastError) {
    return Optional.empty();
  }

  /**
   * The last attempt to send a message on.
   *
   * @param error what a queue shows of it
   * @param host the next hop's name; empty text where there was none
   * @param address the next hop's address
   * @param port the next hop's port
   * @param at when
   */
  record LastAttempt(
      String error, String host, Optional<IpAddress> address, int port, Instant at) {}

  /** The last error as a message trace shows it; empty where there is no such trace. */
  default Optional<String> trace(LastAttempt last) {
    return Optional.empty();
  }

  /** The rule that sets the next attempt, or gives the message up. */
  Reason because(Failures failures);

  /** What the sender is told meanwhile; empty where nothing is. */
  default Optional<DelayNotice> delayNotice() {
    return Optional.empty();
  }

  /**
   * The wait, unless the lifetime ends before.
   *
   * @param age how long the message has been queued
   * @param untilChange how long until the configuration changes; empty when it does not
   */
  default Optional<Duration> nextWait(
      Failures failures, Duration age, Optional<Duration> untilChange) {
    return Optional.of(waitAfter(failures)).filter(w -> age.plus(w).compareTo(lifetime()) <= 0);
  }
}
