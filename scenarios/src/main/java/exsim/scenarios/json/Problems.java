package exsim.scenarios.json;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects the faults found while a file is read, so that one run reports them all. */
public final class Problems {
  private final Set<Problem> found = new LinkedHashSet<>();

  /** Reports a fault; the same fault counts once. */
  public void add(Problem problem) {
    found.add(problem);
  }

  /** Reports a fault. */
  public void add(Spot spot, String what, String help) {
    add(new Problem(spot, what, help));
  }

  /** Reports a fault that needs no help. */
  public void add(Spot spot, String what) {
    add(spot, what, "");
  }

  /** Whether nothing was reported. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Whether this very fault was reported. */
  public boolean contains(Problem problem) {
    return found.contains(problem);
  }

  /** The faults in order of place; at one place, in the order in which they were found. */
  public ImmutableList<Problem> all() {
    return ImmutableList.sortedCopyOf(Comparator.comparing(Problem::spot), found);
  }
}
