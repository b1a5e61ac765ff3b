package exsim.simulator.smtp;

import exsim.model.net.PathEffect;
import exsim.model.tls.Certificate;
import exsim.model.tls.TlsVersion;
import exsim.simulator.tls.CipherSuites;
import java.util.Optional;

/** Finds out whether two ends can complete a handshake. */
final class Handshakes {
  private Handshakes() {}

  private static final String TIMED_OUT = "TimedOut";
  static final String NO_COMMON_VERSION = "no common protocol version";

  /**
   * What came of a handshake.
   *
   * @param failure why it failed; empty text when it did not
   * @param established the session; empty when it failed
   */
  record Result(String failure, Optional<Secured> established) {}

  static Result between(TlsClient client, ServerTls server, Path path) {
    if (path.has(PathEffect.BREAK_TLS)) {
      return fails("something on the way breaks it");
    }
    if (path.has(PathEffect.HANG_TLS)) {
      return fails(TIMED_OUT);
    }
    if (server.fault().isPresent()) {
      return fails(server.fault().get());
    }
    if (client.certificateFault().isPresent()) {
      return fails(client.certificateFault().get());
    }
    if (server.certificate().isEmpty()) {
      return fails("the server has no certificate");
    }
    Certificate certificate = server.certificate().get();
    if (!certificate.state().privateKey()) {
      return fails("the server's certificate has no private key");
    }
    Optional<TlsVersion> version = TlsVersion.highestCommon(client.versions(), server.versions());
    if (version.isEmpty()) {
      return fails(NO_COMMON_VERSION);
    }
    if (weak(certificate.signature()) && version.get().compareTo(TlsVersion.TLS_1_2) >= 0) {
      return fails(certificate.signature() + " in the server's chain");
    }
    return clientCertificate(client, server)
        .orElseGet(
            () ->
                new Result(
                    "",
                    Optional.of(
                        new Secured(
                            version.get(),
                            CipherSuites.usual(version.get(), certificate.keyType()),
                            false,
                            shown(client, server)))));
  }

  private static Optional<Result> clientCertificate(TlsClient client, ServerTls server) {
    return switch (server.clientCertificate()) {
      case IGNORED, REQUESTED, DROPPED_WHEN_INVALID -> Optional.empty();
      case REQUIRED ->
          client.certificate().isEmpty()
              ? Optional.of(fails("the server asks for a client certificate and gets none"))
              : Optional.empty();
    };
  }

  private static Optional<Certificate> shown(TlsClient client, ServerTls server) {
    return server.clientCertificate() == ServerTls.ClientCertificate.IGNORED
        ? Optional.empty()
        : client.certificate();
  }

  private static boolean weak(String signature) {
    return signature.equalsIgnoreCase("MD5") || signature.equalsIgnoreCase("MD2");
  }

  private static Result fails(String failure) {
    return new Result(failure, Optional.empty());
  }
}
