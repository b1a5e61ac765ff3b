package exsim.simulator.rule;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what a pure function gave, so that it is worked out once for each distinct argument.
 *
 * <p>Nothing ever iterates over it, so its order does not matter; beyond its bound it works out
 * again instead of growing.
 *
 * @param <K> the arguments
 * @param <V> the results
 */
public final class Memo<K, V> {
  private static final int ENTRIES_MAX = 200_000;

  private final ConcurrentHashMap<K, V> known = new ConcurrentHashMap<>();

  /** What the function gives for an argument. */
  public V get(K argument, Function<? super K, ? extends V> function) {
    V before = known.get(argument);
    if (before != null) {
      return before;
    }
    V found = function.apply(argument);
    if (known.size() >= ENTRIES_MAX) {
      return found;
    }
    V raced = known.putIfAbsent(argument, found);
    return raced == null ? found : raced;
  }
}
