package exsim.simulator.proof;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.Message;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Simulation;
import java.util.Arrays;
import java.util.Optional;

/**
 * Goes through every course that things may take for every message, those with the fewest incidents
 * first.
 */
public final class Prover {
  private final Claim claim;
  private final Alternatives alternatives;
  private final boolean withInternal;
  private final int runsMax;

  /**
   * A prover of one claim.
   *
   * @param hazards what may happen on links
   * @param withInternal whether links inside one organization count, and meet hazards
   * @param runsMax how many runs one message may take before it counts as not gone through
   */
  public Prover(Claim claim, ImmutableSet<HazardAt> hazards, boolean withInternal, int runsMax) {
    this.claim = claim;
    this.alternatives = new Alternatives(hazards);
    this.withInternal = withInternal;
    this.runsMax = runsMax;
  }

  /** Is told how far the work has come. */
  public interface Progress {
    /** So many of so many messages were gone through. */
    void at(int done, int total);
  }

  /** The answer for all of some messages: the counter-example with the fewest incidents. */
  public Verdict of(Simulation simulation, ImmutableList<Message> messages, Progress progress) {
    boolean[] open = new boolean[messages.size()];
    Arrays.fill(open, true);
    long runs = 0;
    long[] spent = new long[messages.size()];
    boolean more = true;
    for (int incidents = 0; more; incidents++) {
      more = false;
      for (int i = 0; i < messages.size(); i++) {
        if (!open[i] || spent[i] > runsMax) {
          continue;
        }
        progress.at(i, messages.size());
        Pass pass = pass(simulation, messages.get(i), incidents, runsMax - spent[i]);
        spent[i] += pass.runs();
        runs += pass.runs();
        if (pass.found().isPresent()) {
          return new Verdict(
              Verdict.Kind.COUNTER_EXAMPLE,
              pass.found(),
              messages.size(),
              runs,
              0,
              ImmutableSet.of());
        }
        open[i] = pass.cut();
        more |= pass.cut() && spent[i] <= runsMax;
      }
    }
    long leftOut = 0;
    for (boolean unfinished : open) {
      leftOut += unfinished ? 1 : 0;
    }
    return new Verdict(
        leftOut == 0 ? Verdict.Kind.PROVED : Verdict.Kind.NOT_PROVED,
        Optional.empty(),
        messages.size(),
        runs,
        leftOut,
        leftOut == 0 ? alternatives.unmet() : ImmutableSet.of());
  }

  /**
   * One message with at most so many incidents.
   *
   * @param cut whether there are courses with more incidents, or too many runs
   */
  private record Pass(Optional<Verdict.CounterExample> found, long runs, boolean cut) {}

  private Pass pass(Simulation simulation, Message message, int incidents, long runsLeft) {
    long runs = 0;
    Course course = Course.first(alternatives, withInternal, incidents);
    Course last = course;
    while (course != null) {
      last = course;
      runs++;
      for (Delivery delivery : simulation.deliveries(message, course)) {
        if (claim.isBrokenBy(delivery, withInternal)) {
          return new Pass(
              Optional.of(new Verdict.CounterExample(message, course.incidents(), delivery)),
              runs,
              false);
        }
        if (delivery.capped()) {
          return new Pass(Optional.empty(), runsMax + 1L, true);
        }
      }
      if (runs > runsLeft) {
        return new Pass(Optional.empty(), runs, true);
      }
      course = course.next();
    }
    return new Pass(Optional.empty(), runs, last.isCut());
  }
}
