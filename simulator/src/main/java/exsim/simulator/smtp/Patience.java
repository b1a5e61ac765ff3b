package exsim.simulator.smtp;

import java.util.OptionalInt;

/**
 * How much a listening end puts up with before it closes a session.
 *
 * @param protocolErrors the error that ends it, counted from 1; empty for none
 * @param logonFailures the failed AUTH that ends it, counted from 1; empty for none
 */
public record Patience(OptionalInt protocolErrors, OptionalInt logonFailures) {
  /** It never closes a session of itself. */
  public static final Patience ENDLESS = new Patience(OptionalInt.empty(), OptionalInt.empty());

  boolean endsWith(Session.Faults faults) {
    return reached(protocolErrors, faults.protocolErrors())
        || reached(logonFailures, faults.logonFailures());
  }

  private static boolean reached(OptionalInt limit, int count) {
    return limit.isPresent() && count >= limit.getAsInt();
  }
}
