package exsim.simulator.online;

import exsim.model.online.Tenant;
import exsim.simulator.route.RetrySchedule;
import exsim.simulator.rule.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The queue clock of Exchange Online.
 *
 * @param lifetime how long messages stay queued
 * @param general the text of an expiry for which there is no better one
 */
record OnlineRetry(Duration lifetime, String general) implements RetrySchedule {
  private static final String QUEUE_EXPIRED = "550 4.4.7 QUEUE.Expired; message expired";
  private static final String MESSAGE_EXPIRED = "550 5.4.300 Message expired";
  private static final String CANNOT_CONNECT = "450 4.4.317 Cannot connect to remote server";

  /** The codes that Exchange Online gives itself; what remote servers say has no twin. */
  private static final Pattern OWN_CODE =
      Pattern.compile("450 4\\.(4\\.31\\d|4\\.8|7\\.32\\d|7\\.5) .*", Pattern.DOTALL);

  private static final int NOON = 12;

  static OnlineRetry of(Tenant tenant, OnlineSettings settings, Instant now) {
    Duration usual = Duration.ofHours(now.isBefore(ServiceDates.EXPIRATION_SHORTENED) ? 48 : 24);
    return new OnlineRetry(
        tenant.settings().messageExpiration().orElse(usual),
        settings.outbound().newExpiry() ? MESSAGE_EXPIRED : QUEUE_EXPIRED);
  }

  @Override
  public Duration waitAfter(Failures failures) {
    return failures.attempts() <= 2 ? Duration.ofMinutes(15) : Duration.ofHours(1);
  }

  /** A temporary code turns into its permanent twin. */
  @Override
  public String expiryText(String lastError) {
    if (lastError.startsWith(CANNOT_CONNECT)) {
      return "550 5.4.317 Message expired, cannot connect to remote server("
          + lastError.substring(CANNOT_CONNECT.length()).strip()
          + ")";
    }
    return hasTwin(lastError) ? "550 5." + lastError.substring("450 4.".length()) : general;
  }

  private static boolean hasTwin(String lastError) {
    return OWN_CODE.matcher(lastError).matches();
  }

  @Override
  public Optional<Reason> expiryBecause(String lastError) {
    return Optional.of(
        hasTwin(lastError)
            ? Reason.of(OutboundRule.EXPIRED_TWIN)
            : Reason.of(OutboundRule.EXPIRED, "text", general));
  }

  @Override
  public Reason because(Failures failures) {
    return Reason.of(OutboundRule.RETRY, "hours", lifetime.toHours());
  }

  /** The last error as message trace shows it (EXO-TLS-40). */
  @Override
  public Optional<String> trace(LastAttempt last) {
    String address = last.address().map(Object::toString).orElse("");
    return Optional.of(
        "{[{LED="
            + last.error()
            + "};{MSG=};{FQDN="
            + last.host()
            + "};{IP="
            + address
            + "};{LRT="
            + time(last.at())
            + "}]} [LastAttemptedServerName="
            + last.host()
            + "] [LastAttemptedIP="
            + (address.isEmpty() ? "" : address + ":" + last.port())
            + "] [SmtpSecurity=-1;-1]");
  }

  /** As a shell of the United States prints it, in UTC. */
  private static String time(Instant at) {
    LocalDateTime utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    int hour = utc.getHour() % NOON;
    return utc.getMonthValue()
        + "/"
        + utc.getDayOfMonth()
        + "/"
        + utc.getYear()
        + " "
        + (hour == 0 ? NOON : hour)
        + (utc.getMinute() < 10 ? ":0" : ":")
        + utc.getMinute()
        + (utc.getSecond() < 10 ? ":0" : ":")
        + utc.getSecond()
        + (utc.getHour() < NOON ? " AM" : " PM");
  }
}
