package exsim.simulator.rule;

/**
 * An outcome and why it came about.
 *
 * @param outcome what was decided
 * @param because why
 * @param <T> the kind of outcome
 */
public record Decision<T>(T outcome, Reason because) {}
