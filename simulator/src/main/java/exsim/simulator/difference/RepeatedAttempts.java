package exsim.simulator.difference;

import com.google.common.collect.ImmutableList;
import exsim.simulator.delivery.Hop;
import java.util.ArrayList;
import java.util.List;

/** Leaves out attempts that went as the one before them did, so that a queue of days is short. */
final class RepeatedAttempts {
  private RepeatedAttempts() {}

  static ImmutableList<Hop> leftOut(List<Hop> hops) {
    ImmutableList.Builder<Hop> shown = ImmutableList.builder();
    List<Hop> last = List.of();
    for (List<Hop> attempt : attempts(hops)) {
      if (!alike(last, attempt)) {
        shown.addAll(attempt);
      }
      last = attempt;
    }
    return shown.build();
  }

  private static List<List<Hop>> attempts(List<Hop> hops) {
    List<List<Hop>> attempts = new ArrayList<>();
    Hop last = null;
    for (Hop hop : hops) {
      if (last == null || last.attempt() != hop.attempt() || !last.from().equals(hop.from())) {
        attempts.add(new ArrayList<>());
      }
      attempts.get(attempts.size() - 1).add(hop);
      last = hop;
    }
    return attempts;
  }

  private static boolean alike(List<Hop> a, List<Hop> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      boolean same =
          a.get(i).from().equals(b.get(i).from())
              && a.get(i).to().equals(b.get(i).to())
              && HopComparison.of(a.get(i), b.get(i)).changes().isEmpty();
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
