package exsim.scenarios.exchange;

import com.google.errorprone.annotations.Immutable;
import exsim.simulator.rule.Basis;

/**
 * One combination of properties, what is to be said about it, and how it is found.
 *
 * @param id permanent
 * @param property the property that is pointed at
 * @param sentence what is wrong
 * @param help what to do
 * @param basis how far it can be trusted
 * @param source where it comes from
 * @param check whether an object has it
 */
@Immutable
record Combination(
    String id,
    String property,
    String sentence,
    String help,
    Basis basis,
    String source,
    Check check) {
  /** Tells whether an object's properties have the combination. */
  @Immutable
  interface Check {
    boolean holds(Fields fields);
  }
}
