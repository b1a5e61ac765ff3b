package exsim.scenarios.format;

import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import java.util.Optional;

/**
 * Turns a JSON value into a value of the model.
 *
 * @param <T> the kind of value
 */
interface Decoder<T> {
  /** The value; empty when a problem was reported instead. */
  Optional<T> decode(Located value, Problems problems);
}
