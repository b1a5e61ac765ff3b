package exsim.simulator.delivery;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The choices of one branch where nothing but chance decides.
 *
 * <p>A branch is a list of numbers, one for each choice in the order in which the journey meets
 * them. A choice that is met again, in a later attempt, is made as before.
 */
final class Choices {
  private final ImmutableList<Integer> given;
  private final Circumstances circumstances;
  private final List<Integer> made = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final Map<Object, Integer> remembered = new LinkedHashMap<>();

  Choices(ImmutableList<Integer> given, Circumstances circumstances) {
    this.given = given;
    this.circumstances = circumstances;
  }

  /** In which circumstances they are made. */
  Circumstances circumstances() {
    return circumstances;
  }

  /** Picks one of several equal choices; 0 beyond what was given. */
  int pick(Object point, int size) {
    if (size == 1) {
      return 0;
    }
    Integer before = remembered.get(point);
    if (before != null && before < size) {
      return before;
    }
    int index = made.size();
    int pick = index < given.size() ? given.get(index) : 0;
    made.add(pick);
    sizes.add(size);
    remembered.put(point, pick);
    return pick;
  }

  /** The next branch in order; empty list when this was the last. */
  ImmutableList<Integer> next() {
    for (int i = made.size() - 1; i >= 0; i--) {
      if (made.get(i) + 1 < sizes.get(i)) {
        return ImmutableList.<Integer>builder()
            .addAll(made.subList(0, i))
            .add(made.get(i) + 1)
            .build();
      }
    }
    return ImmutableList.of();
  }
}
