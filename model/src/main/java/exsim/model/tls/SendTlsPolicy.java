package exsim.model.tls;

import exsim.model.mail.DomainPattern;
import java.util.Optional;

/**
 * What a connector demands of TLS when it sends.
 *
 * <p>Exchange states this in several properties of which most combinations are refused; this type
 * has the combinations that exist.
 */
public sealed interface SendTlsPolicy {
  /** Never issues STARTTLS, even when it is offered. */
  record Ignore() implements SendTlsPolicy {}

  /** Uses STARTTLS when offered, and carries on without it. */
  record Opportunistic() implements SendTlsPolicy {}

  /**
   * Delivers over TLS or not at all.
   *
   * @param verification how far the peer must prove who it is
   */
  record Required(PeerVerification verification) implements SendTlsPolicy {}

  /** How far the receiving end must prove who it is. */
  sealed interface PeerVerification {
    /** Any certificate will do. */
    record EncryptionOnly() implements PeerVerification {}

    /** The chain must be in order. */
    record CertificateValidation() implements PeerVerification {}

    /**
     * Chain and name must be in order.
     *
     * @param tlsDomain the name expected; empty for the recipient's domain
     */
    record DomainValidation(Optional<DomainPattern> tlsDomain) implements PeerVerification {}
  }

  /** Whether mail goes over TLS or not at all. */
  default boolean requiresTls() {
    return this instanceof Required;
  }
}
