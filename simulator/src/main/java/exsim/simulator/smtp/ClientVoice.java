package exsim.simulator.smtp;

import exsim.model.tls.Certificate;
import exsim.simulator.rule.Reason;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Proof;
import java.util.Optional;

/** The words in which a kind of sender records what it finds itself. */
public interface ClientVoice {
  /** TLS is demanded and STARTTLS is not offered, or refused. */
  String startTlsMissing(Demand demand);

  /** The handshake failed. */
  String handshakeFailed(Demand demand, String failure);

  /** The certificate does not prove what is demanded. */
  String proofFailed(Demand demand, Proof proof, String demanded, Optional<Certificate> presented);

  /** The other end closed the connection inside TLS. */
  String connectionLost(String host);

  /** The replies end lines without a carriage return; empty where the client minds nothing. */
  default Optional<String> bareLineFeed() {
    return Optional.empty();
  }

  /** No connection came up. */
  String noConnection(ConnectionFault fault, String host);

  /** What the queue shows for a reply or for words of its own. */
  String queueError(String reply);

  /**
   * What the queue shows after an attempt.
   *
   * @param endpoint the address and port that was tried last
   */
  default Recorded recorded(String reply, String endpoint) {
    return new Recorded(queueError(reply), Optional.empty());
  }

  /**
   * What a queue shows.
   *
   * @param words the words
   * @param because why these, where no source settles it
   */
  record Recorded(String words, Optional<Reason> because) {}

  /** What the queue shows for a reply to this message in a session that was in order. */
  default String envelopeError(String reply) {
    return queueError(reply);
  }

  /** How a reply counts, where a setting of the sender overrules its code. */
  default Optional<Ruling> ruling(String reply) {
    return Optional.empty();
  }

  /**
   * How a refusal counts against its code.
   *
   * @param forGood whether nothing is left to try
   * @param because the rule
   */
  record Ruling(boolean forGood, Reason because) {}

  /** How a connection fails to come up. */
  enum ConnectionFault {
    /** Nobody answers. */
    TIMED_OUT("nobody answers", "connection-timeout"),
    /** The host answers, but nothing listens on the port. */
    REFUSED("nothing listens on the port", "connection-refused");

    private final String text;
    private final String cause;

    ConnectionFault(String text, String cause) {
      this.text = text;
      this.cause = cause;
    }

    /** The fault in words. */
    public String text() {
      return text;
    }

    /** The fault as reports name it. */
    public String cause() {
      return cause;
    }
  }
}
