package exsim.simulator.online;

import exsim.model.online.Tenant;
import exsim.simulator.route.RetrySchedule;
import exsim.simulator.rule.Reason;
import java.time.Duration;
import java.time.Instant;

/** The queue clock of Exchange Online. */
record OnlineRetry(Duration lifetime) implements RetrySchedule {
  static OnlineRetry of(Tenant tenant, Instant now) {
    Duration usual = Duration.ofHours(now.isBefore(ServiceDates.EXPIRATION_SHORTENED) ? 48 : 24);
    return new OnlineRetry(tenant.settings().messageExpiration().orElse(usual));
  }

  @Override
  public Duration waitAfter(Failures failures) {
    return failures.attempts() <= 2 ? Duration.ofMinutes(15) : Duration.ofHours(1);
  }

  /** A temporary code turns into its permanent twin. */
  @Override
  public String expiryText(String lastError) {
    if (lastError.startsWith("450 4.4.317 Cannot connect to remote server")) {
      return "550 5.4.317 Message expired, cannot connect to remote server("
          + lastError.substring("450 4.4.317 Cannot connect to remote server".length()).strip()
          + ")";
    }
    return lastError.startsWith("450 4.")
        ? "550 5." + lastError.substring("450 4.".length())
        : "550 4.4.7 QUEUE.Expired; message expired";
  }

  @Override
  public Reason because(Failures failures) {
    return Reason.of(OutboundRule.RETRY, "hours", lifetime.toHours());
  }
}
