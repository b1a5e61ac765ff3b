package exsim.simulator.onprem;

import exsim.model.onprem.ExchangeServer;
import exsim.simulator.route.RetrySchedule;
import exsim.simulator.rule.Reason;
import java.time.Duration;

/** The queue clock of an Exchange server: glitch, then transient, then steady retries. */
record ExchangeRetry(String server, boolean edge) implements RetrySchedule {
  private static final int GLITCHES = 4;
  private static final int TRANSIENTS = 6;
  private static final Duration GLITCH = Duration.ofMinutes(1);
  private static final Duration LIFETIME = Duration.ofDays(2);

  static ExchangeRetry of(ExchangeServer server) {
    return new ExchangeRetry(server.name(), server.isEdge());
  }

  private Duration transientWait() {
    return Duration.ofMinutes(edge ? 10 : 5);
  }

  private Duration steadyWait() {
    return Duration.ofMinutes(edge ? 30 : 10);
  }

  @Override
  public Duration waitAfter(int failures) {
    if (failures <= GLITCHES) {
      return GLITCH;
    }
    return failures <= GLITCHES + TRANSIENTS ? transientWait() : steadyWait();
  }

  @Override
  public Duration lifetime() {
    return LIFETIME;
  }

  @Override
  public String expiryText(String lastError) {
    return "550 4.4.7 QUEUE.Expired; message expired";
  }

  @Override
  public Reason because() {
    return Reason.of(
        RecipientRule.RETRY,
        "server",
        server,
        "transient",
        transientWait().toMinutes() + " minutes",
        "steady",
        steadyWait().toMinutes() + " minutes");
  }
}
