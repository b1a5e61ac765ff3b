package exsim.simulator.question;

/**
 * A place where a report is not as it was expected.
 *
 * @param where the place, such as {@code hops[0].tls}
 * @param expected what was expected
 * @param actual what the report has
 */
public record Mismatch(String where, String expected, String actual) {}
