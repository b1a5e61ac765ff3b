package exsim.simulator.delivery;

import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Transaction;

/**
 * What an attacker gets who hides STARTTLS.
 *
 * @param plaintext whether he reads the message
 * @param because why, or why not
 */
record Attack(boolean plaintext, Reason because) {
  /**
   * What he gets.
   *
   * @param own the transaction as it went
   * @param stripped the transaction as it would go under his attack
   */
  static Attack of(Sessions.Opened opened, Transaction.Result own, Transaction.Result stripped) {
    boolean plaintext = stripped.taken();
    boolean byServer =
        !plaintext && opened.stripped().failure().isEmpty() && !stripped.why().isEmpty();
    return new Attack(
        plaintext,
        byServer
            ? byServer(stripped, own)
            : plaintext ? opened.readIfStripped() : opened.lostIfStripped());
  }

  private static Reason byServer(Transaction.Result stripped, Transaction.Result own) {
    Reason deciding = stripped.why().get(stripped.why().size() - 1);
    return AttackRule.GETS_NOTHING.because(deciding, !own.why().contains(deciding));
  }
}
