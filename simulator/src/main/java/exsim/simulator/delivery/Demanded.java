package exsim.simulator.delivery;

import exsim.simulator.smtp.ClientEnd;
import exsim.simulator.smtp.Opening;
import exsim.simulator.smtp.TlsClient;
import exsim.simulator.tls.Authentication;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsMode;

/** What the two ends of a hop demanded of TLS, and what of it they got. */
final class Demanded {
  private Demanded() {}

  /**
   * What was demanded.
   *
   * @param demanded whether one end at least demands TLS
   * @param kept whether a link between servers came up as it is meant to
   */
  static TlsMode mode(ClientEnd client, boolean demanded, boolean kept) {
    if (client.manner().withinOrganization() && !kept) {
      return TlsMode.OFF; // a link between servers that is meant to do without TLS
    }
    if (demanded || client.manner().withinOrganization()) {
      return TlsMode.FORCED;
    }
    return client.tls().demand() == Demand.NEVER || !client.manner().extended()
        ? TlsMode.OFF
        : TlsMode.OPPORTUNISTIC;
  }

  /** REQUIRETLS demands a certificate where the client's own policy demands none. */
  static Authentication got(TlsClient tls, boolean strict) {
    return strict && tls.authentication() == Authentication.NONE
        ? Authentication.DOMAIN
        : tls.authentication();
  }

  /** What the server had proved when the client stayed in the session. */
  static Authentication proved(TlsClient tls, Opening opening) {
    return opening.failure().isEmpty() && opening.secured().isPresent()
        ? tls.authentication()
        : Authentication.NONE;
  }
}
