package exsim.simulator.proof;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import exsim.model.net.PathEffect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** One thing that may go otherwise on a link between systems. */
public enum Hazard {
  /** The host cannot be reached. */
  DOWN("down", PathEffect.BLOCK, "{host} is down or cannot be reached from {system}"),
  /** An attacker hides STARTTLS. */
  STRIP_STARTTLS(
      "stripStartTls",
      PathEffect.STRIP_STARTTLS,
      "somebody between {system} and {host} hides" + " STARTTLS"),
  /** The host does not offer STARTTLS. */
  NO_STARTTLS("noStartTls", PathEffect.STRIP_STARTTLS, "{host} offers {system} no STARTTLS"),
  /** An attacker breaks handshakes. */
  BREAK_TLS("breakTls", PathEffect.BREAK_TLS, "handshakes of {system} with {host} fail"),
  /** An attacker has a trusted certificate of another name. */
  OTHER_CERTIFICATE(
      "otherCertificate",
      PathEffect.OTHER_CERTIFICATE,
      "{system} sees a trusted certificate of another name at {host}"),
  /** An attacker, or a careless administrator, has a certificate that nobody trusts. */
  UNTRUSTED_CERTIFICATE(
      "untrustedCertificate",
      PathEffect.UNTRUSTED_CERTIFICATE,
      "{system} sees a certificate of an untrusted issuer at {host}"),
  /** The host's certificate has expired. */
  EXPIRED_CERTIFICATE(
      "expiredCertificate",
      PathEffect.EXPIRED_CERTIFICATE,
      "{system} sees an expired certificate at {host}");

  private static final ImmutableSet<Hazard> CERTIFICATES =
      Sets.immutableEnumSet(OTHER_CERTIFICATE, UNTRUSTED_CERTIFICATE, EXPIRED_CERTIFICATE);

  private final String text;
  private final PathEffect effect;
  private final String sentence;

  Hazard(String text, PathEffect effect, String sentence) {
    this.text = text;
    this.effect = effect;
    this.sentence = sentence;
  }

  /** The word that scenario files and command lines use. */
  public String text() {
    return text;
  }

  /** What it does to a session. */
  public PathEffect effect() {
    return effect;
  }

  /** What happens, in words. */
  String on(String system, String host) {
    return sentence.replace("{system}", system).replace("{host}", host);
  }

  /**
   * The sets of hazards that one link can meet, nothing first, then the fewest first.
   *
   * <p>No set is left out that could come to something else: a host that is down is down whatever
   * else happens, without STARTTLS no certificate is seen, and a handshake that breaks shows none
   * either. Only certificates can be wrong in several ways at once.
   */
  static ImmutableList<ImmutableSet<Hazard>> alternatives(Set<Hazard> possible) {
    List<ImmutableSet<Hazard>> all = new ArrayList<>();
    all.add(ImmutableSet.of());
    boolean stripped = false;
    for (Hazard hazard : values()) {
      boolean again = hazard.effect == PathEffect.STRIP_STARTTLS && stripped;
      if (possible.contains(hazard) && !CERTIFICATES.contains(hazard) && !again) {
        all.add(ImmutableSet.of(hazard));
      }
      stripped |= hazard.effect == PathEffect.STRIP_STARTTLS && possible.contains(hazard);
    }
    for (Set<Hazard> wrong :
        Sets.powerSet(Sets.immutableEnumSet(Sets.intersection(CERTIFICATES, possible)))) {
      if (!wrong.isEmpty()) {
        all.add(Sets.immutableEnumSet(wrong));
      }
    }
    all.sort(Comparator.comparing(Set::size));
    return ImmutableList.copyOf(all);
  }
}
