package exsim.model.onprem;

import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import java.util.OptionalInt;

/**
 * An Active Directory IP site link.
 *
 * @param sites the sites that it joins, two or more
 * @param cost 1 to 99999
 * @param exchangeCost the cost that Exchange uses instead, when set
 */
public record SiteLink(ImmutableList<String> sites, int cost, OptionalInt exchangeCost) {
  /** The cost of a link that states none. */
  public static final int COST_DEFAULT = 100;

  /** Checks the costs. */
  public SiteLink {
    if (sites.size() < 2) {
      throw new InvalidValueException("a site link joins two or more sites");
    }
    checkCost(cost);
    exchangeCost.ifPresent(SiteLink::checkCost);
  }

  private static void checkCost(int cost) {
    if (cost < 1 || cost > 99999) {
      throw new InvalidValueException("the cost of a site link is 1 to 99999, not " + cost);
    }
  }

  /** The cost that routing counts with. */
  public int effectiveCost() {
    return exchangeCost.orElse(cost);
  }
}
