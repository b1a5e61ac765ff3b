package exsim.simulator.smtp;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.model.tls.Certificate;
import exsim.simulator.rule.Reason;
import java.util.Optional;

/**
 * The end that a client talks to, played in memory or reached over a wire. What a client decides
 * rests on what it hears from here.
 */
public interface FarEnd {
  /** Who listens there; gives reasons, not answers. */
  Listener listener();

  /** What stands in between; gives reasons, not answers. */
  Path path();

  /** The first words. */
  Reply banner();

  /**
   * Says something.
   *
   * @throws LineLost if the other end closes the connection instead of an answer
   */
  Heard say(Command command);

  /**
   * Shakes hands after a positive answer to STARTTLS or X-ANONYMOUSTLS.
   *
   * @param server the face that the listener shows; gives reasons
   */
  Handshaken shakeHands(TlsClient client, ServerTls server);

  /** The client goes on inside TLS. */
  void enter(Secured tls);

  /** Whether the other end closes the connection after a greeting that it answered. */
  boolean closesAfterHello();

  /** Whether replies came without carriage returns. */
  boolean bareLineFeeds();

  /** The other end's side, as far as its replies tell. */
  Session session();

  /** What it found out about a recipient, beside its answer. */
  default ImmutableList<Reason> envelopeReasons(EmailAddress recipient) {
    return ImmutableList.of();
  }

  /** Others whom the same transaction names before its recipient. */
  void alongside(ImmutableList<EmailAddress> before);

  /** Messages of the client that came before within the minute, as the scenario has them. */
  default void after(int messages) {}

  /** The client leaves. */
  default void close() {}

  /**
   * What came of something that was said.
   *
   * @param reply the reply as it reached the client
   * @param said the reply as it was sent
   * @param heard the command as it reached the other end
   * @param because why, where that can be known
   * @param startsTls whether a handshake follows
   */
  record Heard(
      Reply reply, Reply said, Command heard, Optional<Reason> because, boolean startsTls) {}

  /**
   * What came of a handshake.
   *
   * @param established the session; empty when it failed
   * @param presented the certificate that the other end presents; after a failure, that it has
   * @param failure why it failed; empty text when it did not
   */
  record Handshaken(
      Optional<Secured> established, Optional<Certificate> presented, String failure) {
    /** A handshake that nobody asked for. */
    static Handshaken notAskedFor(ServerTls server) {
      return new Handshaken(Optional.empty(), server.certificate(), "");
    }
  }

  /** The connection broke. */
  final class LineLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A connection that broke where an answer was due. */
    public LineLost() {
      super("the connection is lost", null, false, false);
    }
  }
}
