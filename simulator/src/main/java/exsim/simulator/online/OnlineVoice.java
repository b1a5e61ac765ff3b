package exsim.simulator.online;

import exsim.model.tls.Certificate;
import exsim.simulator.smtp.ClientVoice;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Proof;
import java.util.Optional;

/** The words in which Exchange Online records what it found itself, as message trace shows them. */
enum OnlineVoice implements ClientVoice {
  /** Before 2018: certificate failures have a code of their own (errata 3). */
  EARLY,
  /** Today. */
  LATE;

  private static final String VALIDATION_FAILED = "450 4.7.320 Certificate validation failed";
  private static final String CANNOT_CONNECT = "450 4.4.317 Cannot connect to remote server ";

  @Override
  public String startTlsMissing(Demand demand) {
    return switch (demand) {
      case DANE ->
          "450 4.7.321 starttls-not-supported: Destination mail server must support TLS to receive"
              + " mail.";
      // of MTA-STS without STARTTLS no text of its own is known, so it is the general one
      case NEVER,
          WITHHELD,
          OPPORTUNISTIC,
          ENCRYPTION,
          CERTIFICATE,
          DOMAIN,
          FINGERPRINT,
          MTA_STS,
          MUTUAL ->
          "451 5.7.3 STARTTLS is required to send mail";
    };
  }

  @Override
  public String handshakeFailed(Demand demand, String failure) {
    return demand == Demand.DANE ? startTlsMissing(demand) : "451 4.4.0 Socket error SocketError";
  }

  @Override
  public String proofFailed(
      Demand demand, Proof proof, String demanded, Optional<Certificate> presented) {
    return switch (demand) {
      case DANE -> dane(proof);
      case MTA_STS ->
          "450 4.7.5 Remote certificate failed MTA-STS validation."
              + knownStatus(proof).map(status -> " Reason: " + status).orElse("");
      case NEVER, WITHHELD, OPPORTUNISTIC, ENCRYPTION, CERTIFICATE, DOMAIN, FINGERPRINT, MUTUAL ->
          validation(proof, demanded, presented);
    };
  }

  private static String dane(Proof proof) {
    return switch (proof) {
      case EXPIRED ->
          "450 4.7.322 certificate-expired: Destination mail server's certificate is expired.";
      case NAME_DIFFERS ->
          "450 4.7.325 certificate-host-mismatch: Remote certificate MUST have a common name or"
              + " subject alternative name matching the hostname (DANE)";
      case HOLDS, UNTRUSTED, NOT_YET_VALID, REVOKED, NO_MATCH, CLIENT_UNPROVED ->
          "450 4.7.323 tlsa-invalid: The domain failed DANE validation.";
    };
  }

  private String validation(Proof proof, String demanded, Optional<Certificate> presented) {
    if (this == EARLY) {
      return VALIDATION_FAILED + (proof == Proof.NAME_DIFFERS ? " [Message=SubjectMismatch]" : "");
    }
    return proof == Proof.NAME_DIFFERS
        ? "SubjectMismatch Expected Subject: "
            + demanded.replace("a trusted certificate for ", "")
            + ". Presented Subject: "
            + presented.map(Certificate::subject).orElse("")
        : knownStatus(proof).orElse(VALIDATION_FAILED);
  }

  /** The status words that were seen; none is made up for the other faults. */
  private static Optional<String> knownStatus(Proof proof) {
    return switch (proof) {
      case NAME_DIFFERS -> Optional.of("SubjectMismatch");
      case UNTRUSTED -> Optional.of("UntrustedRoot");
      case EXPIRED, NOT_YET_VALID, REVOKED, NO_MATCH, HOLDS, CLIENT_UNPROVED -> Optional.empty();
    };
  }

  @Override
  public String connectionLost(String host) {
    return "451 4.4.0 Socket error SocketError";
  }

  @Override
  public String noConnection(ConnectionFault fault, String host) {
    return switch (fault) {
      case TIMED_OUT -> "450 4.4.315 Connection timed out";
      case REFUSED -> "450 4.4.316 Connection refused [Message=Socket error code 10061]";
    };
  }

  @Override
  public String queueError(String reply) {
    return reply.startsWith("450 4.") ? reply : CANNOT_CONNECT + "[Message=" + reply + "]";
  }
}
