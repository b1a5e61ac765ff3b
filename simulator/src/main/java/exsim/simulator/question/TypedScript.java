package exsim.simulator.question;

import com.google.common.collect.ImmutableList;
import exsim.simulator.delivery.Telnet;
import exsim.simulator.smtp.TlsClient;
import java.time.Instant;

/**
 * A session that somebody types, with the replies that must come.
 *
 * @param id its name
 * @param caller who types
 * @param host the host that is connected to, a name or an address
 * @param port its port
 * @param at when
 * @param tls what the client brings to a handshake
 * @param lines what is typed and what must come, in order
 */
public record TypedScript(
    String id,
    Telnet.Caller caller,
    String host,
    int port,
    Instant at,
    TlsClient tls,
    ImmutableList<Line> lines) {

  /** Whose line it is. */
  public enum Kind {
    /** Typed by the client. */
    TYPED("C"),
    /** The beginning of a line that the server says. */
    REPLY("S"),
    /** Nothing is typed for a time. */
    WAIT("W"),
    /** The beginning of what is reported of TLS or of the connection. */
    EVENT("T");

    private final String letter;

    Kind(String letter) {
      this.letter = letter;
    }

    /** How a script writes it. */
    public String letter() {
      return letter;
    }
  }

  /**
   * One line.
   *
   * @param kind whose it is
   * @param text the line
   */
  public record Line(Kind kind, String text) {}
}
