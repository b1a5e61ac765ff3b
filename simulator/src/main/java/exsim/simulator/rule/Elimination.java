package exsim.simulator.rule;

/**
 * A candidate that was turned down, and why.
 *
 * @param candidate its name
 * @param because why
 */
public record Elimination(String candidate, Reason because) {}
