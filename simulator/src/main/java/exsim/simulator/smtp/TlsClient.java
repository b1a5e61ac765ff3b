package exsim.simulator.smtp;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.tls.Certificate;
import exsim.model.tls.TlsVersion;
import exsim.model.tls.TrustStore;
import exsim.simulator.rule.Reason;
import exsim.simulator.tls.Authentication;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Habit;
import exsim.simulator.tls.Verification;
import java.util.Optional;

/**
 * What a sending end wants of TLS and brings to a handshake.
 *
 * @param demand what its policy demands
 * @param verification what it compares the certificate with
 * @param further what must hold besides, in order
 * @param habit what it does when something fails
 * @param versions its protocol versions
 * @param versionsWhy why it has these versions, where no scenario states them
 * @param certificate the certificate it shows when asked
 * @param certificateFault why the certificate that it must show cannot be used
 * @param trusts the roots that it trusts
 */
public record TlsClient(
    Demand demand,
    Verification verification,
    ImmutableList<Requirement> further,
    Habit habit,
    ImmutableSet<TlsVersion> versions,
    Optional<Reason> versionsWhy,
    Optional<Certificate> certificate,
    Optional<String> certificateFault,
    TrustStore trusts) {

  /**
   * One thing that a sender demands.
   *
   * @param demand the demand
   * @param verification what the certificate is compared with
   */
  public record Requirement(Demand demand, Verification verification) {}

  /** All that it demands, in the order in which it is judged. */
  public ImmutableList<Requirement> requirements() {
    return ImmutableList.<Requirement>builder()
        .add(new Requirement(demand, verification))
        .addAll(further)
        .build();
  }

  /** What a server has proved that meets all demands: the first proof among them. */
  public Authentication authentication() {
    for (Requirement requirement : requirements()) {
      if (requirement.demand().authentication() != Authentication.NONE) {
        return requirement.demand().authentication();
      }
    }
    return Authentication.NONE;
  }

  /** The same client after TLS failed and is left out. */
  public TlsClient withheld() {
    return new TlsClient(
        Demand.WITHHELD,
        Verification.NONE,
        ImmutableList.of(),
        habit,
        versions,
        versionsWhy,
        certificate,
        certificateFault,
        trusts);
  }
}
