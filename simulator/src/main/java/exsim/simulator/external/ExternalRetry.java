package exsim.simulator.external;

import exsim.simulator.route.RetrySchedule;
import exsim.simulator.rule.Reason;
import java.time.Duration;

/** The retry clock of mail systems other than Exchange. */
record ExternalRetry(String system) implements RetrySchedule {
  private static final Duration STEADY = Duration.ofSeconds(4000);
  private static final Duration LIFETIME = Duration.ofDays(5);

  @Override
  public Duration waitAfter(Failures failures) {
    return switch (failures.attempts()) {
      case 1 -> Duration.ofMinutes(5);
      case 2 -> Duration.ofMinutes(10);
      case 3 -> Duration.ofMinutes(20);
      case 4 -> Duration.ofMinutes(40);
      default -> STEADY;
    };
  }

  @Override
  public Duration lifetime() {
    return LIFETIME;
  }

  @Override
  public String expiryText(String lastError) {
    return lastError;
  }

  @Override
  public Reason because(Failures failures) {
    return Reason.of(ExternalRule.RETRY, "system", system);
  }
}
