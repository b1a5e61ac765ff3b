package exsim.simulator.tls;

import exsim.model.dns.DnsRecord.Tlsa;
import exsim.model.tls.Certificate;
import exsim.model.tls.CertificateStatus;
import exsim.model.tls.TrustStore;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Proof;
import java.time.Instant;

/** Finds out whether a certificate proves what a demand asks for. */
public final class ProofCheck {
  private ProofCheck() {}

  /**
   * Judges a certificate; the name before the chain, as Exchange Online does.
   *
   * @param trusts the roots that count
   * @param now the instant of the handshake
   */
  public static Proof of(
      Demand demand,
      Verification verification,
      Certificate certificate,
      TrustStore trusts,
      Instant now) {
    return switch (demand) {
      case NEVER, WITHHELD, OPPORTUNISTIC, ENCRYPTION -> Proof.HOLDS;
      case CERTIFICATE -> ofStatus(CertificateStatus.of(certificate, trusts, now));
      case DOMAIN, MTA_STS, MUTUAL ->
          verification.namedBy(certificate)
              ? ofStatus(CertificateStatus.of(certificate, trusts, now))
              : Proof.NAME_DIFFERS;
      case FINGERPRINT ->
          verification.fingerprints().contains(certificate) ? Proof.HOLDS : Proof.NO_MATCH;
      case DANE -> ofTlsa(verification, certificate, now);
    };
  }

  /** Whether a demand is met by a chain whose revocation lists are asked. */
  public static boolean asksRevocationList(Demand demand) {
    return switch (demand) {
      case CERTIFICATE, DOMAIN, MTA_STS, MUTUAL -> true;
      case NEVER, WITHHELD, OPPORTUNISTIC, ENCRYPTION, FINGERPRINT, DANE -> false;
    };
  }

  private static Proof ofTlsa(Verification verification, Certificate certificate, Instant now) {
    Proof best = Proof.NO_MATCH;
    for (Tlsa record : verification.tlsa()) {
      Proof proof = ofTlsa(verification, record, certificate, now);
      if (proof == Proof.HOLDS) {
        return proof;
      }
      best = best == Proof.NO_MATCH ? proof : best;
    }
    return best;
  }

  private static Proof ofTlsa(
      Verification verification, Tlsa record, Certificate presented, Instant now) {
    if (record.certificate().isEmpty()) {
      return Proof.NO_MATCH;
    }
    Certificate named = record.certificate().get();
    if (record.usage() == 3) {
      if (!named.name().equals(presented.name())) {
        return Proof.NO_MATCH;
      }
      return verification.daneChecksDates()
          ? ofDatesAndName(verification, presented, now)
          : Proof.HOLDS; // RFC 7672 3.1.1: neither dates nor names count for DANE-EE
    }
    boolean sameIssuer =
        named.issuer().equals(presented.issuer()) && presented.state().chainComplete();
    return sameIssuer ? ofDatesAndName(verification, presented, now) : Proof.NO_MATCH;
  }

  private static Proof ofDatesAndName(
      Verification verification, Certificate certificate, Instant now) {
    return verification.namedBy(certificate)
        ? ofStatus(CertificateStatus.datesOf(certificate, now))
        : Proof.NAME_DIFFERS;
  }

  private static Proof ofStatus(CertificateStatus status) {
    return switch (status) {
      case VALID -> Proof.HOLDS;
      case UNTRUSTED -> Proof.UNTRUSTED;
      case WEAKLY_SIGNED -> Proof.WEAKLY_SIGNED;
      case EXPIRED -> Proof.EXPIRED;
      case NOT_YET_VALID -> Proof.NOT_YET_VALID;
      case REVOKED -> Proof.REVOKED;
      case REVOCATION_UNKNOWN -> Proof.REVOCATION_UNKNOWN;
    };
  }
}
