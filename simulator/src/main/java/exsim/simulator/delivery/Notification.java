package exsim.simulator.delivery;

import com.google.common.base.Splitter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a system tells the sender of a message that it holds: a delivery status notification.
 *
 * @param at when
 * @param kind what it says
 * @param code the enhanced status code; empty where the reply has none
 * @param text the words
 * @param by the server, or the system where it has no servers of a name
 * @param requireTls whether it carries REQUIRETLS, and quotes the message's header alone
 */
public record Notification(
    Instant at, Kind kind, Optional<String> code, String text, String by, boolean requireTls) {
  /** What a notification says. */
  public enum Kind {
    /** The message still waits. */
    DELAYED("delayed"),
    /** The message is given up: a non-delivery report. */
    FAILED("failed");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** The word that reports use. */
    public String text() {
      return text;
    }
  }

  /** The report that a message is returned. */
  static Notification failed(Instant at, String reply, String by) {
    return new Notification(at, Kind.FAILED, enhancedCode(reply), reply, by, false);
  }

  /** The same, with REQUIRETLS or without. */
  Notification requiringTls(boolean stated) {
    return new Notification(at, kind, code, text, by, stated);
  }

  private static Optional<String> enhancedCode(String reply) {
    List<String> parts = Splitter.on(' ').limit(3).splitToList(reply);
    return parts.size() > 1 && parts.get(1).matches("[245]\\.\\d{1,3}\\.\\d{1,3}")
        ? Optional.of(parts.get(1))
        : Optional.empty();
  }
}
