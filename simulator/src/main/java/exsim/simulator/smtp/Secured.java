package exsim.simulator.smtp;

import exsim.model.tls.Certificate;
import exsim.model.tls.TlsVersion;
import java.util.Optional;

/**
 * A TLS session that came up, as both ends see it.
 *
 * @param version its version
 * @param cipherSuite its IANA name
 * @param anonymous whether it came up by X-ANONYMOUSTLS
 * @param clientCertificate what the client presented
 */
public record Secured(
    TlsVersion version,
    String cipherSuite,
    boolean anonymous,
    Optional<Certificate> clientCertificate) {
  /** The same session by X-ANONYMOUSTLS. */
  Secured anonymously() {
    return new Secured(version, cipherSuite, true, Optional.empty());
  }
}
