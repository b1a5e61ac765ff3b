package exsim.simulator.tls;

import exsim.model.topology.Topology;
import exsim.simulator.rule.Assumption;
import exsim.simulator.tls.TlsFacts.Habit;

/** What Exchange and Exchange Online do when TLS fails, as far as a topology assumes it. */
public final class ExchangeHabit {
  private ExchangeHabit() {}

  /** The habit that holds in a topology. */
  public static Habit in(Topology topology) {
    boolean lenient = Assumption.PLAINTEXT_AFTER_FAILED_HANDSHAKE.holdsIn(topology);
    boolean strict = !Assumption.CLEAR_AFTER_REFUSED_STARTTLS.holdsIn(topology);
    if (strict) {
      return lenient ? Habit.EXCHANGE_STRICT_LENIENT : Habit.EXCHANGE_STRICT;
    }
    return lenient ? Habit.EXCHANGE_LENIENT : Habit.EXCHANGE;
  }
}
