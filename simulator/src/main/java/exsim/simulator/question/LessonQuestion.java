package exsim.simulator.question;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What a class is asked about a scenario.
 *
 * @param ask the question
 * @param choices what may be answered, at least two
 * @param key where the right one comes from
 * @param because the id of the rule that says why; empty for nobody asks
 */
public record LessonQuestion(
    String ask, ImmutableList<String> choices, Key key, Optional<String> because) {

  /** Where the right answer comes from. */
  public sealed interface Key {
    /** The id of the message that the question is about. */
    default Optional<String> message() {
      return Optional.empty();
    }

    /** The id of the session that the question is about. */
    default Optional<String> session() {
      return Optional.empty();
    }
  }

  /**
   * Somebody who wrote the question says which it is.
   *
   * @param right the place of the right choice, from 0
   */
  public record Stated(Optional<String> message, int right) implements Key {}

  /**
   * The one choice whose report comes out.
   *
   * @param reports what would have to come out for each choice, in order; all of one message
   */
  public record Reported(ImmutableList<Expectation> reports) implements Key {
    @Override
    public Optional<String> message() {
      return Optional.of(reports.get(0).message());
    }
  }

  /**
   * The one choice that comes behind a typed line.
   *
   * @param id the session
   * @param typed how many lines were typed before the answer: 0 for what comes at the connection
   * @param beginnings how a line of the answer begins for each choice, in order
   */
  public record Heard(String id, int typed, ImmutableList<String> beginnings) implements Key {
    @Override
    public Optional<String> session() {
      return Optional.of(id);
    }
  }
}
