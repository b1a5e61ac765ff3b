package exsim.simulator.online;

import exsim.model.tls.Certificate;
import exsim.simulator.smtp.ClientVoice;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Proof;
import java.time.Instant;
import java.util.Optional;

/** The words in which Exchange Online records what it found itself, as message trace shows them. */
enum OnlineVoice implements ClientVoice {
  /** Before 2018: certificate failures have a code of their own (errata 3). */
  EARLY(false),
  /** Today. */
  LATE(false),
  /** Today, and the errors of remote servers in the words of a failed proxy session. */
  LATE_BY_PROXY(true);

  private static final String VALIDATION_FAILED = "450 4.7.320 Certificate validation failed";
  private static final String CANNOT_CONNECT = "450 4.4.317 Cannot connect to remote server ";

  private final boolean byProxy;

  OnlineVoice(boolean byProxy) {
    this.byProxy = byProxy;
  }

  /** The words of a time. */
  static OnlineVoice at(Instant now, OnlineSettings settings) {
    if (now.isBefore(ServiceDates.CERTIFICATE_FAILURE_CODE)) {
      return EARLY;
    }
    return settings.outbound().proxyWording() ? LATE_BY_PROXY : LATE;
  }

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
      case HOLDS,
          UNTRUSTED,
          WEAKLY_SIGNED,
          NOT_YET_VALID,
          REVOKED,
          REVOCATION_UNKNOWN,
          NO_MATCH,
          CLIENT_UNPROVED ->
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
            + presented.map(c -> c.subject() + " Thumbprint:" + c.name()).orElse("")
        : knownStatus(proof).orElse(VALIDATION_FAILED);
  }

  /** The status words that were seen; none is made up for the other faults. */
  private static Optional<String> knownStatus(Proof proof) {
    return switch (proof) {
      case NAME_DIFFERS -> Optional.of("SubjectMismatch");
      case UNTRUSTED -> Optional.of("UntrustedRoot");
      case EXPIRED,
          NOT_YET_VALID,
          WEAKLY_SIGNED,
          REVOKED,
          REVOCATION_UNKNOWN,
          NO_MATCH,
          HOLDS,
          CLIENT_UNPROVED ->
          Optional.empty();
    };
  }

  @Override
  public String connectionLost(String host) {
    return "450 4.4.318 Connection was closed abruptly";
  }

  @Override
  public Optional<String> bareLineFeed() {
    return Optional.of(handshakeFailed(Demand.OPPORTUNISTIC, ""));
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
    if (reply.startsWith("450 4.")) {
      return reply;
    }
    return byProxy
        ? "450 4.7.0 Proxy session setup failed on Frontend with '451 4.4.0 Primary target IP"
            + " address responded with "
            + reply
            + "'"
        : CANNOT_CONNECT + "[Message=" + reply + "]";
  }

  @Override
  public String envelopeError(String reply) {
    return reply;
  }
}
