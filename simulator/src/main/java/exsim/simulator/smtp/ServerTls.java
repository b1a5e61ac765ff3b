package exsim.simulator.smtp;

import com.google.common.collect.ImmutableSet;
import exsim.model.tls.Certificate;
import exsim.model.tls.CertificateStatus;
import exsim.model.tls.TlsVersion;
import exsim.model.tls.TrustStore;
import exsim.simulator.rule.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * What a listening end brings to a handshake.
 *
 * @param startTls what it does about STARTTLS
 * @param versions its protocol versions
 * @param certificate the certificate it presents; empty where it has none
 * @param fault what breaks every handshake; empty for nothing
 * @param clientCertificate whether it asks for the client's
 * @param why why STARTTLS is offered or not, and which certificate is presented
 */
public record ServerTls(
    StartTls startTls,
    ImmutableSet<TlsVersion> versions,
    Optional<Certificate> certificate,
    Optional<String> fault,
    ClientCertificate clientCertificate,
    Reason why) {

  /** The same face with another certificate. */
  ServerTls presenting(Optional<Certificate> other) {
    return new ServerTls(startTls, versions, other, fault, clientCertificate, why);
  }

  /** What is wrong with the certificate that a client showed, where the server closes for it. */
  public Optional<CertificateStatus> minds(Session session, Instant at) {
    return clientCertificate == ClientCertificate.DROPPED_WHEN_INVALID
        ? session
            .secured()
            .flatMap(Secured::clientCertificate)
            .map(c -> CertificateStatus.of(c, TrustStore.PUBLIC, at))
            .filter(status -> status != CertificateStatus.VALID)
        : Optional.empty();
  }

  /** What a server does about STARTTLS. */
  public enum StartTls {
    /** Lists it and does it. */
    OFFERED,
    /** Does not list it. */
    ABSENT,
    /** Lists it and answers 454. */
    UNAVAILABLE,
    /** Lists it and answers 502. */
    UNKNOWN_COMMAND
  }

  /** Whether a server asks for the client's certificate. */
  public enum ClientCertificate {
    /** It does not ask. */
    IGNORED,
    /** It asks, and goes on without one. */
    REQUESTED,
    /** The handshake fails without one. */
    REQUIRED,
    /** It asks, and closes sessions after EHLO whose certificate does not validate. */
    DROPPED_WHEN_INVALID
  }
}
