package exsim.scenarios.format;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finds what stands twice. */
final class Duplicates {
  private Duplicates() {}

  /** Hands every item over whose key an earlier item has. */
  static <T> void check(Iterable<T> items, Function<T, String> key, Consumer<T> repeated) {
    Set<String> seen = new HashSet<>();
    for (T item : items) {
      if (!seen.add(key.apply(item))) {
        repeated.accept(item);
      }
    }
  }
}
