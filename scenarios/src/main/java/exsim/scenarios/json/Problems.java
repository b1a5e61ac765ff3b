package exsim.scenarios.json;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the faults found while a file is read, so that one run reports them all. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Reports a fault. */
  public void add(Spot spot, String what, String help) {
    Problem problem = new Problem(spot, what, help);
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  /** Reports a fault that needs no help. */
  public void add(Spot spot, String what) {
    add(spot, what, "");
  }

  /** Whether nothing was reported. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** The faults in order of place. */
  public ImmutableList<Problem> all() {
    return ImmutableList.sortedCopyOf(Comparator.comparing(Problem::spot), found);
  }
}
