package exsim.simulator.onprem;

import exsim.model.tls.Certificate;
import exsim.simulator.smtp.ClientVoice;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Proof;
import java.util.Optional;

/** The words in which an Exchange server's queue records what it found itself. */
enum ExchangeVoice implements ClientVoice {
  /** Exchange 2010 and 2013 (errata 2). */
  EARLY("451 5.7.3 Must issue a STARTTLS command first"),
  /** Exchange 2016 and later. */
  LATE("451 5.7.3 STARTTLS is required to send mail");

  /** A sender without a key for its certificate; sources differ in what its queue says. */
  static final String NO_CREDENTIALS = "NoCredentials";

  private static final String TIMED_OUT = "TimedOut";

  private final String startTlsMissing;

  ExchangeVoice(String startTlsMissing) {
    this.startTlsMissing = startTlsMissing;
  }

  @Override
  public String startTlsMissing(Demand demand) {
    return startTlsMissing;
  }

  @Override
  public String handshakeFailed(Demand demand, String failure) {
    if (failure.equals("NoCertificate")) {
      return "454 4.7.5 The certificate specified in TlsCertificateName of the SendConnector could"
          + " not be found.";
    }
    return "421 4.4.2 Connection dropped due to "
        + (failure.equals(TIMED_OUT) ? TIMED_OUT : "SocketError");
  }

  @Override
  public String proofFailed(
      Demand demand, Proof proof, String demanded, Optional<Certificate> presented) {
    if (demand == Demand.MUTUAL) {
      return "451 4.7.3 The admin has temporarily disallowed this secure domain.";
    }
    // only the reason for an untrusted root was ever seen; none is made up for the others
    return proof == Proof.UNTRUSTED
        ? "454 4.7.5 Certificate validation failure, reason:UntrustedRoot"
        : "454 4.7.5 Certificate validation failure";
  }

  @Override
  public String connectionLost(String host) {
    return "421 4.4.2 Connection dropped due to SocketError";
  }

  @Override
  public String noConnection(ConnectionFault fault, String host) {
    return switch (fault) {
      case TIMED_OUT -> "421 4.4.1 Connection timed out";
      case REFUSED -> "421 4.2.1 Unable to connect";
    };
  }

  @Override
  public String queueError(String reply) {
    return "451 4.4.0 Primary target IP address responded with: \""
        + reply
        + "\" Attempted failover to alternate host, but that did not succeed. Either there are no"
        + " alternate hosts, or delivery failed to all alternate hosts.";
  }
}
