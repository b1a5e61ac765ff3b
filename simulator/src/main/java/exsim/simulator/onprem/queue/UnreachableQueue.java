package exsim.simulator.onprem.queue;

import exsim.simulator.route.RetrySchedule;
import exsim.simulator.rule.Reason;
import java.time.Duration;
import java.util.Optional;

/** The clock of the Unreachable queue: it is looked at when the configuration changes. */
record UnreachableQueue(ExchangeRetry clock) implements RetrySchedule {
  @Override
  public Duration waitAfter(Failures failures) {
    return lifetime();
  }

  @Override
  public Duration lifetime() {
    return clock.lifetime();
  }

  @Override
  public String expiryText(String lastError) {
    return clock.expiryText(lastError);
  }

  @Override
  public Optional<DelayNotice> delayNotice() {
    return clock.delayNotice();
  }

  @Override
  public Reason because(Failures failures) {
    return Reason.of(
        QueueRule.UNREACHABLE,
        "server",
        clock.server(),
        "lifetime",
        ExchangeRetry.text(lifetime()));
  }

  @Override
  public Optional<Duration> nextWait(
      Failures failures, Duration age, Optional<Duration> untilChange) {
    return untilChange.filter(w -> age.plus(w).compareTo(lifetime()) <= 0);
  }
}
