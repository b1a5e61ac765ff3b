package exsim.simulator.onprem.selection;

import exsim.model.mail.DomainPattern;
import exsim.simulator.rule.Reason;
import java.util.Comparator;

/**
 * A Send connector with what it is ranked by.
 *
 * @param candidate the connector by one of its address spaces
 * @param links the cost of the site links to its source servers
 * @param hops 0 where this server is one of them, 1 where its site has one, otherwise 2
 */
record RankedConnector(SendSelection.Candidate candidate, int links, int hops) {
  /**
   * The documented order of rank, the winner first.
   *
   * @param caseCounts whether capitals come before small letters in the order of names
   */
  static Comparator<RankedConnector> order(boolean caseCounts) {
    Comparator<RankedConnector> byRank =
        Comparator.comparingInt((RankedConnector r) -> r.candidate().specificity())
            .reversed()
            .thenComparingInt(RankedConnector::cost)
            .thenComparingInt(RankedConnector::hops);
    Comparator<RankedConnector> byName =
        caseCounts
            ? byRank
            : byRank.thenComparing(RankedConnector::name, String.CASE_INSENSITIVE_ORDER);
    return byName.thenComparing(RankedConnector::name);
  }

  String name() {
    return candidate.connector().name();
  }

  private int cost() {
    return links + candidate.space().cost();
  }

  private boolean isSuffix() {
    return candidate
        .space()
        .pattern()
        .filter(p -> p.kind() == DomainPattern.Kind.SUBDOMAINS)
        .isPresent();
  }

  /** Why this one beats another: the first rank that tells them apart. */
  Reason reasonAgainst(RankedConnector loser) {
    if (candidate.specificity() != loser.candidate.specificity()) {
      return Reason.of(
          isSuffix() && loser.isSuffix()
              ? SendSelectionRule.SHORTER_SUFFIX
              : SendSelectionRule.LESS_SPECIFIC,
          "winner",
          candidate.space(),
          "loser",
          loser.candidate.space());
    }
    if (cost() != loser.cost()) {
      return Reason.of(
          SendSelectionRule.COSTLIER,
          "winner",
          name(),
          "costs",
          cost() + " < " + loser.cost() + " (site links " + links + " and " + loser.links + ")");
    }
    if (hops != loser.hops) {
      return Reason.of(SendSelectionRule.FARTHER, "winner", name());
    }
    boolean caseDecides =
        Integer.signum(name().compareTo(loser.name()))
            != Integer.signum(name().compareToIgnoreCase(loser.name()));
    return Reason.of(
        caseDecides ? SendSelectionRule.LATER_NAME_BY_CASE : SendSelectionRule.LATER_NAME,
        "winner",
        name());
  }
}
