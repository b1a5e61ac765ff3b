package exsim.simulator.tls;

import com.google.common.collect.ImmutableList;
import exsim.simulator.tls.TlsFacts.Answer;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Habit;
import exsim.simulator.tls.TlsFacts.Handshake;
import exsim.simulator.tls.TlsFacts.Offer;
import exsim.simulator.tls.TlsFacts.Proof;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Every combination of the facts that settle TLS. */
final class TlsSpace {
  /** The columns of the table, each a way to read one fact, and to write it. */
  static final ImmutableList<Column<?>> COLUMNS =
      ImmutableList.of(
          new Column<>("demand", Demand.values(), When::demand, TlsFacts::demand, TlsSpace::demand),
          new Column<>("offer", Offer.values(), When::offer, TlsFacts::offer, TlsSpace::offer),
          new Column<>("answer", Answer.values(), When::answer, TlsFacts::answer, TlsSpace::answer),
          new Column<>(
              "handshake",
              Handshake.values(),
              When::handshake,
              TlsFacts::handshake,
              TlsSpace::handshake),
          new Column<>("proof", Proof.values(), When::proof, TlsFacts::proof, TlsSpace::proof),
          new Column<>("habit", Habit.values(), When::habit, TlsFacts::habit, TlsSpace::habit));

  private TlsSpace() {}

  /** One fact of the six. */
  record Column<E extends Enum<E>>(
      String name,
      E[] values,
      Function<When, Iterable<E>> of,
      Function<TlsFacts, E> read,
      BiFunction<TlsFacts, E, TlsFacts> write) {
    /** The same facts with every other value of this one. */
    ImmutableList<TlsFacts> changed(TlsFacts facts) {
      ImmutableList.Builder<TlsFacts> all = ImmutableList.builder();
      for (E value : values) {
        all.add(write.apply(facts, value));
      }
      return all.build();
    }
  }

  static ImmutableList<TlsFacts> all() {
    ImmutableList<TlsFacts> all =
        ImmutableList.of(
            new TlsFacts(
                Demand.NEVER,
                Offer.HELO_ONLY,
                Answer.READY,
                Handshake.COMPLETES,
                Proof.HOLDS,
                Habit.EXCHANGE));
    for (Column<?> column : COLUMNS) {
      ImmutableList.Builder<TlsFacts> more = ImmutableList.builder();
      all.forEach(f -> more.addAll(column.changed(f)));
      all = more.build();
    }
    return all;
  }

  /** Whether the end of this is a hop in clear, now or at the next attempt. */
  static boolean leadsToClear(TlsOutcome outcome) {
    return switch (outcome) {
      case CLEAR, CLEAR_NOW, CLEAR_NEXT -> true;
      case SECURE, DEFER, FAIL -> false;
    };
  }

  static TlsFacts demand(TlsFacts f, Demand demand) {
    return new TlsFacts(demand, f.offer(), f.answer(), f.handshake(), f.proof(), f.habit());
  }

  static TlsFacts offer(TlsFacts f, Offer offer) {
    return new TlsFacts(f.demand(), offer, f.answer(), f.handshake(), f.proof(), f.habit());
  }

  static TlsFacts answer(TlsFacts f, Answer answer) {
    return new TlsFacts(f.demand(), f.offer(), answer, f.handshake(), f.proof(), f.habit());
  }

  static TlsFacts handshake(TlsFacts f, Handshake handshake) {
    return new TlsFacts(f.demand(), f.offer(), f.answer(), handshake, f.proof(), f.habit());
  }

  static TlsFacts proof(TlsFacts f, Proof proof) {
    return new TlsFacts(f.demand(), f.offer(), f.answer(), f.handshake(), proof, f.habit());
  }

  static TlsFacts habit(TlsFacts f, Habit habit) {
    return new TlsFacts(f.demand(), f.offer(), f.answer(), f.handshake(), f.proof(), habit);
  }
}
