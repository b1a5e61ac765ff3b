package exsim.scenarios.display;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.scenarios.exchange.Shown;
import java.util.Optional;

/**
 * An object as the shell has it.
 *
 * @param values its properties with their values, in their order
 */
record ShownObject(ImmutableMap<String, Shown> values) {
  /** The names of its properties. */
  ImmutableList<String> names() {
    return values.keySet().asList();
  }

  /** The value of a property; case does not matter. */
  Optional<Shown> value(String name) {
    Shown exact = values.get(name);
    return exact != null
        ? Optional.of(exact)
        : values.entrySet().stream()
            .filter(e -> Ascii.equalsIgnoreCase(e.getKey(), name))
            .map(e -> e.getValue())
            .findFirst();
  }

  /** The object with those of some properties that it has, in the order of the names. */
  ShownObject only(ImmutableList<String> names) {
    ImmutableMap.Builder<String, Shown> kept = ImmutableMap.builder();
    for (String name : names) {
      value(name).ifPresent(value -> kept.put(name, value));
    }
    return new ShownObject(kept.buildOrThrow());
  }
}
