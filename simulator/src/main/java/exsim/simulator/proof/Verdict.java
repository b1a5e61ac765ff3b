package exsim.simulator.proof;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.Message;
import exsim.simulator.delivery.Delivery;
import java.util.Optional;

/**
 * The answer to a question.
 *
 * @param kind which of the three
 * @param counterExample what refutes the claim
 * @param messages how many classes of messages were gone through
 * @param runs how many runs these took
 * @param leftOut how many classes of messages were not gone through to the end
 * @param unmet the hazards at hosts to which no message meets a link, where all were gone through
 */
public record Verdict(
    Kind kind,
    Optional<CounterExample> counterExample,
    long messages,
    long runs,
    long leftOut,
    ImmutableSet<HazardAt> unmet) {

  /** The three answers. */
  public enum Kind {
    /** It happens to no message in any circumstances. */
    PROVED("proved", 0),
    /** It happens. */
    COUNTER_EXAMPLE("counter-example", 1),
    /** It was not met, and not everything was gone through. */
    NOT_PROVED("not proved", 3);

    private final String text;
    private final int code;

    Kind(String text, int code) {
      this.text = text;
      this.code = code;
    }

    /** The first words of the answer. */
    public String text() {
      return text;
    }

    /** The exit code. */
    public int code() {
      return code;
    }
  }

  /**
   * A message to which it happens.
   *
   * @param message the message
   * @param incidents the fewest that bring it about; none where nothing need happen
   * @param delivery what becomes of it then
   */
  public record CounterExample(
      Message message, ImmutableList<Incident> incidents, Delivery delivery) {}
}
