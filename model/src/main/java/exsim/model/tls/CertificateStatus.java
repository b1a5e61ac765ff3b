package exsim.model.tls;

import com.google.common.base.Ascii;
import java.time.Instant;

/** What validating a certificate finds; names are judged apart. */
public enum CertificateStatus {
  /** Chain, dates and revocation are in order. */
  VALID("valid"),
  /** The chain does not end at a trusted root, or intermediates are missing. */
  UNTRUSTED("not trusted"),
  /** Signed with SHA-1, which is not accepted here. */
  WEAKLY_SIGNED("signed with SHA-1"),
  /** Past its last day. */
  EXPIRED("expired"),
  /** Before its first day. */
  NOT_YET_VALID("not yet valid"),
  /** Revoked by its issuer. */
  REVOKED("revoked"),
  /** Not known whether it was revoked, which is not accepted here. */
  REVOCATION_UNKNOWN("not known to be valid, because its revocation list is out of reach");

  private final String text;

  CertificateStatus(String text) {
    this.text = text;
  }

  /** The status in words. */
  public String text() {
    return text;
  }

  /**
   * Validates a certificate.
   *
   * @param certificate the peer's certificate
   * @param trusts the roots that count
   * @param now the instant of the handshake
   */
  public static CertificateStatus of(Certificate certificate, TrustStore trusts, Instant now) {
    if (!trusts.anchors(certificate.issuer()) || !certificate.state().chainComplete()) {
      return UNTRUSTED;
    }
    if (trusts.refusesSha1() && Ascii.equalsIgnoreCase(certificate.signature(), "SHA1")) {
      return WEAKLY_SIGNED;
    }
    switch (certificate.state().revocation()) {
      case REVOKED -> {
        return REVOKED;
      }
      case UNREACHABLE -> {
        if (trusts.needsRevocationList()) {
          return REVOCATION_UNKNOWN;
        }
      }
      case GOOD -> {}
    }
    return datesOf(certificate, now);
  }

  /** Judges the dates alone, for peers whose chain is not the question. */
  public static CertificateStatus datesOf(Certificate certificate, Instant now) {
    if (certificate.validity().notAfter().filter(now::isAfter).isPresent()) {
      return EXPIRED;
    }
    if (certificate.validity().notBefore().filter(now::isBefore).isPresent()) {
      return NOT_YET_VALID;
    }
    return VALID;
  }
}
