package exsim.simulator.difference;

import com.google.common.collect.ImmutableList;
import exsim.simulator.delivery.Hop;
import java.util.List;

/** Lays the hops of two journeys beside each other, so that the fewest stand alone. */
final class HopAlignment {
  private final List<Hop> before;
  private final List<Hop> after;

  /** How much the rests of the journeys from each two hops on have in common. */
  private final int[][] common;

  private HopAlignment(List<Hop> before, List<Hop> after) {
    this.before = before;
    this.after = after;
    this.common = new int[before.size() + 1][after.size() + 1];
  }

  static ImmutableList<HopDifference> of(List<Hop> before, List<Hop> after) {
    HopAlignment alignment = new HopAlignment(before, after);
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        int likeness = likeness(before.get(i), after.get(j));
        int alone = Math.max(alignment.common[i + 1][j], alignment.common[i][j + 1]);
        alignment.common[i][j] =
            likeness == 0 ? alone : Math.max(alone, alignment.common[i + 1][j + 1] + likeness);
      }
    }
    return alignment.rows();
  }

  private ImmutableList<HopDifference> rows() {
    ImmutableList.Builder<HopDifference> rows = ImmutableList.builder();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && pairs(i, j)) {
        rows.add(HopComparison.of(before.get(i), after.get(j)));
        i++;
        j++;
      } else if (j == after.size() || (i < before.size() && common[i + 1][j] == common[i][j])) {
        rows.add(HopComparison.removed(before.get(i)));
        i++;
      } else {
        rows.add(HopComparison.added(after.get(j)));
        j++;
      }
    }
    return rows.build();
  }

  private boolean pairs(int i, int j) {
    int likeness = likeness(before.get(i), after.get(j));
    return likeness > 0 && common[i][j] == common[i + 1][j + 1] + likeness;
  }

  /**
   * How well two hops go together: 0 for not at all. A hop is the one between the same two systems;
   * the same host, attempt and outcome make it more so.
   */
  private static int likeness(Hop old, Hop now) {
    boolean same =
        old.from().system().equals(now.from().system())
            && old.internal() == now.internal()
            && (old.to().system().isPresent() && now.to().system().isPresent()
                ? old.to().system().equals(now.to().system())
                : old.to().host().equals(now.to().host()));
    if (!same) {
      return 0;
    }
    int likeness = 8;
    likeness += old.to().host().equals(now.to().host()) ? 4 : 0;
    likeness += old.attempt() == now.attempt() ? 2 : 0;
    likeness += old.sent() == now.sent() ? 1 : 0;
    return likeness;
  }
}
