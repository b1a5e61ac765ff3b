package exsim.simulator.tls;

/**
 * The facts that settle one connection's TLS, each from a small closed set.
 *
 * @param demand what the client's policy demands
 * @param offer what the client saw in the EHLO reply
 * @param answer what STARTTLS would be answered with
 * @param handshake whether the two ends can complete a handshake
 * @param proof whether the server proves what the demand asks for
 * @param habit what the client does when something fails
 */
public record TlsFacts(
    Demand demand, Offer offer, Answer answer, Handshake handshake, Proof proof, Habit habit) {

  /** What the client's policy demands, the weakest first. */
  public enum Demand {
    /** Never TLS. */
    NEVER,
    /** TLS would be used, and is left out because it failed before. */
    WITHHELD,
    /** TLS where it is offered. */
    OPPORTUNISTIC,
    /** TLS, whoever the peer is. */
    ENCRYPTION,
    /** TLS with a trusted chain. */
    CERTIFICATE,
    /** TLS with a trusted chain and a stated name. */
    DOMAIN,
    /** TLS with one of the stated certificates. */
    FINGERPRINT,
    /** TLS with a certificate that TLSA records name. */
    DANE,
    /** TLS with a trusted chain for an MX host that an enforced MTA-STS policy names. */
    MTA_STS,
    /** TLS in which both ends prove themselves (Domain Security). */
    MUTUAL;

    /** Whether nothing is sent without TLS. */
    public boolean forces() {
      return compareTo(ENCRYPTION) >= 0;
    }

    /** What a session that meets the demand has proved. */
    public Authentication authentication() {
      return switch (this) {
        case CERTIFICATE -> Authentication.CERTIFICATE;
        case DOMAIN -> Authentication.DOMAIN;
        case FINGERPRINT -> Authentication.FINGERPRINT;
        case DANE -> Authentication.DANE;
        case MTA_STS -> Authentication.MTA_STS;
        case MUTUAL -> Authentication.MUTUAL;
        case NEVER, WITHHELD, OPPORTUNISTIC, ENCRYPTION -> Authentication.NONE;
      };
    }
  }

  /** What the client saw in the EHLO reply. */
  public enum Offer {
    /** No EHLO reply: only HELO was spoken. */
    HELO_ONLY,
    /** An EHLO reply without STARTTLS. */
    NOT_OFFERED,
    /** STARTTLS. */
    OFFERED
  }

  /** What STARTTLS is answered with. */
  public enum Answer {
    /** 220. */
    READY,
    /** 4yz. */
    REFUSED_FOR_NOW,
    /** 5yz. */
    REFUSED_FOR_GOOD
  }

  /** Whether a handshake completes. */
  public enum Handshake {
    /** It does. */
    COMPLETES,
    /** It does not. */
    FAILS
  }

  /** Whether the server proves what the demand asks for; the first fault counts. */
  public enum Proof {
    /** It does, or nothing is asked for. */
    HOLDS("", ""),
    /** The certificate carries another name. */
    NAME_DIFFERS("certificate-host-mismatch", "the certificate carries another name"),
    /** The chain does not end at a trusted root. */
    UNTRUSTED("certificate-not-trusted", "the certificate's chain is not trusted"),
    /** The certificate is signed with SHA-1, which the client does not accept. */
    WEAKLY_SIGNED("certificate-not-trusted", "the certificate is signed with SHA-1"),
    /** The certificate is past its last day. */
    EXPIRED("certificate-expired", "the certificate has expired"),
    /** The certificate is before its first day. */
    NOT_YET_VALID("certificate-not-trusted", "the certificate is not valid yet"),
    /** The certificate was revoked. */
    REVOKED("certificate-not-trusted", "the certificate was revoked"),
    /** Nobody knows whether the certificate was revoked, which the client does not accept. */
    REVOCATION_UNKNOWN(
        "certificate-not-trusted", "the certificate's revocation list is out of reach"),
    /** No TLSA record or stated fingerprint matches. */
    NO_MATCH("validation-failure", "the certificate is none of those stated"),
    /** The client proves nothing of itself, which mutual TLS needs. */
    CLIENT_UNPROVED(
        "validation-failure", "the client's own certificate is not asked for or does not validate");

    private final String cause;
    private final String text;

    Proof(String cause, String text) {
      this.cause = cause;
      this.text = text;
    }

    /** The result type of RFC 8460. */
    public String cause() {
      return cause;
    }

    /** The fault in words. */
    public String text() {
      return text;
    }
  }

  /** What a client does when STARTTLS is refused or a handshake fails. */
  public enum Habit {
    /** Exchange: clear after a refused STARTTLS, queue after a failed handshake. */
    EXCHANGE,
    /** Exchange under the assumption that a refused STARTTLS defers too. */
    EXCHANGE_STRICT,
    /** Exchange under the assumption that it goes on in clear after a failed handshake. */
    EXCHANGE_LENIENT,
    /** Exchange under both assumptions. */
    EXCHANGE_STRICT_LENIENT,
    /** Connects again at once and sends in clear. */
    SAME_ATTEMPT,
    /** Fails the attempt and leaves TLS out of the next one. */
    NEXT_ATTEMPT,
    /** Keeps failing. */
    NEVER,
    /** Gives up: a device without a queue. */
    DEVICE
  }
}
