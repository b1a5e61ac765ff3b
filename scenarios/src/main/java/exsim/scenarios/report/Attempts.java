package exsim.scenarios.report;

import com.google.common.collect.ImmutableList;
import exsim.simulator.delivery.Hop;
import java.util.ArrayList;
import java.util.List;

/**
 * The hops of one attempt of one system, and how often the same came of it again.
 *
 * @param hops the hops of the first attempt
 * @param again how many more attempts went the same way
 * @param last the last hop of the last of them
 */
public record Attempts(ImmutableList<Hop> hops, int again, Hop last) {
  /** Puts attempts that follow each other and went the same way together. */
  public static ImmutableList<Attempts> of(ImmutableList<Hop> hops) {
    ImmutableList.Builder<Attempts> all = ImmutableList.builder();
    List<List<Hop>> single = split(hops);
    for (int i = 0; i < single.size(); ) {
      List<Hop> first = single.get(i);
      int next = i + 1;
      while (next < single.size() && alike(first, single.get(next))) {
        next++;
      }
      List<Hop> last = single.get(next - 1);
      all.add(new Attempts(ImmutableList.copyOf(first), next - 1 - i, last.get(last.size() - 1)));
      i = next;
    }
    return all.build();
  }

  private static List<List<Hop>> split(ImmutableList<Hop> hops) {
    List<List<Hop>> attempts = new ArrayList<>();
    for (int i = 0; i < hops.size(); i++) {
      Hop hop = hops.get(i);
      boolean joins =
          i > 0
              && hops.get(i - 1).attempt() == hop.attempt()
              && hops.get(i - 1).from().equals(hop.from());
      if (!joins) {
        attempts.add(new ArrayList<>());
      }
      attempts.get(attempts.size() - 1).add(hop);
    }
    return attempts;
  }

  private static boolean alike(List<Hop> a, List<Hop> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      boolean same =
          Branches.alike(a.get(i)).equals(Branches.alike(b.get(i)))
              && a.get(i).from().equals(b.get(i).from())
              && a.get(i).to().equals(b.get(i).to())
              && a.get(i).reply().equals(b.get(i).reply());
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
