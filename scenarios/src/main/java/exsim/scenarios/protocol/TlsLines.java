package exsim.scenarios.protocol;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import exsim.model.tls.Certificate;
import exsim.scenarios.text.LogFile;
import exsim.simulator.smtp.Secured;
import java.time.Instant;
import java.util.Optional;

/** What a protocol log says of certificates and handshakes. */
final class TlsLines {
  private static final String ALL_VALUES =
      "Sending certificate Subject Issuer name Serial number Thumbprint Not before Not after"
          + " Subject alternate names";
  private static final String NO_CREDENTIALS = "NoCredentials";
  private static final String NO_CERTIFICATE = "NoCertificate";

  private TlsLines() {}

  /** The two words for the ends of a handshake. */
  enum End {
    /** The end that connected. */
    CLIENT,
    /** The end that was connected to. */
    SERVER
  }

  /** The certificate that this end presents. Scenarios have no serial numbers. */
  static ImmutableList<LogEvent> sending(Certificate certificate, LogStyle style) {
    String names = Joiner.on(';').join(certificate.names());
    if (!style.compact()) {
      return ImmutableList.of(
          LogEvent.information("", "Sending certificate"),
          LogEvent.information(certificate.subject(), "Certificate subject"),
          LogEvent.information(certificate.issuer().subject(), "Certificate issuer name"),
          LogEvent.information(certificate.name(), "Certificate thumbprint"),
          LogEvent.information(names, "Certificate alternate names"));
    }
    String values =
        Joiner.on(' ')
            .join(
                "",
                certificate.subject(),
                certificate.issuer().subject(),
                "",
                certificate.name(),
                instant(certificate.validity().notBefore()),
                instant(certificate.validity().notAfter()),
                names);
    return ImmutableList.of(LogEvent.information(values, ALL_VALUES));
  }

  private static String instant(Optional<Instant> at) {
    return at.map(LogFile::instant).orElse("");
  }

  /** The certificate that the other end presented. */
  static ImmutableList<LogEvent> received(Certificate certificate) {
    return ImmutableList.of(
        LogEvent.information("", "Received certificate"),
        LogEvent.information(certificate.name(), "Certificate thumbprint"));
  }

  /** A handshake that came to a session. */
  static LogEvent succeeded(Secured tls, End end) {
    return LogEvent.information(
        "",
        "TLS protocol SP_PROT_"
            + tls.version().exchangeText()
            + "_"
            + end
            + " negotiation succeeded using "
            + algorithms(tls.cipherSuite()));
  }

  /** The algorithms as Schannel names them: those of the suites that Exchange was seen to log. */
  private static String algorithms(String suite) {
    String bulk = "bulk encryption algorithm CALG_AES_256 with strength 256 bits";
    if (suite.endsWith("AES_256_GCM_SHA384")) {
      return bulk
          + ", MAC hash algorithm CALG_SHA_384 with strength 0 bits and key exchange algorithm"
          + " CALG_ECDH_EPHEM with strength 256 bits";
    }
    return suite.endsWith("AES_256_CBC_SHA")
        ? bulk
            + ", MAC hash algorithm CALG_SHA1 with strength 160 bits and key exchange algorithm"
            + " CALG_ECDHE with strength 256 bits"
        : suite;
  }

  /** A handshake that failed; empty where no log of such a failure was seen. */
  static Optional<LogEvent> failed(String failure, End end) {
    if (end == End.CLIENT && failure.equals(NO_CERTIFICATE)) {
      return Optional.empty();
    }
    boolean own = end == End.CLIENT && failure.equals(NO_CREDENTIALS);
    return Optional.of(
        LogEvent.information(
            "", "TLS negotiation failed with error " + (own ? NO_CREDENTIALS : "SocketError")));
  }

  /** Whether it was the client that could not go on. */
  static boolean isOfClient(String failure) {
    return failure.equals(NO_CREDENTIALS) || failure.equals(NO_CERTIFICATE);
  }
}
