package exsim.simulator.delivery;

import com.google.common.collect.ImmutableList;
import exsim.model.net.IpAddress;
import exsim.model.tls.TlsVersion;
import exsim.simulator.route.AuthAs;
import exsim.simulator.route.NextHopSolutionKey;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Dialogue;
import exsim.simulator.tls.Authentication;
import exsim.simulator.tls.TlsMode;
import java.time.Instant;
import java.util.Optional;

/**
 * One SMTP connection attempt.
 *
 * @param attempt which attempt of the sending system it belongs to, from 1
 * @param at when
 * @param sent whether the receiving end took the message
 * @param from the sending end
 * @param to the receiving end, as far as known
 * @param tls what became of TLS
 * @param cause why it failed, in RFC 8460's result types where one fits; empty when sent
 * @param reply the reply that ended it
 * @param internal whether both ends belong to one organization
 * @param queue the Exchange queue that the message came from; empty elsewhere
 * @param why every reason that decided something, in that order
 * @param turnedDown the candidates that were not chosen
 * @param events what the ends wrote to their application logs
 * @param standing as whose the message counts behind it
 * @param contact what the ends learned of each other
 * @param dialogue the session's lines; empty when no connection came up
 */
public record Hop(
    int attempt,
    Instant at,
    boolean sent,
    From from,
    To to,
    Tls tls,
    Optional<String> cause,
    String reply,
    boolean internal,
    Optional<NextHopSolutionKey> queue,
    ImmutableList<Reason> why,
    ImmutableList<Elimination> turnedDown,
    ImmutableList<LoggedEvent> events,
    Standing standing,
    Contact contact,
    Dialogue dialogue) {

  /**
   * The sending end.
   *
   * @param system the organization, tenant, mail system or device
   * @param host the name it gives in EHLO
   * @param server the Exchange server; empty where the end is none
   * @param service the transport service of that server; empty where the end is none
   * @param connector the connector that it sends by
   */
  public record From(
      String system,
      String host,
      Optional<String> server,
      Optional<String> service,
      Optional<String> connector) {}

  /**
   * The receiving end.
   *
   * @param system the organization, tenant, mail system or device; empty where nobody is there
   * @param host the name that was looked up
   * @param address the address connected to
   * @param port the port connected to
   * @param server the Exchange server; empty where the end is none
   * @param service the transport service of that server; empty where the end is none
   * @param connector the connector that received
   */
  public record To(
      Optional<String> system,
      String host,
      Optional<IpAddress> address,
      int port,
      Optional<String> server,
      Optional<String> service,
      Optional<String> connector) {}

  /**
   * What became of TLS.
   *
   * @param offered whether the client saw STARTTLS; empty when it never got so far
   * @param established what came up; empty for none
   * @param mode what was demanded
   * @param authentication what the server had to prove, and proved
   * @param survivesStripping whether an attacker who hides STARTTLS gets nothing
   */
  public record Tls(
      Optional<Boolean> offered,
      Optional<Established> established,
      TlsMode mode,
      Authentication authentication,
      boolean survivesStripping) {}

  /**
   * As whose a message counts behind a hop.
   *
   * @param authAs how the server treats it; empty where it is none of Exchange or did not take it
   * @param crossPremises whether headers went from one half of a hybrid to the other
   */
  public record Standing(Optional<AuthAs> authAs, boolean crossPremises) {
    static final Standing NONE = new Standing(Optional.empty(), false);
  }

  /**
   * A TLS session that came up.
   *
   * @param version its version
   * @param cipherSuite its IANA name
   */
  public record Established(TlsVersion version, String cipherSuite) {}

  /** The same hop after its server could not pass the message on and said so. */
  Hop notPassedOn(String words, Optional<String> because, ImmutableList<Reason> reasons) {
    return new Hop(
        attempt,
        at,
        false,
        from,
        to,
        tls,
        because,
        words,
        internal,
        queue,
        ImmutableList.<Reason>builder().addAll(why).addAll(reasons).build(),
        turnedDown,
        events,
        Standing.NONE,
        contact,
        dialogue);
  }

  /** The same hop with one more reason. */
  Hop because(Reason reason) {
    return new Hop(
        attempt,
        at,
        sent,
        from,
        to,
        tls,
        cause,
        reply,
        internal,
        queue,
        ImmutableList.<Reason>builder().addAll(why).add(reason).build(),
        turnedDown,
        events,
        standing,
        contact,
        dialogue);
  }

  /** How well the hop was protected. */
  public Protection protection() {
    if (tls.established().isEmpty()) {
      return Protection.PLAINTEXT;
    }
    return tls.authentication() == Authentication.NONE
        ? Protection.ENCRYPTED
        : Protection.AUTHENTICATED;
  }
}
