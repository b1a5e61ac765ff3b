package exsim.simulator.external;

import exsim.model.tls.Certificate;
import exsim.simulator.smtp.ClientVoice;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Proof;
import java.util.Optional;

/** The words of a mail system other than Exchange: those that Postfix made common. */
enum ExternalVoice implements ClientVoice {
  /** The one voice. */
  POSTFIX;

  @Override
  public String startTlsMissing(Demand demand) {
    return "4.7.4 TLS is required, but was not offered by the host";
  }

  @Override
  public String handshakeFailed(Demand demand, String failure) {
    return "4.7.5 Cannot start TLS: handshake failure (" + failure + ")";
  }

  @Override
  public String proofFailed(
      Demand demand, Proof proof, String demanded, Optional<Certificate> presented) {
    return switch (demand) {
      case MTA_STS, DOMAIN, CERTIFICATE, MUTUAL, DANE, FINGERPRINT ->
          proof == Proof.NAME_DIFFERS || proof == Proof.NO_MATCH
              ? "4.7.5 Server certificate not verified: " + proof.text()
              : "4.7.5 Server certificate not trusted: " + proof.text();
      case NEVER, WITHHELD, OPPORTUNISTIC, ENCRYPTION ->
          throw new IllegalStateException(demand + " asks for no proof");
    };
  }

  @Override
  public String connectionLost(String host) {
    return "4.4.2 lost connection with " + host + " while performing the EHLO handshake";
  }

  @Override
  public String noConnection(ConnectionFault fault, String host) {
    return switch (fault) {
      case TIMED_OUT -> "4.4.1 connect to " + host + ": Connection timed out";
      case REFUSED -> "4.4.1 connect to " + host + ": Connection refused";
    };
  }

  @Override
  public String queueError(String reply) {
    return reply;
  }
}
