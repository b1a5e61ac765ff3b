package exsim.simulator.onprem.queue;

import com.google.common.collect.ImmutableMap;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.TransportSettings;
import exsim.simulator.route.RetrySchedule;
import exsim.simulator.rule.Reason;
import java.time.Duration;
import java.util.Optional;

/** The queue clock of an Exchange server: glitch, then transient, then steady retries. */
public record ExchangeRetry(String server, TransportSettings settings) implements RetrySchedule {
  /** QueueGlitchRetryCount and QueueGlitchRetryInterval, which no cmdlet sets. */
  private static final int GLITCHES = 4;

  private static final Duration GLITCH = Duration.ofMinutes(1);

  public static ExchangeRetry of(ExchangeServer server) {
    return new ExchangeRetry(server.name(), server.transport());
  }

  @Override
  public Duration waitAfter(Failures failures) {
    TransportSettings.Retries retries = settings.retries();
    if (failures.connections() == 0) {
      return retries.messageRetryInterval();
    }
    if (failures.connections() <= GLITCHES) {
      return GLITCH;
    }
    return failures.connections() <= GLITCHES + retries.transientFailureRetryCount()
        ? retries.transientFailureRetryInterval()
        : retries.outboundConnectionFailureRetryInterval();
  }

  @Override
  public Duration lifetime() {
    return settings.messageExpirationTimeout();
  }

  @Override
  public String expiryText(String lastError) {
    return "550 4.4.7 QUEUE.Expired; message expired";
  }

  @Override
  public Optional<DelayNotice> delayNotice() {
    Duration after = settings.delayNotificationTimeout();
    return Optional.of(
        new DelayNotice(
            after,
            "4.4.7",
            "Message delayed",
            Reason.of(QueueRule.DELAY_NOTICE, "server", server, "after", text(after))));
  }

  @Override
  public Reason because(Failures failures) {
    TransportSettings.Retries retries = settings.retries();
    if (failures.connections() == 0) {
      return Reason.of(
          QueueRule.MESSAGE_RETRY,
          "server",
          server,
          "interval",
          text(retries.messageRetryInterval()),
          "lifetime",
          text(lifetime()));
    }
    return new Reason(
        QueueRule.RETRY,
        ImmutableMap.of(
            "server", server,
            "count", String.valueOf(retries.transientFailureRetryCount()),
            "transient", text(retries.transientFailureRetryInterval()),
            "steady", text(retries.outboundConnectionFailureRetryInterval()),
            "lifetime", text(lifetime())));
  }

  /** The same clock for the Unreachable queue, from which no connection is tried. */
  public RetrySchedule untilChange() {
    return new UnreachableQueue(this);
  }

  /** A duration in its largest whole unit. */
  static String text(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % 86_400 == 0 && seconds > 0) {
      return counted(seconds / 86_400, "day");
    }
    if (seconds % 3600 == 0 && seconds > 0) {
      return counted(seconds / 3600, "hour");
    }
    return seconds % 60 == 0 ? counted(seconds / 60, "minute") : counted(seconds, "second");
  }

  private static String counted(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
