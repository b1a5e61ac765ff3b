package exsim.simulator.difference;

/**
 * One fact of a delivery or hop that is another one now.
 *
 * @param fact its name, as the JSON report has it
 * @param before what it was; empty for nothing
 * @param after what it is; empty for nothing
 */
public record Change(String fact, String before, String after) {}
