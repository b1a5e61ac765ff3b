package exsim.simulator.question;

import com.google.common.collect.ImmutableList;

/**
 * What came of one expectation.
 *
 * @param expectation the expectation
 * @param held whether it held
 * @param mismatches where the report differs; for several branches, of the first that differs
 * @param note what is wrong besides, in words; empty for nothing
 */
public record Verdict(
    Expectation expectation, boolean held, ImmutableList<Mismatch> mismatches, String note) {}
