package exsim.simulator.smtp;

import com.google.common.collect.ImmutableSet;
import exsim.model.tls.Certificate;
import exsim.model.tls.TlsVersion;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Habit;
import exsim.simulator.tls.Verification;
import java.util.Optional;

/**
 * What a sending end wants of TLS and brings to a handshake.
 *
 * @param demand what its policy demands
 * @param verification what it compares the certificate with
 * @param habit what it does when something fails
 * @param versions its protocol versions
 * @param certificate the certificate it shows when asked
 * @param certificateFault why the certificate that it must show cannot be used
 * @param trusts issuers trusted besides {@code public}
 */
public record TlsClient(
    Demand demand,
    Verification verification,
    Habit habit,
    ImmutableSet<TlsVersion> versions,
    Optional<Certificate> certificate,
    Optional<String> certificateFault,
    ImmutableSet<String> trusts) {

  /** The same client after TLS failed and is left out. */
  public TlsClient withheld() {
    return new TlsClient(
        Demand.WITHHELD, Verification.NONE, habit, versions, certificate, certificateFault, trusts);
  }
}
