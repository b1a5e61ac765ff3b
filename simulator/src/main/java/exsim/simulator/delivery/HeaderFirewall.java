package exsim.simulator.delivery;

import exsim.simulator.route.Acceptance;
import exsim.simulator.route.AuthAs;
import exsim.simulator.route.HeaderRule;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ClientEnd.OrganizationHeaders;
import java.util.Optional;

/** Decides as whose a message counts behind a hop. */
final class HeaderFirewall {
  private HeaderFirewall() {}

  /**
   * As whose a message counts, and why.
   *
   * @param because empty where nothing was decided
   */
  record Decided(Hop.Standing standing, Optional<Reason> because) {
    static final Decided NOTHING = new Decided(Hop.Standing.NONE, Optional.empty());
  }

  /**
   * How a message counts once it is taken.
   *
   * @param sent what the sender does with the headers
   * @param before how the sender treats it; empty where the sender is none of Exchange
   * @param taken as whom the server takes the sender
   * @param server the server, for reports
   */
  static Decided behind(
      OrganizationHeaders sent, Optional<AuthAs> before, Acceptance taken, String server) {
    boolean crossing = sent == OrganizationHeaders.CROSS_PREMISES && before.isPresent();
    AuthAs theirs = before.orElse(AuthAs.ANONYMOUS);
    String by = taken.by().isEmpty() ? server : taken.by();
    return switch (taken.as()) {
      case NO_EXCHANGE -> crossing ? lost(by) : Decided.NOTHING;
      case SERVER -> decided(theirs, false, HeaderRule.KEPT, by);
      case EXTERNALLY_SECURED -> decided(AuthAs.INTERNAL, false, HeaderRule.EXTERNALLY_SECURED, by);
      case USER -> decided(AuthAs.INTERNAL, false, HeaderRule.AUTHENTICATED, by);
      case PARTNER -> decided(AuthAs.PARTNER, false, HeaderRule.PARTNER, by);
      case OTHER_PREMISES ->
          crossing
              ? decided(theirs, true, HeaderRule.PROMOTED, by)
              : decided(AuthAs.ANONYMOUS, false, HeaderRule.NONE_SENT, by);
      case TREATED_AS_INTERNAL ->
          decided(AuthAs.INTERNAL, false, HeaderRule.TREATED_AS_INTERNAL, by);
      case STRANGER ->
          decided(
              AuthAs.ANONYMOUS,
              false,
              crossing ? HeaderRule.NOT_ACCEPTED : HeaderRule.STRANGER,
              by);
    };
  }

  private static Decided decided(AuthAs authAs, boolean crossPremises, HeaderRule rule, String by) {
    return new Decided(
        new Hop.Standing(Optional.of(authAs), crossPremises),
        Optional.of(Reason.of(rule, "by", by, "authAs", authAs.text())));
  }

  private static Decided lost(String by) {
    return new Decided(Hop.Standing.NONE, Optional.of(Reason.of(HeaderRule.LOST, "by", by)));
  }
}
