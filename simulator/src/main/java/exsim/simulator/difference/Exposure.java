package exsim.simulator.difference;

import exsim.simulator.delivery.Hop;
import exsim.simulator.tls.Authentication;
import java.util.List;

/** Who can read a message on its way, the fewest first. */
public enum Exposure {
  /** Nobody between the ends: a proved peer, and no session without it. */
  NOBODY("nobody"),
  /** Who answers in the place of the peer, with any certificate. */
  ANOTHER_CERTIFICATE("whoever presents another certificate"),
  /** Who takes STARTTLS out of a reply. */
  STRIPPED_STARTTLS("whoever hides STARTTLS"),
  /** Everybody who listens. */
  PLAINTEXT("whoever listens");

  private final String text;

  Exposure(String text) {
    this.text = text;
  }

  /** Who it is, in words. */
  public String text() {
    return text;
  }

  /** Who can read what a hop carried; nobody where it carried nothing. */
  public static Exposure of(Hop hop) {
    if (!hop.sent()) {
      return NOBODY;
    }
    if (hop.tls().established().isEmpty()) {
      return PLAINTEXT;
    }
    if (!hop.tls().survivesStripping()) {
      return STRIPPED_STARTTLS;
    }
    return hop.tls().authentication() == Authentication.NONE ? ANOTHER_CERTIFICATE : NOBODY;
  }

  /** Who can read it on one hop at least. */
  static Exposure of(List<Hop> hops) {
    Exposure worst = NOBODY;
    for (Hop hop : hops) {
      Exposure exposure = of(hop);
      worst = exposure.compareTo(worst) > 0 ? exposure : worst;
    }
    return worst;
  }
}
