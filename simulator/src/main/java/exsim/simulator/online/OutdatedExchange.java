package exsim.simulator.online;

import com.google.common.base.Ascii;
import exsim.model.onprem.ExchangeVersion;
import exsim.simulator.smtp.Reply;
import java.time.Instant;
import java.util.Optional;

/** What becomes of connections of Exchange servers out of support. */
public enum OutdatedExchange {
  /** They are taken like others. */
  TAKEN(Optional.empty()),
  /** They are put off. */
  THROTTLED(
      Optional.of(
          Reply.of(
              "450 4.7.230 Connecting Exchange server version is out-of-date; connection to"
                  + " Exchange Online throttled for n mins/hr."))),
  /** They are refused. */
  BLOCKED(
      Optional.of(
          Reply.of(
              "550 5.7.230 Connecting Exchange server version is out-of-date; connection to"
                  + " Exchange Online blocked for n mins/hr.")));

  private final Optional<Reply> reply;

  OutdatedExchange(Optional<Reply> reply) {
    this.reply = reply;
  }

  /** The one of a name. */
  static OutdatedExchange of(String name) {
    return valueOf(Ascii.toUpperCase(name));
  }

  /** The reply to a version of Exchange; empty when it is taken. */
  Optional<Reply> reply(ExchangeVersion version, Instant now) {
    return reply.filter(r -> !now.isBefore(ServiceDates.endOfSupport(version)));
  }
}
