package exsim.simulator.online;

import exsim.simulator.route.Target;
import exsim.simulator.rule.Reason;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.Verification;
import java.util.Optional;

/**
 * What is wanted of one host.
 *
 * @param demand what is demanded of TLS
 * @param verification what the certificate is compared with
 * @param because why
 * @param barred why the host is not even connected to; empty when it is
 */
record Wanted(
    Demand demand, Verification verification, Reason because, Optional<Target.Barred> barred) {
  static Wanted of(Demand demand, Verification verification, Reason because) {
    return new Wanted(demand, verification, because, Optional.empty());
  }

  /** A demand that the host is known to fail before anybody connects. */
  static Wanted barred(Demand demand, Reason because, String cause, String reply) {
    return new Wanted(
        demand, Verification.NONE, because, Optional.of(new Target.Barred(cause, reply, because)));
  }
}
