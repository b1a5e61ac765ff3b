package exsim.model.onprem;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainPattern;
import exsim.model.tls.Certificate;

/**
 * What a peer with a certain certificate may do.
 *
 * @param peer whose certificate
 * @param capabilities such as {@code AcceptCloudServicesMail}
 */
public record TlsDomainCapability(Peer peer, ImmutableList<String> capabilities) {
  /** Whose certificate is meant. */
  public sealed interface Peer {
    /** Whether a certificate is the peer's. */
    boolean shows(Certificate certificate);

    /**
     * Whoever proves a domain.
     *
     * @param domain the domain
     */
    record OfDomain(DomainPattern domain) implements Peer {
      @Override
      public boolean shows(Certificate certificate) {
        return certificate.proves(domain.domain());
      }

      @Override
      public String toString() {
        return domain.toString();
      }
    }

    /**
     * Whoever shows this very certificate, as the hybrid wizard wrote it before Exchange 2013 CU9.
     *
     * @param name its issuer and subject
     */
    record Exactly(TlsCertificateName name) implements Peer {
      @Override
      public boolean shows(Certificate certificate) {
        return name.names(certificate);
      }

      @Override
      public String toString() {
        return name.toString();
      }
    }
  }
}
