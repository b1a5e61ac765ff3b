package exsim.simulator.proof;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.Message;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Simulation;
import java.util.function.Supplier;

/** Goes through every course that things may take for a message, whatever becomes of it. */
public final class Courses {
  private final Alternatives alternatives;
  private final boolean withInternal;
  private final int runsMax;

  /**
   * The courses that hazards make.
   *
   * @param hazards what may happen on links
   * @param withInternal whether links inside one organization meet hazards
   * @param runsMax how many runs one message may take before it counts as not gone through
   */
  public Courses(ImmutableSet<HazardAt> hazards, boolean withInternal, int runsMax) {
    this.alternatives = new Alternatives(hazards);
    this.withInternal = withInternal;
    this.runsMax = runsMax;
  }

  /** Is shown every journey. */
  public interface Visitor {
    /**
     * A journey.
     *
     * @param incidents what happened on the way; none on the first course
     */
    void met(Delivery delivery, Supplier<ImmutableList<Incident>> incidents);
  }

  /**
   * How far the work came.
   *
   * @param runs how many runs it took
   * @param complete whether nothing is left
   */
  public record Gone(long runs, boolean complete) {}

  /** Goes through all that can become of a message. */
  public Gone through(Simulation simulation, Message message, Visitor visitor) {
    long runs = 0;
    Course course = Course.first(alternatives, withInternal, Integer.MAX_VALUE);
    while (course != null) {
      if (runs == runsMax) {
        return new Gone(runs, false);
      }
      runs++;
      for (Delivery delivery : simulation.deliveries(message, course)) {
        visitor.met(delivery, course::incidents);
        if (delivery.capped()) {
          return new Gone(runs, false);
        }
      }
      course = course.next();
    }
    return new Gone(runs, true);
  }

  /** The hazards at hosts to which no link was met so far. */
  public ImmutableSet<HazardAt> unmet() {
    return alternatives.unmet();
  }
}
